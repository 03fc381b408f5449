/** Class bounds against references that are written out, and against values that were published. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classBreaks } from '../../../../electron/engine/query/breaks.ts'
import { quantileOf } from '../../../../electron/engine/query/numbers.ts'
import { numericFigures } from '../../../../electron/engine/query/statistics.ts'

const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).toSorted()
// Without −0, which is 0 to every comparison but that of tests.
const anyNumber = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 })).map((value) => value + 0)
const anyNumbers = fc.array(anyNumber, { minLength: 1, maxLength: 120 })
const runs = { numRuns: 300, seed: 20_261_125 }
const anyCount = fc.integer({ min: 2, max: 12 })
const methods = ['quantile', 'equal', 'natural', 'pretty'] as const

/** Index of the class of a value, as it is drawn: lower ends belong to a class, and the last upper end. */
const classOf = (breaks: readonly number[], value: number): number =>
  Math.min(
    breaks.length - 2,
    breaks.findLastIndex((bound) => bound <= value),
  )

describe.each(methods)('classes by %s', (method) => {
  it('ascend, hold all values, and are no more than were asked for', () => {
    const check = (values: number[], classes: number): void => {
      const sorted = sortedOf(values)
      const breaks = classBreaks(sorted, method, classes)
      const [min = 0, max = 0] = [sorted[0], sorted.at(-1)]
      if (min === max) {
        expect(breaks).toEqual([min, max])
        return
      }
      for (const [at, bound] of breaks.entries()) if (at > 0) expect(bound).toBeGreaterThan(breaks[at - 1] ?? Infinity)
      if (method === 'pretty') {
        expect(breaks[0]).toBeLessThanOrEqual(min)
        expect(breaks.at(-1)).toBeGreaterThanOrEqual(max)
      } else {
        expect([breaks[0], breaks.at(-1)]).toEqual([min, max])
        expect(breaks.length - 1).toBeLessThanOrEqual(classes)
      }
    }
    fc.assert(fc.property(anyNumbers, anyCount, check), runs)
  })

  it('are none of no values', () => expect(classBreaks(new Float64Array(), method, 5)).toEqual([]))
})

describe('quantiles', () => {
  /** Method 7 of Hyndman and Fan, as its definition says: values at (n − 1)p, between neighbours in proportion. */
  const naive = (values: readonly number[], share: number): number => {
    const list = values.toSorted((a, b) => a - b)
    const place = (list.length - 1) * share
    const [low = 0, high = 0] = [list[Math.floor(place)], list[Math.ceil(place)]]
    return low + (place - Math.floor(place)) * (high - low)
  }

  it('are those of the definition, without those that are alike', () => {
    const check = (values: number[], classes: number): void => {
      const bounds = Array.from({ length: classes + 1 }, (_, at) => naive(values, at / classes))
      const expected =
        new Set(values).size === 1 ? [values[0], values[0]] : bounds.filter((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))
      expect(classBreaks(sortedOf(values), 'quantile', classes)).toEqual(expected)
    }
    fc.assert(fc.property(anyNumbers, anyCount, check), runs)
  })

  it('are those of R: quantile(c(1, 3, 4, 8, 15, 23), c(.25, .5, .75)) is 3.25, 6, 13.25', () => {
    const sorted = sortedOf([1, 3, 4, 8, 15, 23])
    expect([0.25, 0.5, 0.75].map((share) => quantileOf(sorted, share))).toEqual([3.25, 6, 13.25])
  })
})

describe('equal intervals', () => {
  it('are as wide as each other', () => {
    expect(classBreaks(sortedOf([0, 1, 7, 100]), 'equal', 4)).toEqual([0, 25, 50, 75, 100])
    const check = (values: number[], classes: number): void => {
      const breaks = classBreaks(sortedOf(values), 'equal', classes)
      const range = Math.max(...values) - Math.min(...values)
      if (range === 0 || breaks.length - 1 < classes) return
      for (const [at, bound] of breaks.entries())
        expect(Math.abs(bound - (Math.min(...values) + (range * at) / classes))).toBeLessThanOrEqual(1e-6 + range * 1e-12)
    }
    fc.assert(fc.property(anyNumbers, anyCount, check), runs)
  })

  it('have no end to their range', () => {
    expect(classBreaks(sortedOf([-1.7e308, 1.7e308]), 'equal', 2)).toEqual([-1.7e308, 0, 1.7e308])
  })
})

describe('natural breaks', () => {
  /** Sum of the squared distances of values from the mean of their class. */
  const spread = (groups: readonly (readonly number[])[]): number =>
    groups.reduce((sum, group) => {
      const mean = group.reduce((total, value) => total + value, 0) / group.length
      return sum + group.reduce((total, value) => total + (value - mean) ** 2, 0)
    }, 0)

  /** The least spread of all ways to cut a sorted list, each tried. */
  const leastSpread = (sorted: readonly number[], classes: number): number => {
    if (classes === 1) return spread([sorted])
    let least = Infinity
    for (let cut = 1; cut <= sorted.length - classes + 1; cut += 1)
      least = Math.min(least, spread([sorted.slice(0, cut)]) + leastSpread(sorted.slice(cut), classes - 1))
    return least
  }

  it('keep values nearer to the mean of their class than any other cut', () => {
    const few = fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 11 })
    const check = (values: number[], classes: number): void => {
      const sorted = values.toSorted((a, b) => a - b)
      const breaks = classBreaks(sortedOf(values), 'natural', classes)
      const groups = Array.from({ length: breaks.length - 1 }, (_, at) => sorted.filter((value) => classOf(breaks, value) === at))
      expect(spread(groups)).toBeCloseTo(leastSpread(sorted, classes), 6)
    }
    fc.assert(fc.property(few, fc.integer({ min: 2, max: 4 }), check), runs)
  })

  it('part the published example of Wang and Song (2011): -1, 2, 4, 5, 6 in three are -1 | 2 | 4, 5, 6', () => {
    expect(classBreaks(sortedOf([-1, 2, 4, 5, 6]), 'natural', 3)).toEqual([-1, 2, 4, 6])
  })

  it('of many values are those of an even sample of them', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => (at % 3) * 1_000 + (at % 97))
    expect(classBreaks(sortedOf(many), 'natural', 3)).toEqual([0, 1_000, 2_000, 2_096])
  })
})

describe('pretty bounds', () => {
  it.each([
    [[0, 97], 5, [0, 20, 40, 60, 80, 100]],
    [[0.13, 0.87], 4, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[-3, 12], 3, [-5, 0, 5, 10, 15]],
    [[1_200, 5_200], 4, [1_000, 2_000, 3_000, 4_000, 5_000, 6_000]],
  ])('around %j, about %i, are round', (values, classes, expected) => {
    const breaks = classBreaks(sortedOf(values), 'pretty', classes)
    expect(Math.abs(breaks.length - 1 - classes)).toBeLessThanOrEqual(Math.abs(expected.length - 1 - classes))
    const step = (breaks[1] ?? 0) - (breaks[0] ?? 0)
    const mantissa = Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toFixed(6))
    expect([1, 2, 5, 10]).toContain(mantissa)
  })

  it('are multiples of 1, 2 or 5 times a power of ten', () => {
    const check = (values: number[], classes: number): void => {
      const breaks = classBreaks(sortedOf(values), 'pretty', classes)
      if (breaks.length < 3 || Math.max(...values) === Math.min(...values)) return
      const step = (breaks[1] ?? 0) - (breaks[0] ?? 0)
      const power = 10 ** Math.floor(Math.log10(step * (1 + 1e-9)))
      expect(
        [1, 2, 5].some((factor) => Math.abs(step / power - factor) < 1e-6),
        String(step),
      ).toBe(true)
    }
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 50 }), anyCount, check), {
      numRuns: 300,
    })
  })
})

describe('figures of a field', () => {
  /** With exact sums of fractions: integers keep every digit. */
  it('are those that are counted by hand', () => {
    const check = (values: number[]): void => {
      const figures = numericFigures(sortedOf(values))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
      expect(figures).toMatchObject({ count: values.length, min: Math.min(...values), max: Math.max(...values) })
      expect(figures?.mean).toBeCloseTo(mean, 6)
      if (values.length === 1) expect(figures?.standardDeviation).toBeNull()
      else expect(figures?.standardDeviation).toBeCloseTo(Math.sqrt(variance), 6)
    }
    fc.assert(fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 80 }), check), runs)
  })

  it('keep the digits of the NIST set NumAcc3: mean 1000000.2, deviation 0.1', () => {
    const values = [1_000_000.2, ...Array.from({ length: 500 }, () => [1_000_000.1, 1_000_000.3]).flat()]
    const figures = numericFigures(sortedOf(values))
    expect(figures?.mean).toBeCloseTo(1_000_000.2, 9)
    expect(figures?.standardDeviation).toBeCloseTo(0.1, 9)
  })
})
