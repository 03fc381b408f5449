/**
 * The order of a column's values: for each feature the rank of its value, so that any selection of features is put in order in one step for each.
 *
 * Numbers come before texts (dates by time where the field is one of dates, other texts by the collation of English with numbers by their value: "base 2"
 * before "base 10"), then lists and objects, then false and true. Values that the order does not tell apart have one rank.
 */
import { spanOf } from '../../contract/expression/index.ts'
import type { OpenLayer } from '../sources.ts'
import { beginningOf, collationKey, collator } from './collation.ts'
import { type Column, json, no, none, number, text, yes } from './column.ts'
import { Pauses } from './pause.ts'
import { KeptWork, type WorkOptions } from './sharedWork.ts'
import { slicedSort } from './slicedSort.ts'
import { stepOf } from './steps.ts'
import type { TextTable } from './textTable.ts'

export type Ranks = {
  /** By feature; those without a value have `unranked`. */
  ranks: Uint32Array
  /** One more than the last rank. */
  count: number
}

export const unranked = 0xffff_ffff

const kept = new WeakMap<Column, KeptWork<Ranks>>()

/** @throws CancelledError */
export async function ranksOf(open: OpenLayer, field: string, column: Column, options: WorkOptions): Promise<Ranks> {
  const ofColumn = kept.get(column) ?? new KeptWork<Ranks>(1)
  kept.set(column, ofColumn)
  const areDates = open.layer.fields.some(({ name, type }) => name === field && type === 'date')
  return ofColumn.get('', (work) => rank(column, areDates, work), options)
}

async function rank(column: Column, areDates: boolean, options: WorkOptions): Promise<Ranks> {
  const { kinds, numbers, codes, texts } = column
  const pauses = new Pauses(options.signal)
  const sortedNumbers =
    numbers === null ? new Float64Array(0) : distinct(numbers.filter((_, feature) => kinds[feature] === number).toSorted())
  const textRanks = await rankTexts(texts, areDates, pauses, options)
  const firstText = sortedNumbers.length
  const firstJson = firstText + textRanks.count
  const firstBoolean = firstJson + textRanks.count
  const ranks = new Uint32Array(kinds.length)
  const { onProgress } = stepOf(options, 2, 3)
  for (let feature = 0; feature < kinds.length; feature++) {
    if ((feature & 0x3ff) === 0 && pauses.isDue) {
      await pauses.take()
      onProgress(feature, kinds.length)
    }
    switch (kinds[feature] as number) {
      case none:
        ranks[feature] = unranked
        break
      case number:
        ranks[feature] = placeOf(sortedNumbers, numbers?.[feature] ?? 0)
        break
      case text:
        ranks[feature] = firstText + (textRanks.ranks[codes?.[feature] ?? 0] as number)
        break
      case json:
        ranks[feature] = firstJson + (textRanks.ranks[codes?.[feature] ?? 0] as number)
        break
      case no:
        ranks[feature] = firstBoolean
        break
      case yes:
        ranks[feature] = firstBoolean + 1
        break
    }
  }
  return { ranks, count: firstBoolean + 2 }
}

/** @param sorted ascending */
function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1])
}

/** @param sorted ascending, holds the value */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** By the number of each text in its table. */
async function rankTexts(texts: TextTable, areDates: boolean, pauses: Pauses, options: WorkOptions): Promise<Ranks> {
  const keys: (string | null)[] = []
  /** Those that only the collator can compare; the others are made again where they meet one. */
  const contents = new Map<number, string>()
  /** Most comparisons need no more; NaN where there is no key. */
  const beginnings = new Float64Array(texts.count)
  const times = areDates ? new Float64Array(texts.count) : null
  const { onProgress } = stepOf(options, 0, 3)
  for (let code = 0; code < texts.count; code++) {
    if ((code & 0xff) === 0 && pauses.isDue) {
      await pauses.take()
      onProgress(code, texts.count)
    }
    const content = texts.text(code)
    const key = collationKey(content)
    keys.push(key)
    beginnings[code] = key === null ? Number.NaN : beginningOf(key)
    if (key === null) contents.set(code, content)
    if (times !== null) times[code] = spanOf(content)?.from ?? Infinity
  }
  const contentOf = (code: number): string => contents.get(code) ?? texts.text(code)
  const compare = (a: number, b: number): number => {
    if (times !== null && times[a] !== times[b]) return (times[a] as number) < (times[b] as number) ? -1 : 1
    const apart = (beginnings[a] as number) - (beginnings[b] as number)
    if (apart !== 0 && !Number.isNaN(apart)) return apart
    const [keyA, keyB] = [keys[a] as string | null, keys[b] as string | null]
    if (keyA === null || keyB === null) return collator.compare(contentOf(a), contentOf(b))
    return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
  }
  const sorted = await slicedSort(
    Uint32Array.from({ length: texts.count }, (_, code) => code),
    compare,
    pauses,
    stepOf(options, 1, 3).onProgress,
  )
  const ranks = new Uint32Array(texts.count)
  let count = 0
  for (let index = 1; index < sorted.length; index++) {
    if ((index & 0xff) === 0 && pauses.isDue) await pauses.take()
    if (compare(sorted[index - 1] as number, sorted[index] as number) !== 0) count += 1
    ranks[sorted[index] as number] = count
  }
  return { ranks, count: count + 1 }
}
