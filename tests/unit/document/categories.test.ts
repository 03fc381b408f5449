import { describe, expect, it } from 'vitest'
import { LayerStyle } from '../../../electron/contract/document.ts'
import type { LayerField } from '../../../electron/contract/layer.ts'
import {
  addClasses,
  categorise,
  type CategoryStyle,
  changeAll,
  changeClass,
  classValues,
  maxClasses,
  recolor,
  removeClass,
  schemeInUse,
  suggestField,
  unify,
  usualClasses,
  valueText,
  withoutClass,
} from '../../../renderer/document/categories.ts'
import { defaultSymbol } from '../../../renderer/document/newLayer.ts'
import { neutral, schemeOf } from '../../../renderer/document/palettes.ts'

const single: LayerStyle = {
  kind: 'single',
  symbol: { ...defaultSymbol('#4477aa'), sizeMm: 4 },
  label: { field: 'name', sizePt: 9, color: '#000000', haloColor: '#ffffff' },
}
const okabe = schemeOf('okabe-ito')
const count = (...values: (string | number | boolean | null)[]): { value: string | number | boolean | null; count: number }[] =>
  values.map((value, at) => ({ value, count: 100 - at }))
const field = (name: string, type: LayerField['type'] = 'text'): LayerField => ({ name, type, fillRate: 1 })
const classes = (style: CategoryStyle): unknown[] => style.categories.map(({ value }) => value)

describe('the classes of a field', () => {
  it('have the symbol and label of the style before, and a colour each', () => {
    const style = categorise(single, 'status', count('transferred', 'held'), okabe)
    expect(classes(style)).toEqual(['transferred', 'held'])
    expect(style.categories.map(({ symbol }) => symbol.color)).toEqual(okabe.colors.slice(0, 2).map(({ hex }) => hex))
    expect(style.categories.every(({ symbol }) => symbol.sizeMm === 4)).toBe(true)
    expect(style.other).toMatchObject({ color: neutral, sizeMm: 4 })
    expect(style.label).toEqual(single.label)
    expect(LayerStyle.safeParse(style).success).toBe(true)
  })

  it('keep the type of their value', () => {
    expect(classes(categorise(single, 'x', count('1', 1, true, null), okabe))).toEqual(['1', 1, true, null])
  })

  it('ascend when they are numbers, and put what is missing last and in grey', () => {
    const style = categorise(single, 'n', count(10, null, -2, 3.5), okabe)
    expect(classes(style)).toEqual([-2, 3.5, 10, null])
    expect(style.categories.at(-1)).toMatchObject({ label: 'No value', symbol: { color: neutral } })
  })

  it('are no more than can be told apart, until more are asked for', () => {
    const values = count(...Array.from({ length: 40 }, (_, at) => `v${at}`))
    const style = categorise(single, 'x', values, okabe)
    expect(style.categories).toHaveLength(usualClasses)
    const left = withoutClass(style, values).map(({ value }) => value)
    expect(left).toHaveLength(28)
    const all = addClasses(style, left, okabe)
    expect(all.categories).toHaveLength(40)
    expect(all.categories.slice(0, usualClasses)).toEqual(style.categories)
    expect(new Set(all.categories.map(({ symbol }) => symbol.color)).size).toBe(40)
    expect(LayerStyle.safeParse(all).success).toBe(true)
  })

  it('never exceed what a document takes', () => {
    const values = count(...Array.from({ length: 300 }, (_, at) => at))
    expect(classValues(values, 1_000)).toHaveLength(maxClasses)
    const style = addClasses(
      categorise(single, 'x', values, okabe),
      classValues(values, 1_000)
        .slice(usualClasses)
        .concat(count(500, 501).map(({ value }) => value)),
      okabe,
    )
    expect(style.categories).toHaveLength(maxClasses)
  })

  it('leave out values that are too long for a document, and shorten the labels of long ones', () => {
    const style = categorise(single, 'x', count('a'.repeat(20_000), 'b'.repeat(5_000), ''), okabe)
    expect(style.categories.map(({ label }) => label.length)).toEqual([500, 'Empty text'.length])
    expect(withoutClass(style, count('a'.repeat(20_000)))).toEqual([])
    expect(LayerStyle.safeParse(style).success).toBe(true)
  })

  it('keep what the user made of them when the values are read again', () => {
    let style = categorise(single, 'status', count('a', 'b', 'c'), okabe)
    style = changeClass(style, 'b', { label: 'Bravo', symbol: { ...defaultSymbol('#123456'), point: 'star' } })
    const again = categorise(style, 'status', count('b', 'd'), okabe)
    expect(again.categories[0]).toMatchObject({ value: 'b', label: 'Bravo', symbol: { color: '#123456', point: 'star' } })
    expect(classes(again)).toEqual(['b', 'd'])
    expect(categorise(style, 'other field', count('b'), okabe).categories[0]?.label).toBe('b')
  })

  it('carry an outline of their own colour along', () => {
    const areas: LayerStyle = { ...single, symbol: { ...defaultSymbol('#4477aa'), outlineColor: '#4477aa' } }
    const style = categorise(areas, 'x', count('a', 'b'), okabe)
    expect(style.categories.every(({ symbol }) => symbol.outlineColor === symbol.color)).toBe(true)
    expect(recolor(style, schemeOf('dark2')).categories[0]?.symbol.outlineColor).toBe('#1b9e77')
  })

  it('are removed into all other values', () => {
    const values = count('a', 'b')
    const style = removeClass(categorise(single, 'x', values, okabe), 'a')
    expect(classes(style)).toEqual(['b'])
    expect(withoutClass(style, values)).toEqual([{ value: 'a', count: 100 }])
  })

  it('change together', () => {
    const style = changeAll(categorise(single, 'x', count('a', 'b'), okabe), { sizeMm: 7 })
    expect([...style.categories.map(({ symbol }) => symbol), style.other].every(({ sizeMm }) => sizeMm === 7)).toBe(true)
  })

  it('know their scheme', () => {
    const style = categorise(single, 'x', count('a', null, 'b'), okabe)
    expect(schemeInUse(style)?.id).toBe('okabe-ito')
    expect(schemeInUse(recolor(style, schemeOf('set2')))?.id).toBe('set2')
    expect(schemeInUse(changeClass(style, 'a', { symbol: defaultSymbol('#123456') }))).toBeNull()
  })

  it('become one symbol again, that of the first class', () => {
    const style = categorise(single, 'x', count('a', 'b'), okabe)
    expect(unify(style)).toEqual({ kind: 'single', symbol: style.categories[0]?.symbol, label: style.label })
  })
})

describe('the field that is suggested', () => {
  it('tells kinds apart rather than names', () => {
    expect(suggestField([field('name'), field('note'), field('status')])).toBe('status')
    expect(suggestField([field('name'), field('population', 'integer'), field('colour')])).toBe('colour')
    expect(suggestField([field('id'), field('details', 'json')])).toBe('id')
  })

  it('is none when no field has values that can be compared', () => {
    expect(suggestField([])).toBeNull()
    expect(suggestField([field('a', 'json'), field('b', 'empty')])).toBeNull()
  })
})

it('writes values as a legend does', () => {
  expect([null, '', 0, false, 'x'].map(valueText)).toEqual(['No value', 'Empty text', '0', 'false', 'x'])
})
