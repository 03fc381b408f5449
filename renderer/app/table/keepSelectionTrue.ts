/** Keeps the selected features in step: with clicks on the map, with the filters of the layers, and with the document. */
import { allLayers } from '../../document/layers.ts'
import { documentStore } from '../../store/documentStore.ts'
import { clearFeatureSelection, selectedFeatures, selectFeatures } from '../../store/featureSelectionStore.ts'
import { FeatureSet } from '../../store/featureSet.ts'
import { type SelectionState, selectionStore } from '../../store/selectionStore.ts'
import { sourceOf } from '../../store/sourceStore.ts'
import { askMatching } from '../../store/tableQueries.ts'
import { openTable, revealRow, tableStore } from '../../store/tableStore.ts'

/** Follows the stores from now on. */
export function keepSelectionTrue(): void {
  selectionStore.subscribe((state, before) => {
    if (state.identified !== before.identified) followClick(state)
  })
  documentStore.subscribe((state, before) => {
    if (state.generation !== before.generation) {
      clearFeatureSelection()
      openTable(null)
      return
    }
    const [now, then] = [state.history.document, before.history.document]
    if (now.layers === then.layers) return
    const filters = new Map(allLayers(then).map(({ id, filter }) => [id, filter]))
    for (const { id, path, filter } of allLayers(now)) if (filters.get(id) !== filter) void followFilter(id, path, filter)
  })
}

/** With its table open, a layer's feature that was clicked is selected, and its row comes into view. A click beside all of them changes nothing. */
function followClick({ identified, isAdding }: SelectionState): void {
  const { layerId } = tableStore.getState()
  const hit = identified?.find((one) => one.layerId === layerId)
  if (hit === undefined || layerId === null) return
  const { feature } = hit.record
  selectFeatures(layerId, isAdding ? selectedFeatures(layerId).toggled(feature) : FeatureSet.of([feature]))
  revealRow(layerId, feature)
}

/** What a filter hides is not selected any more: nothing is done to what is not seen. */
async function followFilter(layerId: string, path: string, filter: string): Promise<void> {
  const source = sourceOf(path)
  if (source === null || filter === '' || selectedFeatures(layerId).count === 0) return
  try {
    const matching = await askMatching(source.id, filter).answer
    selectFeatures(layerId, selectedFeatures(layerId).intersection(matching))
  } catch {
    // The table and the map say in a sentence why the filter shows nothing.
    selectFeatures(layerId, FeatureSet.empty)
  }
}
