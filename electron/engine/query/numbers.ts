/** The numbers of a field that a filter lets through, in their order. */
import type { OpenLayer } from '../sources.ts'
import { type Column, number } from './column.ts'
import { columnFor } from './columns.ts'
import { maskOf } from './filter.ts'
import { visitSelection } from './selection.ts'
import type { WorkOptions } from './sharedWork.ts'

export type SortedNumbers = {
  /** Ascending. */
  sorted: Float64Array
  /** Features without a number. */
  others: number
}

/** @throws RefusalError, CancelledError */
export async function numbersOf(open: OpenLayer, field: string, filter: string, options: WorkOptions): Promise<SortedNumbers> {
  const mask = await maskOf(open, filter, options)
  const { kinds, numbers }: Column = await columnFor(open, field, options)
  const found = new Float64Array(mask?.count ?? open.layer.store.featureCount)
  let count = 0
  let others = 0
  const visit = (feature: number): void => {
    if (kinds[feature] === number) found[count++] = numbers?.[feature] ?? 0
    else others += 1
  }
  await visitSelection(open, mask, visit, options.signal)
  return { sorted: found.subarray(0, count).toSorted(), others }
}

/** By linear interpolation between neighbours (method 7 of Hyndman and Fan 1996). @param sorted not empty @param share 0 to 1 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const before = Math.floor(at)
  const low = sorted[before] as number
  const high = sorted[Math.min(before + 1, sorted.length - 1)] as number
  return low + (high - low) * (at - before)
}
