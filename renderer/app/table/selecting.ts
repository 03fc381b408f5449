/** Selecting rows: one, some, those between two, all that the table shows, and all others. */
import type { SourceId } from '../../../electron/contract/layer.ts'
import type { TableQuery } from '../../../electron/contract/query.ts'
import { FeatureSet } from '../../store/featureSet.ts'
import { selectedFeatures, selectFeatures } from '../../store/featureSelectionStore.ts'
import { featuresInOrder } from '../../store/tableQueries.ts'
import { report } from '../files.ts'

/** Rows of a layer, in their order. */
export type TableRows = { layerId: string; source: SourceId; contentKey: string; query: TableQuery }

let known: { rows: TableRows; order: Promise<Uint32Array> } | null = null

/** Features by row. The last order is kept, since most actions are about the same rows. @throws RefusalError */
export async function orderOf(rows: TableRows): Promise<Uint32Array> {
  const isKnown =
    known !== null && known.rows.query === rows.query && known.rows.source === rows.source && known.rows.contentKey === rows.contentKey
  if (known !== null && isKnown) return known.order
  const order = featuresInOrder(rows.source, rows.query)
  const entry = { rows, order }
  known = entry
  order.catch(() => {
    if (known === entry) known = null
  })
  return order
}

/** Lets the last order go: the table is closed. */
export const forgetOrder = (): void => void (known = null)

let lastWish = 0

/** Does what takes a question to the engine; what was wished for later wins. */
async function later(wish: () => Promise<() => void>): Promise<void> {
  const own = (lastWish += 1)
  await report(async () => {
    const done = await wish()
    if (own === lastWish) done()
  })
}

export function selectOne(layerId: string, feature: number): void {
  lastWish += 1
  selectFeatures(layerId, FeatureSet.of([feature]))
}

export function toggleOne(layerId: string, feature: number): void {
  lastWish += 1
  selectFeatures(layerId, selectedFeatures(layerId).toggled(feature))
}

/** A row that is not in the window yet: its feature is asked for. */
export async function selectRow(rows: TableRows, row: number): Promise<void> {
  await selectBetween(rows, row, row, FeatureSet.empty)
}

/** @param base what stays selected beside the rows from one to the other */
export async function selectBetween(rows: TableRows, a: number, b: number, base: FeatureSet): Promise<void> {
  await later(async () => {
    const order = await orderOf(rows)
    const features = order.subarray(Math.min(a, b), Math.max(a, b) + 1)
    return () => selectFeatures(rows.layerId, base.with(features))
  })
}

export async function selectAllRows(rows: TableRows): Promise<void> {
  await later(async () => {
    const all = FeatureSet.of(await orderOf(rows))
    return () => selectFeatures(rows.layerId, selectedFeatures(rows.layerId).union(all))
  })
}

/** Selects what is not selected of all features that the filter lets through; a search does not matter. */
export async function invertSelection(rows: TableRows): Promise<void> {
  await later(async () => {
    const query: TableQuery = { filter: rows.query.filter, search: '', sort: null, only: null }
    const all = FeatureSet.of(await featuresInOrder(rows.source, query))
    return () => selectFeatures(rows.layerId, all.symmetricDifference(selectedFeatures(rows.layerId).intersection(all)))
  })
}

export function clearSelection(layerId: string): void {
  lastWish += 1
  selectFeatures(layerId, FeatureSet.empty)
}
