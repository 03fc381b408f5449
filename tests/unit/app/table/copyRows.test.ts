import { expect, test } from 'vitest'
import type { FeatureRecord } from '../../../../electron/contract/layer.ts'
import { headerLine, rowLine } from '../../../../renderer/app/table/rowsAsText.ts'
import { rowsThatFit } from '../../../../renderer/app/table/copyRows.ts'

const record = (feature: number, ...attributes: FeatureRecord['attributes']): FeatureRecord => ({ feature, geometryType: null, attributes })

test('a row is its values in the order of the columns, quoted where a spreadsheet needs it', () => {
  const row = record(
    0,
    { name: 'note', type: 'text', text: 'two\nlines, "quoted"' },
    { name: 'n', type: 'number', text: '0.10' },
    { name: 'gone', type: 'null', text: 'null' },
    { name: 'قاعدة', type: 'text', text: 'التاجي' },
  )
  expect(rowLine(row, ['n', 'missing', 'gone', 'قاعدة', 'note'])).toBe('0.10\t\t\tالتاجي\t"two\nlines, ""quoted"""')
  expect(headerLine(['n', 'a\tb'])).toBe('n\t"a\tb"')
})

test('rows are copied whole, as many as the clipboard takes', async () => {
  const features = Array.from({ length: 5_000 }, (_, i) => i)
  const asked: number[] = []
  const { text, rows } = await rowsThatFit(features, ['v'], async (some) => {
    asked.push(some.length)
    return some.map((feature) => record(feature, { name: 'v', type: 'text', text: 'x'.repeat(999) }))
  })
  expect([rows, text.split('\n').length, text.length <= 1_000_000]).toEqual([999, 1_000, true])
  expect(asked).toEqual([1_000])
})

test('all rows are copied when they fit', async () => {
  const { text, rows } = await rowsThatFit([7, 3], ['v'], async (some) =>
    some.map((feature) => record(feature, { name: 'v', type: 'number', text: String(feature) })),
  )
  expect([text, rows]).toEqual(['v\n7\n3', 2])
})

test('rows keep the order of the table, and are read in that of the file', async () => {
  const features = Array.from({ length: 4_000 }, (_, i) => (i * 1_237) % 4_000)
  const asked: number[][] = []
  const { text, rows } = await rowsThatFit(features, ['v'], async (some) => {
    asked.push(some)
    return some.map((feature) => record(feature, { name: 'v', type: 'number', text: String(feature) }))
  })
  expect([rows, text]).toEqual([4_000, ['v', ...features].join('\n')])
  for (const some of asked) expect([some.length <= 1_000, some]).toEqual([true, some.toSorted((a, b) => a - b)])
})
