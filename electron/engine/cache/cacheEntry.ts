/**
 * What the cache holds of one layer file, and the question whether it still is what the file holds.
 *
 * A file is taken to hold what it held before in one of two cases:
 *
 * 1. It is in a state in which it was read before: the same file (device and number), size, time of writing and time of the last change of status. The
 *    latter is set by the system at every writing and renaming, and no program can set it back. A state only counts when it was `settledMs` old when the
 *    file had been read, so that a writing that came right after would have got another time, however coarsely the file system counts it.
 * 2. Its content has the same SHA-256 (`contentHash.ts`): the file was copied, moved, touched, or written anew with the same bytes. That takes a reading,
 *    but no parsing, and makes its state one of the known ones.
 *
 * In both cases the sixteen samples of `samplePrint.ts` agree, or the entry would not have been found. Anything else is read anew.
 */
import { mkdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../file/contentHash.ts'
import type { FileState } from '../file/layerFile.ts'
import type { LayerContent } from '../file/layerContent.ts'
import type { ReadLayer, ReadOptions } from '../format.ts'
import { type Blobs, blobsIn, noBlobs } from './blobs.ts'
import { isKnown, remember, stateKey } from './knownStates.ts'
import { describeStore, readStore, writeStore } from './storeFile.ts'

/** The coarsest clock of a file system that is in use: FAT counts in two seconds. */
const settledMs = 2_000

export class CacheEntry {
  /** Of this content: everything that the cache knows of it. */
  readonly folder: string
  private readonly version: string
  private readonly keepsStores: boolean
  private readonly grown: () => void

  /**
   * @param keepsStores false when the folder is for unpacked text only
   * @param grown is told that something was written
   */
  constructor(folder: string, version: string, keepsStores: boolean, grown: () => void) {
    this.folder = folder
    this.version = version
    this.keepsStores = keepsStores
    this.grown = grown
  }

  /** Where the text of a packed file is. */
  get textPath(): string {
    return join(this.folder, 'text')
  }

  /**
   * The layer as it was when it was last read.
   *
   * @returns null when it has to be read
   * @throws CancelledError, RefusalError when the file changes meanwhile
   */
  async restore(content: LayerContent, options: ReadOptions): Promise<ReadLayer | null> {
    if (!this.keepsStores) return null
    const text = content.packing === null ? null : await stateOfText(this.textPath)
    const wanted = await this.wantedKey(content, text, options)
    if (wanted === null) return null
    const layer = await readStore(this.storePath, this.version, wanted)
    if (layer !== null) await utimes(this.storePath, new Date(), new Date()).catch(() => undefined)
    return layer
  }

  /** Keeps a layer that was read. Never throws: a cache that cannot be written is none. @param settled see `isSettled` */
  async keep(layer: ReadLayer, state: FileState, settled: boolean, isPacked: boolean): Promise<void> {
    if (!this.keepsStores) return
    try {
      await mkdir(this.folder, { recursive: true })
      await writeStore(this.storePath, layer, this.version, isPacked ? await stateOfText(this.textPath) : null)
      if (settled) await remember(this.statesPath, layer.contentKey, state)
      this.grown()
    } catch {
      await rm(this.storePath, { force: true }).catch(() => undefined)
    }
  }

  blobs(contentKey: string): Blobs {
    return this.keepsStores ? blobsIn(this.folder, contentKey, this.version, this.grown) : noBlobs
  }

  private get storePath(): string {
    return join(this.folder, 'store')
  }

  private get statesPath(): string {
    return join(this.folder, 'states')
  }

  /** The content key under which the file's layer is kept; null when it is not, or under another one. */
  private async wantedKey(content: LayerContent, text: string | null, options: ReadOptions): Promise<string | null> {
    const { file } = content
    const store = await describeStore(this.storePath)
    if (store === null || store.version !== this.version || store.text !== text) return null
    const { contentKey } = store.facts
    if (await isKnown(this.statesPath, contentKey, file.state)) return contentKey
    const key = await hashOf(file, options.signal, (done, total) => options.onProgress(done, total))
    await file.check()
    if (key !== contentKey) return null
    if (isSettled(file.state)) await remember(this.statesPath, key, file.state).catch(() => undefined)
    return key
  }
}

/** Whether a writing from now on would leave another time of change behind than the one that a file has. */
export function isSettled({ mtimeNs, ctimeNs }: FileState): boolean {
  const last = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n)
  return Date.now() - last > settledMs
}

async function stateOfText(path: string): Promise<string | null> {
  const now = await stat(path, { bigint: true }).catch(() => null)
  return now === null ? null : stateKey(now)
}
