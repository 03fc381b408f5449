/** The features of layer files, as OpenLayers sources. Layers that show the same features of a file share one. */
import type Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorSource from 'ol/source/Vector.js'
import { featuresAddress } from '../../electron/contract/addresses.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { isMatching } from '../../electron/contract/query.ts'
import { matchingOf } from '../store/featureQueries.ts'

/** What of a file is shown. */
export type Shown = { summary: LayerSummary; /** A condition of the filter language; '' for all. */ filter: string }

export type FeatureSource = {
  source: VectorSource
  /** Its features are there. */
  isLoaded: boolean
  /** Resolves when they are, and never rejects. */
  loading: Promise<void>
}

type Entry = FeatureSource & { contentKey: string }

export class FeatureSources {
  readonly #entries = new Map<string, Entry>()
  readonly #format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })
  /** Is told, in a sentence, of features that did not arrive. */
  readonly failed: (message: string) => void

  /** @param failed is told, in a sentence, of features that did not arrive */
  constructor(failed: (message: string) => void) {
    this.failed = failed
  }

  /** @returns the source of a file as it was last read; its features may still be on the way */
  get(shown: Shown): FeatureSource {
    const { summary } = shown
    const key = keyOf(shown)
    const known = this.#entries.get(key)
    if (known?.contentKey === summary.contentKey) return known
    const source = known?.source ?? new VectorSource({ wrapX: true })
    const entry: Entry = { contentKey: summary.contentKey, source, isLoaded: false, loading: Promise.resolve() }
    this.#entries.set(key, entry)
    entry.loading = this.#load(key, entry, shown)
    return entry
  }

  /** Resolves when no features are on the way. */
  async settled(): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ loading }) => loading))
  }

  /** Drops the features of files that are not in use any more, and of filters that are not. */
  retain(used: readonly Shown[]): void {
    // All of a file are at hand for its next filter.
    const keys = new Set(used.flatMap((shown) => [keyOf(shown), keyOf({ ...shown, filter: '' })]))
    // A layer may show the features of a filter until those of its next one are there: they are not taken out of the source.
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key)
  }

  async #load(key: string, entry: Entry, shown: Shown): Promise<void> {
    try {
      const found = await (shown.filter === '' ? this.#read(shown.summary) : this.#select(shown))
      // A newer reading of the file may have overtaken this one.
      if (this.#entries.get(key) !== entry) return
      entry.source.clear(true)
      entry.source.addFeatures(found)
    } catch (error) {
      if (this.#entries.get(key) !== entry) return
      // It is tried again the next time; of another state of the file, what a filter lets through is not known.
      entry.contentKey = ''
      if (shown.filter !== '') entry.source.clear(true)
      this.failed(error instanceof Error ? error.message : String(error))
    } finally {
      entry.isLoaded = true
    }
  }

  async #read({ id, contentKey }: LayerSummary): Promise<Feature[]> {
    const response = await fetch(featuresAddress(id, contentKey))
    if (!response.ok)
      throw new Error(response.status === 422 ? ((await response.json()) as { message: string }).message : `status ${response.status}`)
    return this.#format.readFeatures(await response.json())
  }

  /** The same features as in the source of all, and so the same objects. */
  async #select({ summary, filter }: Shown): Promise<Feature[]> {
    const all = this.get({ summary, filter: '' })
    const [{ bits }] = await Promise.all([matchingOf(summary.id, filter), all.loading])
    return all.source.getFeatures().filter((feature) => isMatching(bits, Number(feature.getId())))
  }
}

const keyOf = ({ summary: { id }, filter }: Shown): string => `${id} ${filter}`
