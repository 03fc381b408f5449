/** The shaded relief: a raster of its own below the lines and names. */
import TileLayer from 'ol/layer/Tile.js'
import XYZ from 'ol/source/XYZ.js'
import { reliefTileAddress } from '../../../electron/contract/addresses.ts'

/** Zoom up to which the raster has tiles of its own; above, they are enlarged. */
export const reliefMaxZoom = 6

/** A hidden raster layer with the relief of the world. */
export function reliefLayer(onProblem: (sentence: string) => void): TileLayer<XYZ> {
  const source = new XYZ({
    maxZoom: reliefMaxZoom,
    transition: 0,
    tileUrlFunction: ([z = 0, x = 0, y = 0]) => reliefTileAddress(z, x, y),
  })
  source.once('tileloaderror', () => onProblem('The relief of the basemap could not be read. The map is drawn without it.'))
  return new TileLayer({ source, visible: false, preload: 2 })
}
