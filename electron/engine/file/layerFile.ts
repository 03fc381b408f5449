/** Opens a file that a user chose, and says in a sentence why it cannot be read. */
import { constants, type BigIntStats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { RefusalError } from '../../contract/refusal.ts'

/** What tells one state of a file from another without reading it. */
export type FileState = { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint }

export class LayerFile {
  readonly path: string
  /** As it is called in sentences. */
  readonly name: string
  readonly state: FileState
  readonly handle: FileHandle

  constructor(path: string, handle: FileHandle, state: FileState) {
    this.path = path
    this.name = basename(path)
    this.handle = handle
    this.state = state
  }

  get size(): number {
    return Number(this.state.size)
  }

  /**
   * Says whether the file is still the one that was opened.
   *
   * @throws RefusalError when it was changed or removed
   */
  async check(): Promise<void> {
    const now = await stateOf(this.path)
    if (now === null) {
      throw new RefusalError({
        message: `${this.name} was removed while it was being read.`,
        advice: 'Put it back and open it again.',
        file: this.path,
      })
    }
    const here = await this.handle.stat({ bigint: true })
    if (!isSame(now, this.state) || here.size !== this.state.size || here.mtimeNs !== this.state.mtimeNs) {
      throw new RefusalError({
        message: `${this.name} was changed while it was being read.`,
        advice: 'Wait until the program that writes it is done, then open it again.',
        file: this.path,
      })
    }
  }

  async close(): Promise<void> {
    await this.handle.close()
  }
}

/** @throws RefusalError */
export async function openLayerFile(path: string): Promise<LayerFile> {
  const name = basename(path)
  try {
    // Asked before opening: opening a pipe would wait for a writer, and opening some devices does something.
    refuseWhatIsNoFile(path, await stat(path, { bigint: true }))
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const opened = await handle.stat({ bigint: true })
      refuseWhatIsNoFile(path, opened)
      if (opened.size === 0n)
        throw new RefusalError({ message: `${name} is empty.`, advice: 'Ask for the file again, or export it again.', file: path })
      return new LayerFile(path, handle, opened)
    } catch (error) {
      await handle.close()
      throw error
    }
  } catch (error) {
    throw asRefusal(error, path)
  }
}

/** State of the file at a path; null when there is none, or none that can be asked. */
export async function stateOf(path: string): Promise<FileState | null> {
  try {
    return await stat(path, { bigint: true })
  } catch {
    return null
  }
}

/** The time of the last change of status cannot be set back, as that of the last writing can: copying a file over another one may keep the latter. */
export function isSame(a: FileState, b: FileState): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs
}

/** A sentence for an error of the file system; other errors are given back as they are. */
export function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof RefusalError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const name = basename(path)
  const refuse = (message: string, advice: string) => new RefusalError({ message, advice, file: path })
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse(
        `${name} was not found in ${dirname(path)}.`,
        'It may have been moved, renamed or deleted: look for it and open it from where it is.',
      )
    case 'EACCES':
    case 'EPERM':
      return refuse(
        `${name} may not be read from this user account.`,
        'Change its permissions, or copy it to a folder of your own and open the copy.',
      )
    case 'ELOOP':
      return refuse(`${name} is a link that leads back to itself.`, 'Open the file that it is meant to lead to.')
    case 'ENAMETOOLONG':
      return refuse('The name of this file is too long.', 'Rename it or move it to a folder with a shorter path.')
    case 'EMFILE':
    case 'ENFILE':
      return refuse(`${name} could not be opened: too many files are open.`, 'Close some layers or other programs, then open it again.')
    default:
      return refuse(
        `${name} could not be read (${error.code}).`,
        'Its disk may be damaged or was disconnected: check it, then open the file again.',
      )
  }
}

function refuseWhatIsNoFile(path: string, stats: BigIntStats): void {
  if (stats.isFile()) return
  const name = basename(path)
  if (stats.isDirectory())
    throw new RefusalError({ message: `${name} is a folder, not a file.`, advice: 'Choose the files in it.', file: path })
  const what = stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device'
  throw new RefusalError({
    message: `${name} is ${what}, not a file.`,
    advice: 'Copy what it gives into a file, and open that.',
    file: path,
  })
}
