/** A PMTiles archive as an OpenLayers source. */
import MVT from 'ol/format/MVT.js'
import { createXYZ } from 'ol/tilegrid.js'
import type Projection from 'ol/proj/Projection.js'
import RenderFeature from 'ol/render/Feature.js'
import TileState from 'ol/TileState.js'
import type VectorTile from 'ol/VectorTile.js'
import VectorTileSource from 'ol/source/VectorTile.js'
import { FetchSource, PMTiles } from 'pmtiles'
import { withoutDoubledWater } from './surveyedWater.ts'
import { coastLines } from './coast.ts'
import { createTileExtent } from './tileExtent.ts'
import { regionLines } from './regionLines.ts'
import { zDirection } from './zoom.ts'

export type ArchiveOptions = {
  address: string
  minZoom: number
  maxZoom: number
  /** Bounds in EPSG:3857 at which the archive cuts what goes beyond them. */
  bounds?: readonly number[]
  /** Layers that are drawn as ground; `admin1` as the lines between its areas. */
  ground: readonly string[]
  /** Layers that give names; rivers are both. */
  names: readonly string[]
  /** Hears the name-giving features of every tile that arrives. */
  onNames: (features: RenderFeature[], tile: readonly [z: number, x: number, y: number]) => void
  /** Hears once, in a sentence, that the archive cannot be read. */
  onProblem: (sentence: string) => void
}

/**
 * Opens an archive for drawing. Ground features stay in their tiles; names leave them, because a name must be placed once and in the order of its
 * importance over the whole view, and a tile knows neither.
 */
export function archiveSource(options: ArchiveOptions): VectorTileSource {
  const archive = new PMTiles(new FetchSource(options.address))
  const format = new MVT({ featureClass: RenderFeature, layers: [...new Set([...options.ground, ...options.names])] })
  const names = new Set(options.names)
  const drawn = new Set(options.ground)
  let reported = false

  const load = async (tile: VectorTile<RenderFeature>, extent: number[], featureProjection: Projection): Promise<void> => {
    const [z = 0, x = 0, y = 0] = tile.getTileCoord()
    try {
      const found = await archive.getZxy(z, x, y)
      const features = found === undefined ? [] : format.readFeatures(found.data, { extent, featureProjection })
      const named: RenderFeature[] = []
      const ground: RenderFeature[] = []
      const areas: RenderFeature[] = []
      for (const feature of features) {
        const layer: string = feature.get('layer')
        if (names.has(layer)) named.push(feature)
        if (layer === 'admin1') areas.push(feature)
        else if (drawn.has(layer)) ground.push(feature)
      }
      const land = ground.filter((feature) => feature.get('layer') === 'land')
      const place = createTileExtent([z, x, y])
      ground.push(coastLines(land, place, options.bounds), ...regionLines(areas, place, options.bounds))
      if (named.length > 0) options.onNames(named, [z, x, y])
      tile.setFeatures(withoutDoubledWater(ground))
    } catch (error) {
      tile.setState(TileState.ERROR)
      if (reported) return
      reported = true
      const reason = error instanceof Error ? error.message : String(error)
      options.onProblem(
        `The basemap archive ${options.address.split('/').at(-1)} could not be read (${reason}). The map is drawn without it.`,
      )
    }
  }

  return new VectorTileSource({
    format,
    tileGrid: createXYZ({ minZoom: options.minZoom, maxZoom: options.maxZoom, tileSize: 256 }),
    zDirection,
    transition: 0,
    // Tiles are named by their place; the archive finds their bytes.
    tileUrlFunction: ([z, x, y]) => `${options.address}/${z}/${x}/${y}`,
    tileLoadFunction: (tile) => {
      const vectorTile = tile as VectorTile<RenderFeature>
      vectorTile.setLoader((extent, _resolution, projection) => {
        void load(vectorTile, extent, projection)
      })
    },
  })
}
