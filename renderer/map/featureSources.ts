/** The features of layer files, as OpenLayers sources. Layers that show the same file share one. */
import GeoJSON from 'ol/format/GeoJSON.js'
import VectorSource from 'ol/source/Vector.js'
import { featuresAddress } from '../../electron/contract/addresses.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'

type Entry = { contentKey: string; source: VectorSource; loading: Promise<void> }

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
  get({ id, contentKey }: LayerSummary): VectorSource {
    const known = this.#entries.get(id)
    if (known !== undefined && known.contentKey === contentKey) return known.source
    const source = known?.source ?? new VectorSource({ wrapX: true })
    const loading = this.#load(id, contentKey, source)
    this.#entries.set(id, { contentKey, source, loading })
    return source
  }

  /** Resolves when no features are on the way. */
  async settled(): Promise<void> {
    await Promise.all([...this.#entries.values()].map(({ loading }) => loading))
  }

  /** Drops the features of files that are not in use any more. */
  retain(ids: ReadonlySet<string>): void {
    for (const [id, { source }] of this.#entries) {
      if (ids.has(id)) continue
      source.clear(true)
      this.#entries.delete(id)
    }
  }

  async #load(id: string, contentKey: string, source: VectorSource): Promise<void> {
    try {
      const response = await fetch(featuresAddress(id, contentKey))
      if (!response.ok)
        throw new Error(response.status === 422 ? ((await response.json()) as { message: string }).message : `status ${response.status}`)
      const features = this.#format.readFeatures(await response.json())
      // A newer reading of the file may have overtaken this one.
      if (this.#entries.get(id)?.contentKey !== contentKey) return
      source.clear(true)
      source.addFeatures(features)
    } catch (error) {
      this.failed(error instanceof Error ? error.message : String(error))
    }
  }
}
