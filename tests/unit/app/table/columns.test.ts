import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FeatureRecord, LayerField } from '../../../../electron/contract/layer.ts'
import {
  columnsInView,
  columnsOf,
  edgesOf,
  fittedWidths,
  hiding,
  maxWidthPx,
  minWidthPx,
  moved,
  orderedFields,
  plainLayout,
  resized,
} from '../../../../renderer/app/table/columns.ts'
import { placeAt } from '../../../../renderer/app/table/useHeaderDrag.ts'

const field = (name: string, type: LayerField['type'] = 'text'): LayerField => ({ name, type, fillRate: 1 })
const fields = ['a', 'b', 'c', 'd'].map((name) => field(name))
const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('')

describe('the columns of a table', () => {
  test('stand as the fields of the file, until they are put somewhere', () => {
    expect(names(orderedFields(fields, plainLayout))).toBe('abcd')
    expect(names(orderedFields(fields, moved(fields, plainLayout, 'a', 2)))).toBe('bcad')
    expect(names(orderedFields(fields, moved(fields, plainLayout, 'd', 0)))).toBe('dabc')
    expect(names(orderedFields(fields, moved(fields, plainLayout, 'b', 99)))).toBe('acdb')
  })

  test('of another version of the file: new fields stand behind their neighbours, those that are gone are gone', () => {
    const layout = moved(fields, plainLayout, 'd', 0)
    const later = [field('new'), ...fields.filter(({ name }) => name !== 'b'), field('last')]
    expect(names(orderedFields(later, layout))).toBe('newdlastac')
  })

  test('are moved among those that are shown', () => {
    const layout = hiding(plainLayout, 'b', true)
    expect(names(columnsOf(fields, layout, {}).map((one) => one.field))).toBe('acd')
    expect(names(columnsOf(fields, moved(fields, layout, 'd', 1), {}).map((one) => one.field))).toBe('adc')
    expect(names(columnsOf(fields, hiding(layout, 'b', false), {}).map((one) => one.field))).toBe('abcd')
  })

  test('never get lost, whatever is done to them', () => {
    const step = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), to: fc.integer({ min: -2, max: 6 }), hides: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const layout = steps.reduce((before, { name, to, hides }) => hiding(moved(fields, before, name, to), name, hides), plainLayout)
        expect(names(orderedFields(fields, layout).toSorted((a, b) => (a.name < b.name ? -1 : 1)))).toBe('abcd')
        expect(columnsOf(fields, layout, {}).length).toBe(4 - layout.hidden.length)
      }),
    )
  })

  test('have the width that the user gave them, that of their values, or a middling one', () => {
    const layout = resized(resized(plainLayout, 'a', 5), 'b', 99_999)
    expect(columnsOf(fields, layout, { a: 300, c: 222 }).map(({ widthPx }) => widthPx)).toEqual([minWidthPx, maxWidthPx, 222, 140])
  })

  test('find room for their values, within bounds', () => {
    const record = (text: string): FeatureRecord => ({ feature: 0, geometryType: null, attributes: [{ name: 'a', type: 'text', text }] })
    const widths = fittedWidths(fields, [record('x'.repeat(15)), record('y')], (text) => text.length * 10)
    expect(widths['a']).toBeGreaterThan(150)
    expect(widths['b']).toBe(72)
    expect(fittedWidths(fields, [record('x'.repeat(5_000))], (text) => text.length * 10)['a']).toBe(320)
  })

  test('that are in view are found by their edges', () => {
    const edges = edgesOf(columnsOf(fields, plainLayout, { a: 100, b: 50, c: 200, d: 80 }))
    expect(edges).toEqual([0, 100, 150, 350, 430])
    expect(columnsInView(edges, 0, 100)).toEqual({ first: 0, end: 1, leftPx: 0 })
    expect(columnsInView(edges, 99, 52)).toEqual({ first: 0, end: 3, leftPx: 0 })
    expect(columnsInView(edges, 100, 60)).toEqual({ first: 1, end: 3, leftPx: 100 })
    expect(columnsInView(edges, 400, 1_000)).toEqual({ first: 3, end: 4, leftPx: 350 })
    expect(columnsInView([0], 0, 100)).toEqual({ first: 0, end: 0, leftPx: 0 })
  })

  test('are dropped at the nearest edge', () => {
    const columns = columnsOf(fields, plainLayout, { a: 100, b: 100, c: 100, d: 100 })
    expect(placeAt(columns, 0, 310)).toEqual({ to: 2, markPx: 300 })
    expect(placeAt(columns, 3, 40)).toEqual({ to: 0, markPx: 0 })
    expect(placeAt(columns, 1, 160)).toEqual({ to: 1, markPx: 200 })
    expect(placeAt(columns, 1, 9_999)).toEqual({ to: 3, markPx: 400 })
  })
})
