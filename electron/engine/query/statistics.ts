/** Figures of a field. */
import { spanOf } from '../../contract/expression/index.ts'
import type { FieldFigures } from '../../contract/query.ts'
import type { OpenLayer } from '../sources.ts'
import { collator } from './collation.ts'
import { type Column, json, none, text } from './column.ts'
import { columnFor } from './columns.ts'
import { maskOf } from './filter.ts'
import { numbersOf, quantileOf } from './numbers.ts'
import { Pauses } from './pause.ts'
import { visitSelection } from './selection.ts'
import type { WorkOptions } from './sharedWork.ts'
import { Tally } from './tally.ts'

const topCount = 20
/** Of a text in the answer. */
const shownLength = 10_000

/** @throws RefusalError, CancelledError */
export async function statisticsOf(open: OpenLayer, field: string, filter: string, options: WorkOptions): Promise<FieldFigures> {
  const mask = await maskOf(open, filter, options)
  const column = await columnFor(open, field, options)
  const tally = new Tally(column)
  const seen = new Uint8Array(column.texts.count)
  let count = 0
  let nulls = 0
  const visit = (feature: number): void => {
    const kind = column.kinds[feature] as number
    if (kind === none) {
      nulls += 1
      return
    }
    count += 1
    tally.add(feature)
    if (kind === text || kind === json) seen[column.codes?.[feature] ?? 0] = 1
  }
  await visitSelection(open, mask, visit, options.signal)
  const { sorted } = await numbersOf(open, field, filter, options)
  return {
    count,
    nulls,
    distinct: tally.counts.length,
    numeric: numericFigures(sorted),
    text: await textFigures(column, seen, isDateField(open, field), options),
    top: tally.top(topCount),
  }
}

export const isDateField = ({ layer }: OpenLayer, field: string): boolean =>
  layer.fields.some(({ name, type }) => name === field && type === 'date')

/** @param sorted ascending */
export function numericFigures(sorted: Float64Array): FieldFigures['numeric'] {
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return null
  const sum = exactSum(sorted)
  const mean = sum / sorted.length
  const squares = exactSum(sorted.map((value) => (value - mean) ** 2))
  return {
    count: sorted.length,
    min,
    max,
    sum,
    mean,
    median: quantileOf(sorted, 0.5),
    quartiles: [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)],
    standardDeviation: sorted.length < 2 ? null : Math.sqrt(squares / (sorted.length - 1)),
  }
}

/** With the error of each addition carried on (Neumaier 1974). */
function exactSum(values: Float64Array): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

async function textFigures({ texts }: Column, seen: Uint8Array, areDates: boolean, { signal }: WorkOptions): Promise<FieldFigures['text']> {
  const timeOf = (content: string): number => (areDates ? (spanOf(content)?.from ?? Infinity) : 0)
  const compare = (a: string, b: string): number => timeOf(a) - timeOf(b) || collator.compare(a, b)
  const pauses = new Pauses(signal)
  let figures: NonNullable<FieldFigures['text']> | null = null
  for (let code = 0; code < texts.count; code++) {
    if ((code & 0xff) === 0 && pauses.isDue) await pauses.take()
    if (seen[code] === 0) continue
    const content = texts.text(code)
    figures ??= { first: content, last: content, shortest: content, longest: content }
    if (compare(content, figures.first) < 0) figures.first = content
    if (compare(content, figures.last) > 0) figures.last = content
    if (content.length < figures.shortest.length) figures.shortest = content
    if (content.length > figures.longest.length) figures.longest = content
  }
  if (figures === null) return null
  const { first, last, shortest, longest } = figures
  const [a, b, c, d] = [first, last, shortest, longest].map((content) => content.slice(0, shownLength)) as [string, string, string, string]
  return { first: a, last: b, shortest: c, longest: d }
}
