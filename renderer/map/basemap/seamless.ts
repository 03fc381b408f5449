/** A vector tile layer without hairlines between its tiles. */
import CanvasVectorTileLayerRenderer from 'ol/renderer/canvas/VectorTileLayer.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import { buffer } from 'ol/extent.js'
import { getUid } from 'ol/util.js'

/** Tiles are drawn this many pixels over their edge. */
const overlapPx = 0.6

/** What is needed of OpenLayers' executor group: the extent that it clips its drawing to. */
type Clipped = { maxExtent_: number[] | null }

/**
 * OpenLayers clips every tile to its extent. Between zooms an edge falls inside a pixel; both neighbours then cover a part of it, and the background
 * shines through as a line across the land. Here each tile reaches a little into the next.
 */
class SeamlessRenderer extends CanvasVectorTileLayerRenderer {
  readonly #grown = new WeakSet<object>()

  override drawTile(...args: Parameters<CanvasVectorTileLayerRenderer['drawTile']>): void {
    super.drawTile(...args)
    const [tile, frameState] = args
    for (const group of tile.executorGroups[getUid(this.getLayer())] ?? []) {
      if (this.#grown.has(group)) continue
      this.#grown.add(group)
      const clipped = group as unknown as Clipped
      if (clipped.maxExtent_ !== null) clipped.maxExtent_ = buffer(clipped.maxExtent_, overlapPx * frameState.viewState.resolution)
    }
  }
}

/** Like `ol/layer/VectorTile`, drawn by {@link SeamlessRenderer}. */
export class SeamlessVectorTileLayer extends VectorTileLayer {
  override createRenderer(): SeamlessRenderer {
    return new SeamlessRenderer(this, {})
  }
}
