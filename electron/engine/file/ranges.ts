/** Reads stretches of a file that was read before, and makes sure that it is still the same file. */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { RefusalError } from '../../contract/refusal.ts'
import { asRefusal, type FileState, isSame } from './layerFile.ts'

/** Stretches that are asked for in order come out of one reading of this size. */
const windowSize = 1 << 20
/** For a few stretches here and there. */
export const smallWindow = 1 << 14

/** Where stretches of a layer's bytes are read. */
export interface ByteRanges {
  /**
   * @param windowSize see `smallWindow`
   * @throws RefusalError when the file is gone or is not what it was
   */
  reader(windowSize?: number): Promise<RangeReader>
}

/** @param name of the file in sentences, where it is not that of the path */
export function rangesOf(path: string, state: FileState, name = basename(path)): ByteRanges {
  return { reader: (size = windowSize) => RangeReader.open({ path, state, name }, size) }
}

type RangeFile = { path: string; state: FileState; name: string }

export class RangeReader {
  private readonly file: RangeFile
  private readonly handle: FileHandle
  private window = new Uint8Array(0)
  private windowAt = 0
  private readonly windowSize: number

  private constructor(file: RangeFile, handle: FileHandle, windowSize: number) {
    this.file = file
    this.handle = handle
    this.windowSize = windowSize
  }

  /** @throws RefusalError when the file is gone or is not what it was */
  static async open(file: RangeFile, size: number): Promise<RangeReader> {
    const { path, state, name } = file
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
      throw isMissing(error)
        ? new RefusalError({
            message: `${name} is not there any more.`,
            advice: 'Put it back where it was, or remove the layer.',
            file: path,
          })
        : asRefusal(error, path)
    })
    try {
      // The file that is open is asked, not the path: another one may take its place at any time.
      if (!isSame(await handle.stat({ bigint: true }), state)) throw changed(file)
      return new RangeReader(file, handle, size)
    } catch (error) {
      await handle.close()
      throw asRefusal(error, path)
    }
  }

  /** @returns bytes from `start` to before `end`, valid until the next reading. At once where they are at hand: a promise per feature would cost more. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array> {
    return this.isAtHand(start, end) ? this.cut(start, end) : this.move(start, end).then(() => this.cut(start, end))
  }

  private isAtHand(start: number, end: number): boolean {
    return start >= this.windowAt && end <= this.windowAt + this.window.length
  }

  private cut(start: number, end: number): Uint8Array {
    return this.window.subarray(start - this.windowAt, end - this.windowAt)
  }

  async close(): Promise<void> {
    await this.handle.close()
  }

  private async move(start: number, end: number): Promise<void> {
    const buffer = new Uint8Array(Math.max(this.windowSize, end - start))
    let length = 0
    try {
      while (length < buffer.length) {
        const { bytesRead } = await this.handle.read(buffer, length, Math.min(buffer.length - length, 1 << 30), start + length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      await this.check()
    } catch (error) {
      throw asRefusal(error, this.file.path)
    }
    if (length < end - start) throw changed(this.file)
    this.window = buffer.subarray(0, length)
    this.windowAt = start
  }

  /** What was read while another program wrote is not what was there. A file that was deleted or replaced meanwhile is still itself. */
  private async check(): Promise<void> {
    const now = await this.handle.stat({ bigint: true })
    if (now.size !== this.file.state.size || now.mtimeNs !== this.file.state.mtimeNs) throw changed(this.file)
  }
}

const changed = ({ name, path }: RangeFile): RefusalError =>
  new RefusalError({ message: `${name} has changed since it was opened.`, advice: 'Open it again.', file: path })

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
