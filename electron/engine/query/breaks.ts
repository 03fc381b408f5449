/** Where the classes of a graduated style begin and end. */
import { ckmeans } from 'simple-statistics'
import type { BreakMethod, Breaks, BreaksRequest } from '../../contract/query.ts'
import type { OpenLayer } from '../sources.ts'
import { numbersOf, quantileOf } from './numbers.ts'
import type { WorkOptions } from './sharedWork.ts'

/** Natural breaks of more values than this take too long (0.1 s for these), and come out the same to the eye. */
const sampleSize = 10_000

/** @throws RefusalError, CancelledError */
export async function breaksOf(open: OpenLayer, { field, filter, method, classes }: BreaksRequest, options: WorkOptions): Promise<Breaks> {
  const { sorted, others } = await numbersOf(open, field, filter, options)
  const [min = null, max = null] = [sorted[0], sorted.at(-1)]
  const sample = method === 'natural' && sorted.length > sampleSize ? sampleSize : null
  return { breaks: classBreaks(sorted, method, classes), min, max, count: sorted.length, nulls: others, sample }
}

/** @param sorted ascending @returns strictly ascending, except for one value alone */
export function classBreaks(sorted: Float64Array, method: BreakMethod, classes: number): number[] {
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return []
  if (min === max) return [min, max]
  switch (method) {
    case 'quantile':
      return ascending(Array.from({ length: classes + 1 }, (_, index) => quantileOf(sorted, index / classes)))
    case 'equal':
      // Halves, since the whole range may be larger than any number.
      return ascending([...Array.from({ length: classes }, (_, index) => min * (1 - index / classes) + max * (index / classes)), max])
    case 'natural':
      return naturalBreaks(sampleOf(sorted), classes, max)
    case 'pretty':
      return pretty(min, max, classes)
  }
}

const ascending = (values: readonly number[]): number[] =>
  values.filter((value, index) => index === 0 || value > (values[index - 1] as number))

/** Evenly spread over the sorted values, both ends included. */
function sampleOf(sorted: Float64Array): number[] {
  if (sorted.length <= sampleSize) return [...sorted]
  return Array.from({ length: sampleSize }, (_, index) => sorted[Math.round((index * (sorted.length - 1)) / (sampleSize - 1))] as number)
}

function naturalBreaks(values: number[], classes: number, max: number): number[] {
  const starts = ascending(naturalStarts(values, classes))
  const last = starts.at(-1)
  if (last !== max) return ascending([...starts, max])
  // The greatest value is a class of its own, as a stray one is: such a class begins before it.
  const before = values.findLast((value) => value < max)
  return ascending([...starts.slice(0, -1), before === undefined ? max : roundBetween(before, max), max])
}

/** The roundest number near the middle between two. @returns `high` where there is none */
function roundBetween(low: number, high: number): number {
  const middle = low / 2 + high / 2
  const largest = Math.floor(Math.log10(high - low))
  const round = Array.from({ length: 17 }, (_, at) => Number(`${Math.round(middle / 10 ** (largest - at))}e${largest - at}`))
  return [...round, middle].find((value) => value > low && value < high) ?? high
}

/** The least value of each class, so that values are as near as can be to the mean of their class (Wang and Song 2011, "Ckmeans.1d.dp"). */
function naturalStarts(values: number[], classes: number): number[] {
  const groups = ckmeans(values, Math.min(classes, new Set(values).size))
  return groups.flatMap(([first]) => (first === undefined ? [] : [first]))
}

/** Round steps (1, 2 or 5 times a power of ten) around all values, as many as come nearest to what was asked for; both ends where no step is as small or as large. */
function pretty(min: number, max: number, classes: number): number[] {
  const magnitude = Math.floor(Math.log10((max - min) / classes))
  if (!Number.isFinite(10 ** (magnitude + 1)) || 10 ** (magnitude - 1) === 0) return [min, max]
  const candidates = [magnitude - 1, magnitude, magnitude + 1].flatMap((power) => [1, 2, 5].map((factor) => ({ factor, power })))
  const all = candidates.map(({ factor, power }) => {
    // Counted in whole steps: 3 × 0.1 is not 0.3.
    const place = (value: number): number => value / factor / 10 ** power
    const valueOf = (step: number): number => Number(`${step * factor}e${power}`)
    const [from, to] = [Math.floor(place(min)), Math.ceil(place(max))]
    // The division rounds, and an end may be a little beyond the step that it came out as.
    return { from: valueOf(from) > min ? from - 1 : from, to: valueOf(to) < max ? to + 1 : to, valueOf }
  })
  const away = ({ from, to }: (typeof all)[number]): number => Math.abs(to - from - classes)
  const best = all.reduce((one, other) => (away(other) < away(one) ? other : one))
  return Array.from({ length: best.to - best.from + 1 }, (_, index) => best.valueOf(best.from + index))
}
