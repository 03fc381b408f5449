/** `cartouche info` as a program of its own, under the pinned Node. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const cli = join(import.meta.dirname, '../../../electron/cli/index.ts')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartouche-cli-'))
  await writeFile(
    join(folder, 'bases.geojson'),
    `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Taji","since":"2020-09-23","troops":null},"geometry":{"type":"Point","coordinates":[44.25,33.52]}},
{"type":"Feature","properties":{"name":"K1","troops":300},"geometry":{"type":"Point","coordinates":["44.3",35.5]}},
{"type":"Feature","properties":{"name":"Qayyara"},"geometry":null}
]}`,
  )
  await writeFile(join(folder, 'cut.geojson'), '{"type":"Feature","geometry":\n{"type":"Po')
})

afterAll(() => rm(folder, { recursive: true }))

function info(...args: string[]): { status: number | null; lines: unknown[]; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'info', ...args], { cwd: folder, encoding: 'utf8' })
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  return {
    status,
    lines: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
    err: stderr,
  }
}

describe('cartouche info', () => {
  test('says what is in a file, on one line', () => {
    expect(info('bases.geojson')).toEqual({
      status: 0,
      err: '',
      lines: [
        {
          file: 'bases.geojson',
          format: 'GeoJSON',
          sizeBytes: expect.any(Number) as number,
          features: 1,
          withoutGeometry: 1,
          vertices: 1,
          geometries: { Point: 1 },
          boundingBox: [44.25, 33.52, 44.25, 33.52],
          crs: { code: 'EPSG:4326', name: 'WGS 84', declared: false },
          fields: [
            { name: 'name', type: 'text', fillRate: 1 },
            { name: 'since', type: 'date', fillRate: 0.5 },
            { name: 'troops', type: 'empty', fillRate: 0 },
          ],
          problems: {
            count: 1,
            skipped: 1,
            first: [{ outcome: 'skipped', feature: 1, line: 3, column: 101, message: 'A coordinate is text (“44.3”), not a number.' }],
          },
        },
      ],
    })
  })

  test('goes on after a file that cannot be read, and ends with 1', () => {
    const { status, lines, err } = info('cut.geojson', 'bases.geojson', 'nothing.geojson')
    expect(status).toBe(1)
    expect(lines).toMatchObject([
      {
        file: 'cut.geojson',
        error: {
          message: 'cut.geojson ends in the middle of a feature, at line 2, column 12.',
          advice: 'Ask for the file again or repair its end, then open it again.',
          line: 2,
          column: 12,
        },
      },
      { file: 'bases.geojson', features: 1 },
      { file: 'nothing.geojson', error: { line: null, column: null } },
    ])
    expect(err.split('\n')[0]).toBe(
      'cut.geojson ends in the middle of a feature, at line 2, column 12. Ask for the file again or repair its end, then open it again.',
    )
  })

  test.each([[], ['--fast', 'bases.geojson']].map((args) => [args]))('ends with 2 after wrong usage: %j', (args) => {
    const { status, lines, err } = info(...args)
    expect({ status, lines }).toEqual({ status: 2, lines: [] })
    expect(err).toContain('Usage: cartouche info FILE…')
  })

  test('takes a file whose name looks like an option after --', () => {
    expect(info('--', '--fast').lines).toMatchObject([{ file: '--fast', error: {} }])
  })
})
