/** Reads stretches of a file that was read before, and makes sure that it is still the same file. */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { RefusalError } from '../../contract/refusal.ts'
import { asRefusal, type FileState, isSame, stateOf } from './layerFile.ts'

/** Stretches that are asked for in order come out of one reading of this size. */
const windowSize = 1 << 20
/** For a few stretches here and there. */
export const smallWindow = 1 << 14

export class RangeReader {
  private readonly path: string
  private readonly handle: FileHandle
  private window = new Uint8Array(0)
  private windowAt = 0
  private readonly windowSize: number

  private constructor(path: string, handle: FileHandle, windowSize: number) {
    this.path = path
    this.handle = handle
    this.windowSize = windowSize
  }

  /** @throws RefusalError when the file is gone or is not what it was */
  static async open(path: string, state: FileState, size = windowSize): Promise<RangeReader> {
    const now = await stateOf(path)
    const name = basename(path)
    if (now === null) {
      throw new RefusalError({
        message: `${name} is not there any more.`,
        advice: 'Put it back where it was, or remove the layer.',
        file: path,
      })
    }
    if (!isSame(now, state)) {
      throw new RefusalError({ message: `${name} has changed since it was opened.`, advice: 'Open it again.', file: path })
    }
    try {
      return new RangeReader(path, await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), size)
    } catch (error) {
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
    } catch (error) {
      throw asRefusal(error, this.path)
    }
    if (length < end - start) {
      throw new RefusalError({
        message: `${basename(this.path)} has become shorter since it was opened.`,
        advice: 'Open it again.',
        file: this.path,
      })
    }
    this.window = buffer.subarray(0, length)
    this.windowAt = start
  }
}
