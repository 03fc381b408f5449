import { describe, expect, test } from 'vitest'
import { extentOf } from '../../../../renderer/app/annotate/extent.ts'
import { countConditions, noFilter } from '../../../../renderer/app/annotate/list/listStore.ts'
import { nextSelection, rowAfterKey } from '../../../../renderer/app/annotate/list/selection.ts'
import { nextInStrip } from '../../../../renderer/app/annotate/toolbar/stripKeys.ts'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'

const shown = ['a', 'b', 'c', 'd']
const one = { range: false, toggle: false }

describe('a row that is chosen', () => {
  test('is selected alone', () => {
    expect(nextSelection(shown, ['a', 'b'], 'c', 'a', one)).toEqual(['c'])
  })

  test('is added or taken away with Ctrl', () => {
    expect(nextSelection(shown, ['a'], 'c', 'a', { ...one, toggle: true })).toEqual(['a', 'c'])
    expect(nextSelection(shown, ['a', 'c'], 'a', 'c', { ...one, toggle: true })).toEqual(['c'])
  })

  test('ends a range with Shift, in either direction', () => {
    expect(nextSelection(shown, [], 'd', 'b', { ...one, range: true })).toEqual(['b', 'c', 'd'])
    expect(nextSelection(shown, [], 'a', 'b', { ...one, range: true })).toEqual(['a', 'b'])
    expect(nextSelection(shown, [], 'a', null, { ...one, range: true })).toEqual(['a'])
  })

  test('is selected alone when the row before is not shown any more', () => {
    expect(nextSelection(shown, ['z'], 'b', 'z', { ...one, range: true })).toEqual(['b'])
  })
})

test('keys lead to rows, and not out of the list', () => {
  expect(rowAfterKey('ArrowDown', 3, 4, 10)).toBe(3)
  expect(rowAfterKey('ArrowUp', 2, 4, 10)).toBe(1)
  expect(rowAfterKey('PageDown', 0, 5_000, 12)).toBe(12)
  expect(rowAfterKey('Home', 3, 4, 10)).toBe(0)
  expect(rowAfterKey('End', 0, 4, 10)).toBe(3)
  expect(rowAfterKey('Enter', 0, 4, 10)).toBeNull()
  expect(rowAfterKey('Home', 0, 0, 10)).toBeNull()
})

test('arrow keys go round the strip of tools', () => {
  expect(nextInStrip('ArrowDown', 15, 16)).toBe(0)
  expect(nextInStrip('ArrowUp', 0, 16)).toBe(15)
  expect(nextInStrip('End', 0, 16)).toBe(15)
  expect(nextInStrip('ArrowRight', 0, 16), 'beside it, where the strip has several columns').toBe(1)
  expect(nextInStrip('ArrowLeft', 1, 16)).toBe(0)
  expect(nextInStrip('PageDown', 0, 16)).toBeNull()
  expect(nextInStrip('ArrowDown', -1, 16)).toBeNull()
})

test('conditions are counted without the search', () => {
  expect(countConditions({ ...noFilter, search: 'camp' })).toBe(0)
  expect(countConditions({ ...noFilter, kinds: ['point'], from: '2020', to: '2021' })).toBe(2)
})

describe('the extent', () => {
  test('of a circle is that of its outline', () => {
    const circle = newAnnotation('circle', { type: 'Point', coordinates: [0, 0] }, { radiiM: [111_195] })
    const [west = 0, south = 0, east = 0, north = 0] = extentOf([circle]) ?? []
    for (const [is, about] of [
      [west, -1],
      [south, -1],
      [east, 1],
      [north, 1],
    ] as const)
      expect(is).toBeCloseTo(about, 1)
  })

  test('goes over the antimeridian the short way', () => {
    const fiji = newAnnotation('point', { type: 'Point', coordinates: [178, -17] })
    const samoa = newAnnotation('point', { type: 'Point', coordinates: [-172, -13] })
    expect(extentOf([fiji, samoa])).toEqual([178, -17, 188, -13])
  })

  test('of nothing is nothing', () => {
    expect(extentOf([])).toBeNull()
  })
})
