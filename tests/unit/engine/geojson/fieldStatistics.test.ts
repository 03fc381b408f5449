import { describe, expect, test } from 'vitest'
import { fieldLimit } from '../../../../electron/contract/layer.ts'
import { collection, feature, useLayers } from '../layer.ts'

const layers = useLayers()
const geometry = { type: 'Point', coordinates: [44, 33] }

async function fieldsOf(...properties: unknown[]): Promise<[string, string, number][]> {
  const { summary } = await layers.read(collection(...properties.map((one) => feature(geometry, one))))
  return summary.fields.map(({ name, type, fillRate }) => [name, type, fillRate])
}

describe('The type of a field', () => {
  test.each<[string, unknown[], string]>([
    ['text', ['a', ''], 'text'],
    ['whole numbers', [1, -2, 123_456_789_012_345], 'integer'],
    ['numbers', [1, 2.5], 'number'],
    ['truth', [true, false], 'boolean'],
    ['dates', ['2020-09-23', '2020-09', '2020-09-23T10:00:00Z', '2020-09-23 10:00'], 'date'],
    ['dates, some as years', ['2020-09-23', '2020'], 'date'],
    ['years only, which may be any code', ['2020', '2021'], 'text'],
    ['dates that are none', ['2020-13-01', '2020-09-23'], 'text'],
    ['dates and a remark', ['2020-09-23', 'unknown'], 'text'],
    ['lists and objects', [[1], { a: 1 }], 'json'],
    ['several types', [1, 'a'], 'mixed'],
    ['nothing but null', [null, null], 'empty'],
  ])('%s', async (_, values, type) => {
    expect((await fieldsOf(...values.map((value) => ({ field: value }))))[0]?.[1]).toBe(type)
  })
})

describe('The fill rate', () => {
  test('is the share of features with a value that is not null', async () => {
    expect(await fieldsOf({ a: 1, b: null }, { a: 2 }, { b: 1, a: 3 }, { a: null })).toEqual([
      ['a', 'integer', 0.75],
      ['b', 'integer', 0.25],
    ])
  })

  test('counts a name that is repeated once', async () => {
    const { summary } = await layers.read(`{"type":"Feature","geometry":null,"properties":{"a":1,"a":2,"a":3}}`)
    expect(summary.fields).toEqual([{ name: 'a', type: 'integer', fillRate: 1 }])
  })
})

test('Names keep their script, their escapes are read, and their order is that of the file', async () => {
  const { summary } = await layers.read(
    `{"type":"Feature","geometry":null,"properties":{"name_ar":"التاجي","\\u0061":1,"":2,"__proto__":3,"a":4,"constructor":5}}`,
  )
  expect(summary.fields.map(({ name }) => name)).toEqual(['name_ar', 'a', '', '__proto__', 'constructor'])
})

test('Names that are data end at a limit, with a remark', async () => {
  const properties = Object.fromEntries(Array.from({ length: fieldLimit + 5 }, (_, i) => [`key ${i}`, i]))
  const { summary } = await layers.read(collection(feature(geometry, properties)))
  expect(summary.fields).toHaveLength(fieldLimit)
  expect(summary.problems.first[0]?.message).toBe('There are more than 2,000 attribute names; the others are not listed.')
})
