/**
 * Tells when files change, vanish and come back, as soon as whoever writes them is done. Folders are watched, not files: an editor that saves by renaming
 * puts another file in the place of the first. Where the system cannot watch (some network drives), `checkAll` finds out all the same.
 */
import { type FSWatcher, watch } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** A file that has not changed for so long is taken to be written. */
const restMs = 150

export type FileChange = 'changed' | 'gone'

type Watched = {
  /** As it was last told of; null when it was not there. */
  state: string | null
  folders: string[]
  /** A look at the file is on its way. */
  looking: Promise<void> | null
  /** It was touched again during that look. */
  again: boolean
}

export class FileWatch {
  readonly #onChange: (path: string, change: FileChange) => void
  readonly #files = new Map<string, Watched>()
  readonly #folders = new Map<string, FSWatcher>()

  /** @param onChange is told once for each change, with the path as it was given to `add` */
  constructor(onChange: (path: string, change: FileChange) => void) {
    this.#onChange = onChange
  }

  /** Watches a file from now on, whether it is there or not. @param path absolute */
  async add(path: string): Promise<void> {
    if (this.#files.has(path)) return
    const file: Watched = { state: null, folders: [], looking: null, again: false }
    this.#files.set(path, file)
    file.state = await stateOf(path)
    // A link may lead elsewhere, and it is there that the writing happens.
    const real = await realpath(path).catch(() => path)
    file.folders = [...new Set([dirname(path), dirname(real)])]
    this.#watchFolders(file)
  }

  remove(path: string): void {
    const file = this.#files.get(path)
    if (file === undefined) return
    this.#files.delete(path)
    for (const folder of file.folders) {
      if ([...this.#files.values()].some(({ folders }) => folders.includes(folder))) continue
      this.#folders.get(folder)?.close()
      this.#folders.delete(folder)
    }
  }

  /** Looks at every file: for changes that no system tells of. */
  async checkAll(): Promise<void> {
    await Promise.all(
      [...this.#files].map(async ([path, file]) => {
        this.#watchFolders(file)
        await this.#look(path, file)
      }),
    )
  }

  close(): void {
    for (const path of this.#files.keys()) this.remove(path)
  }

  #watchFolders({ folders }: Watched): void {
    for (const folder of folders) {
      if (this.#folders.has(folder)) continue
      try {
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          // The folder itself was renamed or deleted: whoever watches it would go on watching that one.
          if (name === basename(folder)) this.#giveUp(folder)
          else this.#touched(folder, name)
        })
        this.#folders.set(folder, watcher)
        watcher.on('error', () => this.#giveUp(folder))
      } catch {
        // `checkAll` has to do.
      }
    }
  }

  #giveUp(folder: string): void {
    this.#folders.get(folder)?.close()
    this.#folders.delete(folder)
    for (const file of this.#files.values()) if (file.folders.includes(folder)) this.#watchFolders(file)
    this.#touched(folder, null)
  }

  /** @param name of what was touched in the folder; null when the system does not say */
  #touched(folder: string, name: string | null): void {
    for (const [path, file] of this.#files) {
      if (!file.folders.includes(folder)) continue
      const isMeant = name === null || name === basename(path) || dirname(path) !== folder
      if (isMeant) void this.#look(path, file)
    }
  }

  async #look(path: string, file: Watched): Promise<void> {
    if (file.looking !== null) {
      file.again = true
      return file.looking
    }
    file.looking = this.#waitForRest(path, file).finally(() => (file.looking = null))
    return file.looking
  }

  async #waitForRest(path: string, file: Watched): Promise<void> {
    for (let before = await stateOf(path); before !== file.state || file.again;) {
      file.again = false
      await new Promise((resolve) => setTimeout(resolve, restMs))
      const now = await stateOf(path)
      if (this.#files.get(path) !== file) return
      if (now === before && now !== file.state) {
        file.state = now
        this.#onChange(path, now === null ? 'gone' : 'changed')
      }
      before = now
    }
  }
}

async function stateOf(path: string): Promise<string | null> {
  const now = await stat(path, { bigint: true }).catch(() => null)
  return now === null ? null : [now.dev, now.ino, now.size, now.mtimeNs, now.ctimeNs].join('-')
}
