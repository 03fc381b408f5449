/** What is exported, read again. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LayerExportFormat } from '../../../../electron/contract/query.ts'
import { CancelledError, RefusalError } from '../../../../electron/contract/refusal.ts'
import { recordsOf } from '../../../../electron/engine/answer/records.ts'
import { exportLayer } from '../../../../electron/engine/export/exportLayer.ts'
import type { OpenLayer } from '../../../../electron/engine/sources.ts'
import { scattered } from '../cut/scattered.ts'
import { collection, feature, point, useLayers } from '../layer.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }
const all = { filter: '', features: null }

function bitsOf(...features: number[]): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(13)
  for (const one of features) bits[one >> 3] = (bits[one >> 3] ?? 0) | (1 << (one & 7))
  return bits
}

async function exported(
  open: OpenLayer,
  format: LayerExportFormat,
  part: { filter: string; features: Uint8Array<ArrayBuffer> | null } = all,
): Promise<string> {
  const path = join(layers.folder, `exported.${format}`)
  await exportLayer(open, { format, ...part }, path, options)
  return readFile(path, 'utf8')
}

const records = async ({ layer }: OpenLayer, open: OpenLayer) =>
  (
    await recordsOf(
      open,
      Array.from({ length: Math.min(1_000, layer.store.featureCount) }, (_, index) => index),
    )
  ).map(({ attributes, geometryType }) => ({ attributes, geometryType }))

describe.each(['geojson', 'ndjson'] as const)('A layer that is exported as %s', (format) => {
  test('reads as the same records and the same shapes', async () => {
    const { open, features } = await layers.read(scattered(400, 51), 'before.geojson')
    const [before, shapes] = [await records(open, open), await features()]
    const again = await layers.read(await exported(open, format), `after.${format}`)
    expect(await records(again.open, again.open)).toEqual(before)
    expect(await again.features()).toEqual(shapes)
  })

  test('keeps every digit and every member of the file', async () => {
    const text =
      '{"type":"Feature","id":"a-1","bbox":[1,2,1,2],"properties":{"big":12345678901234567890,"small":1.100,"text":"a\\u0041\\n","nested":{"a":[1.0]}},\n "geometry":{"type":"Point",\r\n  "coordinates":[44.30000000000000001,33.20]},"extra":[true]}'
    const { open } = await layers.read(collection(text))
    const line = (await exported(open, format)).split('\n').find((one) => one.startsWith('{"type":"Feature",'))
    expect(line).toBe(
      '{"type":"Feature","id":"a-1","bbox":[1,2,1,2],"properties":{"big":12345678901234567890,"small":1.100,"text":"a\\u0041\\n","nested":{"a":[1.0]}},"geometry":{"type":"Point","coordinates":[44.30000000000000001,33.20]},"extra":[true]}',
    )
  })

  test('of another coordinate system is on WGS 84, to a tenth of a millimetre, and says nothing of the other', async () => {
    const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32638"}}'
    const text = `{"type":"FeatureCollection",${crs},"features":[{"type":"Feature","bbox":[1,2,3,4],"properties":{"n":1.50},"geometry":{"type":"Point","coordinates":[444000.25,3687000.5,12.5]}}]}`
    const { open, features } = await layers.read(text, 'utm.geojson')
    const [before] = await features()
    const written = await exported(open, format)
    expect(written).not.toMatch(/crs|bbox/)
    expect(written).toContain('"n":1.50')
    const again = await layers.read(written, `wgs.${format}`)
    expect(again.summary.crs.code).toBe('EPSG:4326')
    const [lon, lat, height] = ((await again.features())[0]?.geometry?.coordinates ?? []) as number[]
    const [lonBefore, latBefore] = (before?.geometry?.coordinates ?? []) as number[]
    expect(Math.abs((lon ?? 0) - (lonBefore ?? 0))).toBeLessThan(1e-9)
    expect(Math.abs((lat ?? 0) - (latBefore ?? 0))).toBeLessThan(1e-9)
    expect(height).toBe(12.5)
  })

  test('holds what the filter lets through and is chosen, in the order of the file', async () => {
    const { open } = await layers.read(
      collection(...Array.from({ length: 10 }, (_, n) => feature({ type: 'Point', coordinates: [n, n] }, { n }))),
    )
    const written = await exported(open, format, { filter: 'n > 2', features: bitsOf(8, 1, 5, 99) })
    const again = await layers.read(written, `part.${format}`)
    expect((await again.features()).map(({ properties }) => properties)).toEqual([{ n: 5 }, { n: 8 }])
  })

  test('of a bare geometry becomes a feature', async () => {
    const { open } = await layers.read('{"type":"Point","coordinates":[1.50,2]}', 'bare.json')
    expect(await exported(open, format)).toContain(
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1.50,2]},"properties":null}',
    )
  })
})

/** RFC 4180, said plainly. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = []
  for (const [, cell = '', end] of csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)) {
    const row = rows.at(-1)
    if (row === undefined || row.at(-1) === '\u0000end') rows.push([])
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === '\r\n') rows.at(-1)?.push('\u0000end')
  }
  return rows.map((row) => row.slice(0, -1))
}

describe('A layer that is exported as CSV', () => {
  test('has the fields of the file, and longitude and latitude of points', async () => {
    const { open } = await layers.read(
      collection(
        feature({ type: 'Point', coordinates: [44.5, 33.25, 7] }, { name: 'K1, "Kirkuk"', troops: 12, held: true, note: null }),
        feature({ type: 'Point', coordinates: [-1, 2] }, { name: 'حبانية\nline', note: '', longitude: 'x' }),
      ),
    )
    expect(await exported(open, 'csv')).toBe(
      '\uFEFFname,troops,held,note,longitude,longitude_2,latitude\r\n"K1, ""Kirkuk""",12,true,,,44.5,33.25\r\n"حبانية\nline",,,"",x,-1,2\r\n',
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd', "'+cmd"],
    ['-5', '-5'],
    ['+964 770 123', '+964 770 123'],
    ['a=1', 'a=1'],
  ])('writes the text %s so that no spreadsheet runs it', async (name, cell) => {
    const { open } = await layers.read(collection(feature({ type: 'Point', coordinates: [1, 2] }, { name })))
    expect((await exported(open, 'csv')).split('\r\n')[1]).toBe(`${cell},1,2`)
  })

  test.each([
    [
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      '"LINESTRING (1 2, 3 4)"',
    ],
    [
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      '"MULTIPOINT ((1 2), (3 4))"',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      '"POLYGON ((0 0, 1 0, 1 1, 0 0))"',
    ],
    [
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
      '"MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))"',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [1, 2, 5],
          [3, 4, 6],
        ],
      },
      '"LINESTRING Z (1 2 5, 3 4 6)"',
    ],
    [
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
      '"GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"',
    ],
    [null, ''],
  ])('writes %j as well-known text', async (geometry, wkt) => {
    const { open } = await layers.read(
      collection(
        feature(geometry, { n: 1 }),
        feature(
          {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
          { n: 2 },
        ),
      ),
    )
    expect((await exported(open, 'csv')).split('\r\n')[1]).toBe(`1,${wkt}`)
  })

  test('reads as the same texts, whatever they are', async () => {
    const anyText = fc.string({ maxLength: 12, unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 10 }), async (rows) => {
        const { open } = await layers.read(collection(...rows.map(([a, b]) => feature({ type: 'Point', coordinates: [1, 2] }, { a, b }))))
        const [head, ...body] = cellsOf((await exported(open, 'csv')).slice(1))
        expect(head).toEqual(['a', 'b', 'longitude', 'latitude'])
        expect(body).toEqual(rows.map(([a, b]) => [a, b, '1', '2']))
      }),
      { numRuns: 60, seed: 3 },
    )
  })
})

describe('An export', () => {
  test('that is cancelled leaves what was there, and nothing else', async () => {
    const { open } = await layers.read(collection(...Array.from({ length: 50_000 }, () => point(1, 2))), 'many.geojson')
    const path = join(layers.folder, 'kept.geojson')
    await writeFile(path, 'before')
    const abort = new AbortController()
    const onProgress = (done: number): void => {
      if (done > 10_000) abort.abort()
    }
    const before = await readdir(layers.folder)
    await expect(exportLayer(open, { format: 'geojson', ...all }, path, { signal: abort.signal, onProgress })).rejects.toThrow(
      CancelledError,
    )
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(layers.folder)).toEqual(before)
  })

  test.each([
    ['over the file of the layer itself', 'own.geojson', 'own.geojson is the file of the layer itself, and would be lost.'],
    ['into a folder that is not there', 'nowhere/a.geojson', 'a.geojson could not be written: its folder does not exist.'],
  ])('%s is refused', async (_, name, message) => {
    const { open } = await layers.read(collection(point(1, 2)), 'own.geojson')
    const writing = exportLayer(open, { format: 'geojson', ...all }, join(layers.folder, name), options)
    await expect(writing).rejects.toMatchObject({ refusal: { message } })
    await expect(readFile(open.path, 'utf8')).resolves.toBe(collection(point(1, 2)))
  })

  test('with a filter that cannot be understood is refused before anything is written', async () => {
    const { open } = await layers.read(collection(point(1, 2)))
    await expect(exported(open, 'csv', { filter: 'n >', features: null })).rejects.toThrow(RefusalError)
  })
})
