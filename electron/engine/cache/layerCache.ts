/** The engine's cache: a folder with one folder for each content, and a limit to what all of them may take. Everything in it may be lost at any time. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LayerFile } from '../file/layerFile.ts'
import { CacheEntry } from './cacheEntry.ts'
import { samplePrint } from './samplePrint.ts'
import { removeEntries, trimTo } from './sizeLimit.ts'
import { engineVersion } from './version.ts'

/** Smaller files are parsed as fast as they are looked up. */
const smallestKept = 2 << 20

/** Bytes that all entries may take together. */
const defaultLimit = 4 * 2 ** 30

export class LayerCache {
  private readonly folder: string | null
  private readonly limit: number
  private readonly version: string
  /** Entries that open layers read their attributes from, and how many layers do. */
  private readonly inUse = new Map<string, number>()
  private trimming: Promise<void> = Promise.resolve()

  /** @param folder null when nothing is to be kept: what must be unpacked is then put into a temporary folder as long as it is open */
  constructor(folder: string | null, limit = defaultLimit, version = engineVersion()) {
    this.folder = folder
    this.limit = limit
    this.version = version
  }

  /** Where a file's layer is kept, if it is. The entry is safe from being trimmed until `release` is called with it. */
  async entryFor(file: LayerFile, isPacked: boolean): Promise<CacheEntry | null> {
    if (!isPacked && (this.folder === null || file.size < smallestKept)) return null
    const folder = this.folder === null ? await mkdtemp(join(tmpdir(), 'cartouche-text-')) : join(this.folder, await samplePrint(file))
    this.inUse.set(folder, (this.inUse.get(folder) ?? 0) + 1)
    return new CacheEntry(folder, this.version, this.folder !== null, () => void this.trim())
  }

  async release({ folder }: CacheEntry): Promise<void> {
    const users = (this.inUse.get(folder) ?? 1) - 1
    if (users > 0) this.inUse.set(folder, users)
    else {
      this.inUse.delete(folder)
      if (this.folder === null) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }

  /** When the cache is within its limit again. */
  async settled(): Promise<void> {
    await this.trimming
  }

  /** Takes everything away that no open layer needs. @returns bytes freed */
  async clear(): Promise<number> {
    await this.trimming
    return this.folder === null ? 0 : removeEntries(this.folder, new Set(this.inUse.keys()))
  }

  /** Takes away what was not used for the longest time, until the rest is within the limit. */
  private trim(): Promise<void> {
    const { folder } = this
    if (folder !== null) this.trimming = this.trimming.then(async () => trimTo(folder, this.limit, new Set(this.inUse.keys())))
    return this.trimming
  }
}
