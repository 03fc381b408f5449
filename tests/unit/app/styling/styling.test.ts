import { describe, expect, it } from 'vitest'
import type { LayerField, LayerSummary } from '../../../../electron/contract/layer.ts'
import { categorise } from '../../../../renderer/document/categories.ts'
import { defaultSymbol } from '../../../../renderer/document/newLayer.ts'
import { schemeOf } from '../../../../renderer/document/palettes.ts'
import { parseNumber } from '../../../../renderer/app/parts/NumberField.tsx'
import { countOf, countOfOthers } from '../../../../renderer/app/styling/counts.ts'
import { fieldOptions, labelField } from '../../../../renderer/app/styling/fields.ts'
import { geometryKinds } from '../../../../renderer/app/styling/geometryKinds.ts'
import { beginRun, presentRun } from '../../../../renderer/app/styling/styleRuns.ts'

const field = (name: string, type: LayerField['type'] = 'text'): LayerField => ({ name, type, fillRate: 1 })
const summary = (geometries: LayerSummary['geometries']): LayerSummary => ({ geometries }) as LayerSummary

describe('the controls of a symbol', () => {
  it('are those that the layer shows', () => {
    expect(geometryKinds(summary({ Point: 3 }))).toMatchObject({ points: true, lines: false, areas: false })
    expect(geometryKinds(summary({ MultiPolygon: 1, LineString: 0 }))).toMatchObject({ points: false, lines: false, areas: true })
    expect(geometryKinds(summary({ LineString: 2, MultiPoint: 1 }))).toMatchObject({ points: true, lines: true, areas: false })
  })

  it('are all when it is not known what the layer shows', () => {
    const all = { points: true, lines: true, areas: true }
    expect([null, summary({}), summary({ GeometryCollection: 1 })].map(geometryKinds)).toMatchObject([all, all, all])
  })
})

describe('fields to choose from', () => {
  it('label by a name before anything else', () => {
    expect(labelField([field('id', 'integer'), field('NAME'), field('note')])).toBe('NAME')
    expect(labelField([field('id', 'integer'), field('base_name'), field('note')])).toBe('base_name')
    expect(labelField([field('id', 'integer'), field('note')])).toBe('note')
    expect(labelField([field('a', 'json'), field('b', 'empty')])).toBeNull()
  })

  it('still list the one in use when the file has lost it', () => {
    expect(fieldOptions([field('a')], 'gone').map(({ value }) => value)).toEqual(['gone', 'a'])
    expect(fieldOptions([field('a')], 'a').map(({ value }) => value)).toEqual(['a'])
  })
})

describe('the counts of classes', () => {
  const counted = [
    { value: 'a', count: 1_200 },
    { value: 'b', count: 7 },
    { value: null, count: 3 },
  ]
  const style = categorise({ kind: 'single', symbol: defaultSymbol('#000000'), label: null }, 'x', counted.slice(0, 1), schemeOf('dark2'))

  it('are written in full, and what has no class is summed up', () => {
    const values = { state: 'ready', values: { values: counted, more: false } } as const
    expect([countOf(values, 'a'), countOf(values, 'gone'), countOfOthers(values, style)]).toEqual(['1,200', '0', '10'])
  })

  it('do not claim to know values that were not counted', () => {
    const values = { state: 'ready', values: { values: counted, more: true } } as const
    expect([countOf(values, 'gone'), countOfOthers(values, style)]).toEqual(['–', '10+'])
    expect(countOf({ state: 'loading' }, 'a')).toBeNull()
  })
})

it('reads numbers with a point or a comma, and nothing else', () => {
  expect(['2.5', '2,5', ' 3 ', '.5', '-1'].map(parseNumber)).toEqual([2.5, 2.5, 3, 0.5, -1])
  expect(['', '1e3', '2.5mm', '1,000.5', 'NaN', '-'].map(parseNumber)).toEqual([null, null, null, null, null, null])
})

it('begins another run of changes with every press', () => {
  const before = presentRun()
  expect(presentRun()).toBe(before)
  beginRun()
  expect(presentRun()).not.toBe(before)
})
