import { describe, expect, it, test } from 'vitest'
import { rangeIndex } from '../../../electron/contract/ranges.ts'
import { pointSize, shareOf, valueAt } from '../../../electron/contract/sizes.ts'
import { completeSymbol, isSeenAt, LayerStyle } from '../../../electron/contract/style.ts'
import { symbol } from '../document/documents.ts'

describe('a style', () => {
  it('of the first version of the document is read, and looks as it did', () => {
    const label = { field: 'name', sizePt: 9, color: '#000000', haloColor: '#ffffff' }
    expect(LayerStyle.parse({ kind: 'single', symbol, label })).toEqual({ kind: 'single', symbol, label })
    expect(completeSymbol({ ...symbol, dash: 'dashed' })).toMatchObject({
      fill: 'solid',
      outlineDash: 'dashed',
      icon: null,
      haloColor: null,
    })
  })

  it('by graduated classes has them ascending, without overlap', () => {
    const style = (bounds: [number, number][]): unknown => ({
      kind: 'graduated',
      field: 'troops',
      method: 'manual',
      classes: bounds.map(([lower, upper]) => ({ lower, upper, label: '', symbol })),
      ramp: null,
      reversed: false,
      other: symbol,
      label: null,
    })
    const isValid = (bounds: [number, number][]): boolean => LayerStyle.safeParse(style(bounds)).success
    expect(
      isValid([
        [0, 10],
        [10, 20],
        [30, 40],
      ]),
    ).toBe(true)
    expect(
      isValid([
        [0, 10],
        [9, 20],
      ]),
    ).toBe(false)
    expect(isValid([[10, 0]])).toBe(false)
    expect(isValid([[5, 5]])).toBe(true)
  })
})

test('a value on a bound is in the range that begins there, or in the last one that ends there', () => {
  const ranges = [
    [0, 10],
    [10, 20],
    [30, 40],
  ] as const
  const found = [-1, 0, 9.9, 10, 20, 25, 30, 40, 41, Number.NaN, null, '5'].map((value) => rangeIndex(ranges, value))
  expect(found).toEqual([3, 0, 0, 1, 1, 3, 2, 2, 3, 3, 3, 3])
  expect(rangeIndex([], 1)).toBe(0)
})

describe('a size by a field', () => {
  const range = { from: 100, to: 400 }

  it('has an area that grows evenly with the value', () => {
    const area = (value: number): number => pointSize(shareOf(value, range), 2, 4, 'area') ** 2
    // The smallest is to the largest as 100 is to 400: then twice the value has twice the area.
    expect(area(200) / area(100)).toBeCloseTo(2, 10)
    expect(area(300) / area(100)).toBeCloseTo(3, 10)
    expect(pointSize(shareOf(250, range), 2, 4, 'width')).toBe(3)
  })

  it('ends where its range ends, and is smallest without a number', () => {
    expect([50, 100, 400, 500, null, '300', Number.NaN].map((value) => shareOf(value, range))).toEqual([0, 0, 1, 1, 0, 0, 0])
    expect(shareOf(7, { from: 7, to: 7 })).toBe(1)
    expect(valueAt(shareOf(310, range), range)).toBeCloseTo(310, 10)
  })
})

test('what is seen between two scales is seen at both', () => {
  const range = { minScale: 1_000_000, maxScale: 50_000 }
  expect([2_000_000, 1_000_000, 100_000, 50_000, 49_000].map((scale) => isSeenAt(range, scale))).toEqual([false, true, true, true, false])
  expect(isSeenAt({}, 1)).toBe(true)
  expect(isSeenAt({ minScale: null, maxScale: null }, 1e9)).toBe(true)
})
