/** What is under the pointer, in every visible layer. */
import type { FeatureLike } from 'ol/Feature.js'
import type VectorLayer from 'ol/layer/Vector.js'
import type OlMap from 'ol/Map.js'
import type { Layer } from '../../electron/contract/document.ts'
import type { SourceId } from '../../electron/contract/layer.ts'
import { featuresNear } from '../store/featureQueries.ts'
import type { Hit } from '../store/selectionStore.ts'
import { sourceOf } from '../store/sourceStore.ts'
import type { LayerStack } from './layerStack.ts'
import { PaintedLayer } from './painter/paintedLayer.ts'
import { inkOf } from './painter/subject.ts'
import { mmToPx } from './style/millimetres.ts'
import { lonLatOf } from './viewConversion.ts'

/** How far from a point or line a click still counts. */
const tolerancePx = 4
/** More than this under one click is a heap, not an answer. */
const maxPerLayer = 100

/**
 * @param pixel `[x, y]` in CSS pixels of the map
 * @returns features by layer, topmost layer first
 * @throws RefusalError when the engine cannot say
 */
export async function featuresAt(map: OlMap, stack: LayerStack, pixel: number[]): Promise<Hit[]> {
  const hits = await Promise.all(
    stack.visible().map(async ({ drawn, layer }): Promise<Hit[]> => {
      const source = sourceOf(drawn.path)
      if (source === null) return []
      const features =
        layer instanceof PaintedLayer ? await featuresInEngine(map, source.id, drawn, pixel) : featuresInWindow(map, layer, pixel)
      return features.length === 0 ? [] : [{ layerId: drawn.id, layerName: drawn.name, source: source.id, features }]
    }),
  )
  return hits.flat()
}

function featuresInWindow(map: OlMap, layer: VectorLayer, pixel: number[]): number[] {
  const found = new Set<number>()
  const collect = (feature: FeatureLike): void => {
    const id = feature.getId()
    if (typeof id === 'number' && found.size < maxPerLayer) found.add(id)
  }
  map.forEachFeatureAtPixel(pixel, collect, { layerFilter: (one) => one === layer, hitTolerance: tolerancePx })
  // A polygon without fill is still a place one can point into.
  layer.getSource()?.getFeaturesAtCoordinate(map.getCoordinateFromPixel(pixel)).forEach(collect)
  return [...found]
}

/** A mark is hit where it is drawn, and a little beside it. */
function featuresInEngine(map: OlMap, source: SourceId, { style, filter }: Layer, pixel: number[]): Promise<number[]> {
  const { symbols } = inkOf(style)
  const resolution = map.getView().getResolution() ?? 1
  const reachM = (widthsMm: number[]): number => (mmToPx(Math.max(...widthsMm)) / 2 + tolerancePx) * resolution
  return featuresNear(source, {
    area: lonLatOf(map.getCoordinateFromPixel(pixel)),
    reachM: {
      point: reachM(symbols.map(({ sizeMm, outlineWidthMm }) => sizeMm + outlineWidthMm)),
      line: reachM(symbols.map(({ lineWidthMm }) => lineWidthMm)),
      area: reachM(symbols.map(({ outlineWidthMm }) => outlineWidthMm)),
    },
    filter,
    limit: maxPerLayer,
  })
}
