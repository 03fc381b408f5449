/** Shows the feature whose attributes are read, from wherever its geometry is: the window, or the engine for a big layer. */
import GeoJSON from 'ol/format/GeoJSON.js'
import type { SourceId } from '../../electron/contract/layer.ts'
import { isMatching } from '../../electron/contract/query.ts'
import { geometryOf, matchingOf } from '../store/featureQueries.ts'
import { type SelectionState, selectionStore } from '../store/selectionStore.ts'
import { sourceOf } from '../store/sourceStore.ts'
import type { Highlight } from './highlight.ts'
import type { LayerStack } from './layerStack.ts'
import { PaintedLayer } from './painter/paintedLayer.ts'

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })

/** Never throws: what cannot be marked is not. An answer that was overtaken by another mark is dropped. */
export async function showMarked(marked: SelectionState['marked'], stack: LayerStack, highlight: Highlight): Promise<void> {
  const shown = marked === null ? undefined : stack.visible().find(({ drawn }) => drawn.id === marked.layerId)
  if (marked === null || shown === undefined || !(shown.layer instanceof PaintedLayer)) {
    const feature = marked === null ? null : stack.find(marked.layerId)?.getSource()?.getFeatureById(marked.feature)
    highlight.show(feature?.getGeometry() ?? null)
    return
  }
  const source = sourceOf(shown.drawn.path)
  const geometry = source === null ? null : await shownGeometry(source.id, shown.drawn.filter, marked.feature).catch(() => null)
  if (selectionStore.getState().marked === marked) highlight.show(geometry === null ? null : format.readGeometry(geometry))
}

/** Null for a feature that the layer's filter does not let through. */
async function shownGeometry(source: SourceId, filter: string, feature: number): Promise<unknown> {
  if (filter !== '' && !isMatching((await matchingOf(source, filter)).bits, feature)) return null
  return geometryOf(source, feature)
}
