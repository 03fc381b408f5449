/** What is under the pointer, in every visible layer. */
import type { FeatureLike } from 'ol/Feature.js'
import type OlMap from 'ol/Map.js'
import type { Hit } from '../store/selectionStore.ts'
import { sourceOf } from '../store/sourceStore.ts'
import type { LayerStack } from './layerStack.ts'

/** How far from a point or line a click still counts. */
const tolerancePx = 4
/** More than this under one click is a heap, not an answer. */
const maxPerLayer = 100

/**
 * @param pixel `[x, y]` in CSS pixels of the map
 * @returns features by layer, topmost layer first
 */
export function featuresAt(map: OlMap, stack: LayerStack, pixel: number[]): Hit[] {
  const coordinate = map.getCoordinateFromPixel(pixel)
  return stack.visible().flatMap(({ drawn, layer }) => {
    const source = sourceOf(drawn.path)
    if (source === null) return []
    const found = new Set<number>()
    const collect = (feature: FeatureLike): void => {
      const id = feature.getId()
      if (typeof id === 'number' && found.size < maxPerLayer) found.add(id)
    }
    map.forEachFeatureAtPixel(pixel, collect, { layerFilter: (one) => one === layer, hitTolerance: tolerancePx })
    // A polygon without fill is still a place one can point into.
    layer.getSource()?.getFeaturesAtCoordinate(coordinate).forEach(collect)
    return found.size === 0 ? [] : [{ layerId: drawn.id, layerName: drawn.name, source: source.id, features: [...found] }]
  })
}
