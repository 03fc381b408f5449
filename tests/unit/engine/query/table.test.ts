/** What the attribute table is told, against a plain look at every feature. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TableQuery } from '../../../../electron/contract/query.ts'
import { isMatching } from '../../../../electron/contract/query.ts'
import { CancelledError } from '../../../../electron/contract/refusal.ts'
import { matchingOf, orderedFeatures, pageOf, positionsOf } from '../../../../electron/engine/query/table.ts'
import { collection, feature, useLayers } from '../layer.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }

/** Features as the bits that the contract sends. */
function bitsOf(...features: number[]): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(1_000)
  for (const feature of features) bits[feature >> 3] = (bits[feature >> 3] ?? 0) | (1 << (feature & 7))
  return bits
}

const all: TableQuery = { filter: '', search: '', sort: null, only: null }

type Properties = Record<string, unknown>
const ofRows = (...rows: (Properties | null)[]): string =>
  collection(...rows.map((row) => feature({ type: 'Point', coordinates: [1, 2] }, row)))

/** Texts that trip up comparisons of bytes, and of what they stand for. */
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'held',
    'Held',
    'base 2',
    'base 10',
    'été',
    'ete',
    '\u0130',
    'ß',
    'قاعدة',
    '"',
    '\\',
    '\n',
    '🏰',
    '2020-03',
    '2020-03-26',
    '1',
    '01',
  ),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
)
const anyValue = fc.oneof(
  anyText,
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom([1, 2], { a: 'held' }, []),
)
const fieldNames = ['name', 'value', '__proto__', 'constructor', 'toString', 'é "q"'] as const
const anyRow = fc.oneof(
  { weight: 20, arbitrary: fc.uniqueArray(fc.tuple(fc.constantFrom(...fieldNames), anyValue), { selector: ([name]) => name }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
type Entries = [string, unknown][]
const textOfRows = (rows: (Entries | null)[]): string =>
  collection(
    ...rows.map((row) => {
      const properties =
        row === null ? 'null' : `{${row.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(', ')}}`
      return `{"type":"Feature","properties":${properties},"geometry":null}`
    }),
  )
const valueOf = (row: Entries | null, field: string): unknown => row?.find(([name]) => name === field)?.[1] ?? null

const collator = new Intl.Collator('en', { numeric: true })
const kindOf = (value: unknown): number =>
  value === null ? 9 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'object' ? 2 : 3

/** The order that the table promises, said plainly. */
function compare(a: unknown, b: unknown): number {
  if (kindOf(a) !== kindOf(b)) return kindOf(a) - kindOf(b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a === null) return 0
  return collator.compare(typeof a === 'string' ? a : JSON.stringify(a), typeof b === 'string' ? b : JSON.stringify(b))
}

describe('A table', () => {
  test('is in the order that every comparison by hand gives, for any values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...fieldNames),
        fc.boolean(),
        async (rows, field, descending) => {
          const { open } = await layers.read(textOfRows(rows))
          const expected = rows
            .map((row, index) => ({ index, value: valueOf(row, field) }))
            .toSorted((a, b) => {
              if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.index - b.index
              return (descending ? -1 : 1) * compare(a.value, b.value) || a.index - b.index
            })
          const query = { ...all, sort: { field, descending } }
          const { total, records } = await pageOf(open, query, 0, 1000, options)
          expect(total).toBe(rows.length)
          expect(records.map((record) => record.feature)).toEqual(expected.map(({ index }) => index))
          const positions = await positionsOf(open, query, [...rows.keys(), rows.length], options)
          expect(positions).toEqual([...rows.map((_, index) => expected.findIndex((one) => one.index === index)), null])
        },
      ),
      { numRuns: 150, seed: 7 },
    )
  }, 60_000)

  test('that is searched holds the features with the text in any attribute, whatever its case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 30 }), anyText, async (rows, search) => {
        const { open } = await layers.read(textOfRows(rows))
        const wanted = search.trim().toLowerCase()
        const textOf = (value: unknown): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value))
        const expected = rows.flatMap((row, index) =>
          wanted === '' || (row ?? []).some(([, value]) => textOf(value).toLowerCase().includes(wanted)) ? [index] : [],
        )
        const { records } = await pageOf(open, { ...all, search }, 0, 1000, options)
        expect(records.map((record) => record.feature)).toEqual(expected)
      }),
      { numRuns: 150, seed: 8 },
    )
  }, 60_000)

  test('sorts dates by time, as precisely as they are written', async () => {
    const dates = ['2020-10-01', '2020-09-30T23:00:00-05:00', '2020-09', '2019', null, '2020-09-30', '2020-10']
    const { open } = await layers.read(ofRows(...dates.map((date) => ({ date }))))
    const { records } = await pageOf(open, { ...all, sort: { field: 'date', descending: false } }, 0, 10, options)
    expect(records.map((record) => dates[record.feature])).toEqual([
      '2019',
      '2020-09',
      '2020-09-30',
      '2020-10',
      '2020-10-01',
      '2020-09-30T23:00:00-05:00',
      null,
    ])
  })

  test('is cut by filter, search and chosen features together, and read page by page', async () => {
    const { open } = await layers.read(ofRows(...Array.from({ length: 100 }, (_, n) => ({ n, even: n % 2 === 0, name: `base ${n}` }))))
    const query: TableQuery = {
      filter: 'even',
      search: 'BASE 1',
      sort: { field: 'n', descending: true },
      only: bitsOf(18, 3, 10, 12, 98, 5000),
    }
    expect(await pageOf(open, query, 1, 1, options)).toMatchObject({ total: 3, records: [{ feature: 12 }] })
    expect(await pageOf(open, query, 50, 10, options)).toEqual({ total: 3, records: [] })
    expect(await positionsOf(open, query, [18, 12, 10, 98, 3], options)).toEqual([0, 1, 2, null, null])
    expect([...new Uint32Array((await orderedFeatures(open, query, options)).buffer)]).toEqual([18, 12, 10])
  })

  test('leaves out features that were skipped when the file was read, and keeps their places', async () => {
    const bad = '{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":["x"]}}'
    const { open } = await layers.read(collection(feature(null, { n: 2 }), bad, feature(null, { n: 1 })))
    const { total, records } = await pageOf(open, { ...all, sort: { field: 'n', descending: false } }, 0, 10, options)
    expect([total, records.map((record) => record.feature)]).toEqual([2, [2, 0]])
    const { count, bits } = await matchingOf(open, '', options)
    expect([count, [0, 1, 2].map((index) => isMatching(bits, index))]).toEqual([2, [true, false, true]])
  })

  test('keeps every digit of the file', async () => {
    const { open } = await layers.read(collection('{"type":"Feature","properties":{"n":12345678901234567890.10},"geometry":null}'))
    expect((await pageOf(open, all, 0, 1, options)).records[0]?.attributes[0]?.text).toBe('12345678901234567890.10')
  })

  test.each([
    ['trops > 5', 'At character 1 of the filter: There is no field “trops”. Did you mean troops?'],
    ['troops > ', 'At character 10 of the filter: The filter ends where a value is expected.'],
  ])('with the filter “%s” is refused with the place', async (filter, message) => {
    const { open } = await layers.read(ofRows({ troops: 1 }))
    await expect(pageOf(open, { ...all, filter }, 0, 1, options)).rejects.toMatchObject({ refusal: { message, file: 'layer.geojson' } })
    await expect(matchingOf(open, filter, options)).rejects.toMatchObject({ refusal: { message } })
  })

  test('tells how far its finding and sorting is, as one work that never goes back', async () => {
    const { open } = await layers.read(ofRows(...Array.from({ length: 30_000 }, (_, n) => ({ name: `base ${(n * 7_919) % 30_000}` }))))
    const shares: number[] = []
    const onProgress = (done: number, total: number): void => void shares.push(done / total)
    await pageOf(open, { ...all, search: 'base', sort: { field: 'name', descending: false } }, 0, 1, { ...options, onProgress })
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBeGreaterThanOrEqual(0)
    expect(shares.at(-1)).toBeGreaterThan(0.5)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })

  test('can be cancelled, by one who waits without the others', async () => {
    const { open } = await layers.read(ofRows(...Array.from({ length: 20_000 }, (_, n) => ({ n }))))
    const query = { ...all, sort: { field: 'n', descending: true } }
    const abort = new AbortController()
    const given = pageOf(open, query, 0, 1, { ...options, signal: abort.signal })
    const kept = pageOf(open, query, 0, 1, options)
    abort.abort()
    await expect(given).rejects.toThrow(CancelledError)
    expect((await kept).records[0]?.feature).toBe(19_999)
    await expect(pageOf(open, { ...all, search: '7' }, 0, 1, { ...options, signal: AbortSignal.abort() })).rejects.toThrow(CancelledError)
    // What was given up is done when it is asked for again.
    expect((await pageOf(open, { ...all, search: '19999' }, 0, 1, options)).total).toBe(1)
  })
})
