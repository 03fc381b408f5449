import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsOf, countsIn } from '../../../../electron/engine/query/histogram.ts'
import { rangeIndex } from '../../../../electron/contract/ranges.ts'

const anyNumbers = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
  maxLength: 200,
})
const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).toSorted()

describe('the bars of a histogram', () => {
  it('hold every number once, each between its ends', () => {
    const check = (values: number[], bins: number): void => {
      const sorted = sortedOf(values)
      const bars = barsOf(sorted, bins)
      const [min, max] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
      expect(bars.reduce((sum, count) => sum + count, 0)).toBe(values.length)
      if (values.length === 0 || min === max) {
        expect(bars).toHaveLength(values.length === 0 ? 0 : 1)
        return
      }
      const edge = (bar: number): number => min * (1 - bar / bins) + max * (bar / bins)
      const naive = bars.map((_, bar) => values.filter((value) => value >= edge(bar) && (value < edge(bar + 1) || bar === bins - 1)).length)
      expect(bars).toEqual(naive)
    }
    fc.assert(fc.property(anyNumbers, fc.integer({ min: 1, max: 60 }), check), { numRuns: 300, seed: 20_261_125 })
    expect(barsOf(sortedOf([1, 1, 2, 3, 4]), 3)).toEqual([2, 1, 2])
  })
})

describe('the counts of classes', () => {
  it('are those of the features that are drawn with each class', () => {
    const anyRanges = fc
      .uniqueArray(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 9 })
      .chain((bounds) => fc.array(fc.boolean(), { minLength: bounds.length, maxLength: bounds.length }).map((kept) => ({ bounds, kept })))
      .map(({ bounds, kept }) => {
        const ascending = bounds.toSorted((a, b) => a - b)
        const pairs = ascending.slice(1).map((upper, at): [number, number] => [ascending[at] ?? 0, upper])
        // Gaps between classes are allowed.
        return pairs.filter((_, at) => kept[at] === true)
      })
    const check = (values: number[], ranges: [number, number][]): void => {
      const naive = ranges.map((_, at) => values.filter((value) => rangeIndex(ranges, value) === at).length)
      expect(countsIn(sortedOf(values), ranges)).toEqual(naive)
    }
    fc.assert(fc.property(anyNumbers, anyRanges, check), { numRuns: 500, seed: 20_261_125 })
  })
})
