/** A file that is being exported: it comes whole under its name, or not at all. What was there before stays until then. */
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder, temporaryIn } from './durableFile.ts'
import { tellingWhy } from './exportFile.ts'

/** What takes the bytes of a picture. */
export type Sink = {
  append: (bytes: Uint8Array) => Promise<void>
  /** Over what was written before. */
  overwrite: (at: number, bytes: Uint8Array) => Promise<void>
}

export class ExportFile implements Sink {
  readonly path: string
  readonly #temporary: string
  readonly #target: string
  readonly #file: FileHandle
  #length = 0

  private constructor(path: string, target: string, temporary: string, file: FileHandle) {
    this.path = path
    this.#target = target
    this.#temporary = temporary
    this.#file = file
  }

  /**
   * @param path absolute
   * @throws RefusalError in a sentence when nothing can be written there
   */
  static async begin(path: string): Promise<ExportFile> {
    return tellingWhy(path, async () => {
      // A symbolic link keeps leading to its file.
      const target = await realpath(path).catch(() => path)
      const before = await stat(target).catch(() => null)
      if (before?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
      const temporary = temporaryIn(dirname(target))
      return new ExportFile(path, target, temporary, await open(temporary, 'wx', before === null ? 0o644 : before.mode & 0o777))
    })
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#write(this.#length, bytes)
    this.#length += bytes.length
  }

  async overwrite(at: number, bytes: Uint8Array): Promise<void> {
    await this.#write(at, bytes)
  }

  /** Gives the file its name. @throws RefusalError; what was there before is then as it was */
  async commit(): Promise<void> {
    await tellingWhy(this.path, async () => {
      await this.#file.sync()
      await this.#file.close()
      await rename(this.#temporary, this.#target)
    }).catch(async (error: unknown) => {
      await this.discard()
      throw error
    })
    await syncFolder(dirname(this.#target))
  }

  /** Leaves nothing behind. After a commit it does nothing. */
  async discard(): Promise<void> {
    await this.#file.close().catch(() => undefined)
    await rm(this.#temporary, { force: true }).catch(() => undefined)
  }

  async #write(at: number, bytes: Uint8Array): Promise<void> {
    await tellingWhy(this.path, async () => {
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, at + written)
        written += bytesWritten
      }
    })
  }
}

/** For the clipboard. */
export class MemorySink implements Sink {
  #bytes = Buffer.alloc(1 << 20)
  #length = 0

  append(bytes: Uint8Array): Promise<void> {
    if (this.#length + bytes.length > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#bytes.length * 2, this.#length + bytes.length))
    }
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return Promise.resolve()
  }

  overwrite(at: number, bytes: Uint8Array): Promise<void> {
    this.#bytes.set(bytes, at)
    return Promise.resolve()
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }
}
