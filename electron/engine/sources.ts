/** The layers that are open, by the id that main gave them. */
import type { LayerSummary } from '../contract/layer.ts'
import { CancelledError, RefusalError } from '../contract/refusal.ts'
import { type FileState, isSame, openLayerFile, stateOf } from './file/layerFile.ts'
import { type ReadLayer, type ReadOptions, readerFor } from './format.ts'

export interface OpenLayer {
  path: string
  state: FileState
  layer: ReadLayer
  summary: LayerSummary
}

export class Sources {
  private readonly open = new Map<string, OpenLayer>()
  /** The last request for each source: an older one that is still reading does not overwrite it. */
  private readonly turns = new Map<string, symbol>()

  /** Reads a layer, or gives back what is known when the file is unchanged. @throws RefusalError, CancelledError */
  async read(source: string, path: string, options: ReadOptions): Promise<LayerSummary> {
    const known = this.open.get(source)
    if (known !== undefined && known.path === path) {
      const state = await stateOf(path)
      if (state !== null && isSame(state, known.state)) return known.summary
    }
    const turn = Symbol(source)
    this.turns.set(source, turn)
    try {
      const file = await openLayerFile(path)
      try {
        const layer = await readerFor(file)(file, options)
        const summary = summarise(source, file.size, layer)
        if (this.turns.get(source) !== turn) throw new CancelledError()
        this.open.set(source, { path, state: file.state, layer, summary })
        return summary
      } finally {
        await file.close()
      }
    } catch (error) {
      // What was known of an earlier state of the file is not what the user asked for.
      if (error instanceof RefusalError && this.turns.get(source) === turn) this.open.delete(source)
      throw error
    }
  }

  close(source: string): void {
    this.turns.delete(source)
    this.open.delete(source)
  }

  /** @throws RefusalError when the layer is not open */
  get(source: string): OpenLayer {
    const known = this.open.get(source)
    if (known === undefined) throw new RefusalError({ message: 'This layer is not open.', advice: 'Open its file again.' })
    return known
  }
}

function summarise(id: string, sizeBytes: number, layer: ReadLayer): LayerSummary {
  const { format, contentKey, crs, crsDeclared, store, drawn, withoutGeometry, geometries, boundingBox, fields, problems } = layer
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
    problems: { count: problems.count, skipped: problems.skipped, first: problems.list.slice(0, 10) },
  }
}
