/** The layers that are open, by the id that main gave them. */
import type { LayerSummary } from '../contract/layer.ts'
import { CancelledError, RefusalError } from '../contract/refusal.ts'
import { type Blobs, noBlobs } from './cache/blobs.ts'
import { type CacheEntry, isSettled } from './cache/cacheEntry.ts'
import { LayerCache } from './cache/layerCache.ts'
import { contentOf, isPacked } from './file/contentOf.ts'
import { type FileState, isSame, type LayerFile, openLayerFile, stateOf } from './file/layerFile.ts'
import type { ByteRanges } from './file/ranges.ts'
import { type ReadLayer, type ReadOptions, readLayer } from './format.ts'

export interface OpenLayer {
  path: string
  state: FileState
  layer: ReadLayer
  summary: LayerSummary
  /** Where the attributes and exact coordinates are read: `LayerStore.starts` and the like count in it. */
  bytes: ByteRanges
  /** What is kept on disk beside the layer. */
  blobs: Blobs
  /** It came out of the cache: its file was not parsed. */
  isRestored: boolean
  /** Null when nothing of the layer is on disk. */
  entry: CacheEntry | null
}

/** What is being opened or was just opened is written to the cache a little later: the first picture comes first. */
const keepDelayMs = 1_500

export class Sources {
  readonly cache: LayerCache
  private readonly open = new Map<string, OpenLayer>()
  /** The last request for each source: an older one that is still reading does not overwrite it. */
  private readonly turns = new Map<string, symbol>()
  private readonly delayMs: number
  /** One layer is written at a time. */
  private keeping: Promise<unknown> = Promise.resolve()

  constructor(cache = new LayerCache(null), delayMs = keepDelayMs) {
    this.cache = cache
    this.delayMs = delayMs
  }

  /**
   * Reads a layer, or gives back what is known when the file is unchanged.
   *
   * @param again what is known stays when the file cannot be read
   * @throws RefusalError, CancelledError
   */
  async read(source: string, path: string, options: ReadOptions, again = false): Promise<LayerSummary> {
    const known = this.open.get(source)
    if (known !== undefined && known.path === path && (!known.layer.isPartial || options.partial === true || again)) {
      const state = await stateOf(path)
      if (state !== null && isSame(state, known.state)) return known.summary
    }
    const turn = Symbol(source)
    this.turns.set(source, turn)
    try {
      const file = await openLayerFile(path)
      try {
        const opened = await this.openFile(source, file, options)
        if (this.turns.get(source) !== turn) {
          this.letGo(opened)
          throw new CancelledError()
        }
        this.letGo(this.open.get(source))
        this.open.set(source, opened)
        return opened.summary
      } finally {
        await file.close()
      }
    } catch (error) {
      // What was known of an earlier state of the file is not what the user asked for.
      if (error instanceof RefusalError && !again && this.turns.get(source) === turn) this.forget(source)
      throw error
    }
  }

  close(source: string): void {
    this.turns.delete(source)
    this.forget(source)
  }

  /** @throws RefusalError when the layer is not open */
  get(source: string): OpenLayer {
    const known = this.open.get(source)
    if (known === undefined) throw new RefusalError({ message: 'This layer is not open.', advice: 'Open its file again.' })
    return known
  }

  private async openFile(source: string, file: LayerFile, options: ReadOptions): Promise<OpenLayer> {
    const packed = await isPacked(file)
    const entry = await this.cache.entryFor(file, packed)
    try {
      const content = contentOf(file, packed && entry !== null ? entry.textPath : null)
      const restored = (await entry?.restore(content, options)) ?? null
      const layer = restored ?? (await readLayer(content, options))
      if (restored === null && entry !== null && !layer.isPartial) this.keepLater(entry, layer, file.state, isSettled(file.state), packed)
      return {
        path: file.path,
        state: file.state,
        layer,
        summary: summarise(source, file.size, layer),
        bytes: await content.ranges(),
        isRestored: restored !== null,
        blobs: entry?.blobs(layer.contentKey) ?? noBlobs,
        entry,
      }
    } catch (error) {
      if (entry !== null) await this.cache.release(entry)
      throw error
    }
  }

  /** When everything that was to be kept is on disk. */
  async kept(): Promise<void> {
    await this.keeping
  }

  private keepLater(entry: CacheEntry, layer: ReadLayer, state: FileState, settled: boolean, packed: boolean): void {
    const due = new Promise((resolve) => setTimeout(resolve, this.delayMs))
    this.keeping = Promise.all([this.keeping, due]).then(async () => entry.keep(layer, state, settled, packed))
  }

  private forget(source: string): void {
    this.letGo(this.open.get(source))
    this.open.delete(source)
  }

  private letGo(opened: OpenLayer | undefined): void {
    if (opened !== undefined && opened.entry !== null) void this.cache.release(opened.entry)
  }
}

function summarise(id: string, sizeBytes: number, layer: ReadLayer): LayerSummary {
  const {
    format,
    contentKey,
    crs,
    crsDeclared,
    store,
    drawn,
    withoutGeometry,
    geometries,
    boundingBox,
    fields,
    credits,
    problems,
    isPartial,
  } = layer
  return {
    id,
    format,
    sizeBytes,
    contentKey,
    crs: { code: crs.code, name: crs.name, declared: crsDeclared },
    features: drawn,
    withoutGeometry,
    vertices: store.vertexCount,
    geometries,
    boundingBox,
    fields,
    credits,
    problems: { count: problems.count, skipped: problems.skipped, first: problems.list.slice(0, 10) },
    ...(isPartial ? { partial: true } : {}),
  }
}
