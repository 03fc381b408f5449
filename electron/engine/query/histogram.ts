/** How the numbers of a field are spread: in bars of equal width, and over the classes of a style. */
import type { Histogram, HistogramRequest } from '../../contract/query.ts'
import type { OpenLayer } from '../sources.ts'
import { numbersOf } from './numbers.ts'
import type { WorkOptions } from './sharedWork.ts'

/** @throws RefusalError, CancelledError */
export async function histogramOf(
  open: OpenLayer,
  { field, filter, bins, ranges }: HistogramRequest,
  options: WorkOptions,
): Promise<Histogram> {
  const { sorted, others } = await numbersOf(open, field, filter, options)
  const [min = null, max = null] = [sorted[0], sorted.at(-1)]
  return { min, max, counts: barsOf(sorted, bins), inRanges: countsIn(sorted, ranges), nulls: others }
}

/** @param sorted ascending */
export function barsOf(sorted: Float64Array, bins: number): number[] {
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return []
  if (min === max) return [sorted.length]
  // Shares of both ends, since the whole range may be larger than any number.
  const starts = Array.from({ length: bins }, (_, bar) => placeOf(sorted, min * (1 - bar / bins) + max * (bar / bins)))
  return starts.map((start, bar) => (starts[bar + 1] ?? sorted.length) - start)
}

/** @param sorted ascending @param ranges ascending, without overlap */
export function countsIn(sorted: Float64Array, ranges: HistogramRequest['ranges']): number[] {
  return ranges.map(([lower, upper], at) => {
    const end = ranges[at + 1]?.[0] === upper ? placeOf(sorted, upper) : placeAfter(sorted, upper)
    return Math.max(0, end - placeOf(sorted, lower))
  })
}

/** @returns how many numbers are less than a value */
const placeOf = (sorted: Float64Array, value: number): number => firstWhere(sorted, (one) => one >= value)

/** @returns how many numbers are at most a value */
const placeAfter = (sorted: Float64Array, value: number): number => firstWhere(sorted, (one) => one > value)

/** @param isThere false for the first numbers and true for the rest */
function firstWhere(sorted: Float64Array, isThere: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isThere(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
