/** Which layer the panels are about, and what the last click on the map found. */
import { createStore } from 'zustand/vanilla'
import type { FeatureRecord, SourceId } from '../../electron/contract/layer.ts'
import type { Refusal } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { refusalOf } from './sourceStore.ts'

/** Features of one layer under the pointer, topmost first. */
export type Hit = { layerId: string; layerName: string; source: SourceId; features: number[] }

export type Identified = { layerId: string; layerName: string; record: FeatureRecord }

export type SelectionState = {
  /** Layer or group that is selected in the panel. */
  nodeId: string | null
  /** Null before the first click and after the panel was closed. */
  identified: Identified[] | null
  /** The click was one that adds to what is selected. */
  isAdding: boolean
  /** The one of `identified` that is marked on the map; null when there is none. */
  marked: { layerId: string; feature: number } | null
  identifyFailed: Refusal | null
}

export const selectionStore = createStore<SelectionState>(() => ({
  nodeId: null,
  identified: null,
  isAdding: false,
  marked: null,
  identifyFailed: null,
}))

export const selectNode = (nodeId: string | null): void => selectionStore.setState({ nodeId })

export const mark = (marked: SelectionState['marked']): void => selectionStore.setState({ marked })

export const clearIdentified = (): void => selectionStore.setState({ identified: null, marked: null, identifyFailed: null })

let lastAsked = 0

/**
 * Asks the engine for the attributes of what was clicked. An answer that was overtaken by another click is dropped.
 *
 * @param finding what lies there
 * @param isAdding it was a click that adds to what is selected
 */
export async function identify(finding: Promise<Hit[]>, isAdding = false): Promise<void> {
  const asked = (lastAsked += 1)
  try {
    const hits = await finding
    const found = await Promise.all(
      hits.map(async ({ layerId, layerName, source, features }) => {
        const records = await call('layers.records', { source, features })
        return records.map((record) => ({ layerId, layerName, record }))
      }),
    )
    if (asked !== lastAsked) return
    const identified = found.flat()
    const [first] = identified
    selectionStore.setState({
      identified,
      isAdding,
      identifyFailed: null,
      marked: first === undefined ? null : { layerId: first.layerId, feature: first.record.feature },
    })
  } catch (error) {
    if (asked === lastAsked) selectionStore.setState({ identified: [], isAdding: false, marked: null, identifyFailed: refusalOf(error) })
  }
}
