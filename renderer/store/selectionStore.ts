/** Which layer the panels are about, and what the last click on the map found. */
import { createStore } from 'zustand/vanilla'
import type { FeatureRecord, SourceId } from '../../electron/contract/layer.ts'
import type { Refusal } from '../../electron/contract/refusal.ts'
import { call } from '../bridge/index.ts'
import { refusalOf } from './sourceStore.ts'

/** Features of one layer under the pointer, topmost first. */
export type Hit = { layerId: string; layerName: string; source: SourceId; features: number[] }

export type Identified = { layerId: string; layerName: string; source: SourceId; record: FeatureRecord }

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
        return records.map((record) => ({ layerId, layerName, source, record }))
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

/**
 * Asks anew for what was found in a file that was read again. A feature is looked for where it was and, when something else is there now, where it is if
 * others were put in or taken out before it; one that is in neither place is still the one at its place when none were.
 *
 * @param more features that the file has now
 */
export async function followIdentified(source: SourceId, more: number): Promise<void> {
  const { identified, marked } = selectionStore.getState()
  const asked = lastAsked
  const own = identified?.filter((one) => one.source === source) ?? []
  if (identified === null || own.length === 0) return
  const places = own.flatMap(({ record: { feature } }) => [feature, feature + more]).filter((feature) => feature >= 0)
  const records = await call('layers.records', { source, features: [...new Set(places)].slice(0, 1_000) }).catch(() => [])
  if (asked !== lastAsked || selectionStore.getState().identified !== identified) return
  const now = new Map(records.map((record) => [record.feature, record]))
  const found = new Map<Identified, Identified>()
  for (const one of own) {
    const { feature } = one.record
    const record = [feature, feature + more]
      .map((place) => now.get(place))
      .find((other) => other !== undefined && isAlike(other, one.record))
    const there = record ?? (more === 0 ? now.get(feature) : undefined)
    if (there !== undefined) found.set(one, { ...one, record: there })
  }
  const followed = identified.flatMap((one) => (one.source === source ? (found.get(one) ?? []) : [one]))
  const markedOne = identified.find((one) => one.layerId === marked?.layerId && one.record.feature === marked.feature)
  const markedNow = markedOne === undefined ? undefined : markedOne.source === source ? found.get(markedOne) : markedOne
  selectionStore.setState({
    identified: followed,
    marked: markedNow === undefined ? null : { layerId: markedNow.layerId, feature: markedNow.record.feature },
  })
}

const isAlike = (a: FeatureRecord, b: FeatureRecord): boolean => JSON.stringify(a.attributes) === JSON.stringify(b.attributes)
