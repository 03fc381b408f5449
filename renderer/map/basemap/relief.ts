/** The shaded relief: a raster of its own below the lines and names. */
import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import { reliefTileAddress } from '../../../electron/contract/addresses.ts'
import { withAlpha } from './colour.ts'
import { atZoom } from './zoom.ts'

/** Zoom up to which the raster has tiles of its own; above, they are enlarged. */
export const reliefMaxZoom = 6

export type ReliefOptions = { veil: string | null; className: string; onProblem: (sentence: string) => void }

/** A hidden raster layer with the relief of the world, under a veil of paper. */
export function reliefLayer({ veil, className, onProblem }: ReliefOptions): TileLayer<XYZ> {
  const source = new XYZ({
    maxZoom: reliefMaxZoom,
    transition: 0,
    tileUrlFunction: ([z = 0, x = 0, y = 0]) => reliefTileAddress(z, x, y),
  })
  source.once('tileloaderror', () => onProblem('The relief of the basemap could not be read. The map is drawn without it.'))
  const layer = new TileLayer({ source, className, visible: false, preload: 2 })
  layer.on('postrender', (event) => {
    const { context, frameState } = event
    if (veil === null || !(context instanceof CanvasRenderingContext2D) || frameState === undefined) return
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = withAlpha(veil, atZoom(frameState.viewState.zoom, [3, 0.2], [6, 0.25], [10, 0.62]))
    context.fillRect(0, 0, context.canvas.width, context.canvas.height)
    context.restore()
  })
  return layer
}
