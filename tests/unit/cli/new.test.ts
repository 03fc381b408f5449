/** `cartouche new` as a program of its own, under the pinned Node, with the real engine. */
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Layer } from '../../../electron/contract/document.ts'
import { readDocument } from '../../../electron/services/documentFile.ts'

const root = join(import.meta.dirname, '../../..')
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cartouche-new-'))
})

afterEach(() => rm(folder, { recursive: true }))

function make(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'electron/cli/index.ts'), 'new', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

const layerFile = (name: string): string => join(root, 'data/layers', `${name}.geojson`)

const points = (...places: [number, number][]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: places.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })),
  })

const read = (name: string) => readDocument(join(folder, name))

describe('cartouche new', () => {
  test('makes a document that shows the layers, the first on top', async () => {
    const args = ['--title', 'Bases', '--subtitle=Iraq', '--as-of', '2020-09', '--basemap', 'print', '--label', 'name_ar', '--json']
    const { status, out, err } = make('--out', 'bases.cartouche', ...args, layerFile('coalition-bases'), layerFile('reported-facts'))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const document = await read('bases.cartouche')
    expect(document).toMatchObject({
      title: 'Bases',
      subtitle: 'Iraq',
      asOf: '2020-09',
      basemap: { style: 'print', labels: 'english' },
      layers: [
        { name: 'coalition-bases', path: layerFile('coalition-bases'), style: { label: { field: 'name_ar', sizePt: 9 } } },
        // It has no such field.
        { name: 'reported-facts', path: layerFile('reported-facts'), style: { label: null } },
      ],
    })
    const [first, second] = document.layers as Layer[]
    expect(first?.style).not.toEqual(second?.style)
    expect(first?.hash).toMatch(/^[0-9a-f]{40}$/)
    expect(JSON.parse(out)).toEqual({
      path: join(folder, 'bases.cartouche'),
      title: 'Bases',
      basemap: 'print',
      boundingBox: expect.any(Array) as unknown,
      center: document.view.center,
      zoom: document.view.zoom,
      layers: [
        {
          name: 'coalition-bases',
          path: layerFile('coalition-bases'),
          features: 6,
          boundingBox: [42.4412002563, 33.28389, 44.28417, 35.7672],
          label: 'name_ar',
          problems: 0,
        },
        expect.objectContaining({ name: 'reported-facts', label: null }),
      ],
      milliseconds: expect.any(Number) as number,
    })
  })

  test('is named after its file, says what it wrote, and names layers from where it lies', async () => {
    await mkdir(join(folder, 'maps'))
    await cp(layerFile('iraq'), join(folder, 'iraq.geojson'))
    expect(make('--out', 'maps/My map.cartouche', 'iraq.geojson')).toEqual({
      status: 0,
      out: `Wrote ${join(folder, 'maps/My map.cartouche')} with 1 layer.\n`,
      err: '',
    })
    expect(await read('maps/My map.cartouche')).toMatchObject({ title: 'My map', subtitle: '', asOf: null })
    expect(await readFile(join(folder, 'maps/My map.cartouche'), 'utf8')).toContain('"path":"../iraq.geojson"')
  })

  test('gives the same document for the same files, byte for byte', async () => {
    make('--out', 'a.cartouche', '--title', 'A', layerFile('iraq'), layerFile('governorates'))
    make('--out', 'b.cartouche', '--title', 'A', layerFile('iraq'), layerFile('governorates'))
    expect(await readFile(join(folder, 'b.cartouche'), 'utf8')).toBe(await readFile(join(folder, 'a.cartouche'), 'utf8'))
  })

  test('takes the layers of a folder', async () => {
    expect(make('--out', 'all.cartouche', join(root, 'data/layers')).status).toBe(0)
    const files = await readdir(join(root, 'data/layers'))
    expect((await read('all.cartouche')).layers).toHaveLength(files.length)
  })

  test('shows a box that was asked for, across the antimeridian too', async () => {
    // 20° of longitude on 1280 pixels: log2(1280 / 256 · 360 / 20).
    make('--out', 'fiji.cartouche', '--bbox', '170,-20,-170,-10', layerFile('iraq'))
    expect((await read('fiji.cartouche')).view).toEqual({ center: [180, -15.058652], zoom: 6.491, rotationDeg: 0 })
  })

  test('shows layers on both sides of the antimeridian together, and a single point not from too near', async () => {
    await writeFile(join(folder, 'west.geojson'), points([179, -17]))
    await writeFile(join(folder, 'east.geojson'), points([-179, -15]))
    make('--out', 'fiji.cartouche', 'west.geojson', 'east.geojson')
    const { center, zoom } = (await read('fiji.cartouche')).view
    expect(Math.abs(center[0])).toBe(180)
    expect(zoom).toBeGreaterThan(8)
    make('--out', 'point.cartouche', 'west.geojson')
    expect((await read('point.cartouche')).view).toEqual({ center: [179, -17], zoom: 13, rotationDeg: 0 })
  })

  test('takes a layer with nothing to draw, and tells of features that were left out', async () => {
    await writeFile(join(folder, 'empty.geojson'), '{"type":"FeatureCollection","features":[]}')
    await writeFile(
      join(folder, 'odd.geojson'),
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["a",1]}}]}',
    )
    const { status, err } = make('--out', 'odd.cartouche', 'empty.geojson', 'odd.geojson')
    expect({ status, err }).toEqual({ status: 0, err: 'odd.geojson: 1 feature was left out. `cartouche info` says why.\n' })
  })

  test('replaces a document only when told to, and keeps what was there', async () => {
    await writeFile(join(folder, 'a.cartouche'), 'precious')
    const { status, err } = make('--out', 'a.cartouche', layerFile('iraq'))
    expect({ status, err }).toEqual({
      status: 1,
      err: `${join(folder, 'a.cartouche')} is there already. Choose another name, or replace it with --force.\n`,
    })
    expect(await readFile(join(folder, 'a.cartouche'), 'utf8')).toBe('precious')
    expect(make('--out', 'a.cartouche', '--force', layerFile('iraq')).status).toBe(0)
    expect(await read('a.cartouche')).toMatchObject({ title: 'a' })
    expect(await readFile(join(folder, 'a.cartouche.bak'), 'utf8')).toBe('precious')
  })

  test('tells all that cannot be read, and writes nothing', async () => {
    await writeFile(join(folder, 'cut.geojson'), '{"type":"Feature","geometry":\n{"type":"Po')
    await writeFile(join(folder, 'map.cartouche'), '{}')
    const { status, out, err } = make('--out', 'a.cartouche', 'cut.geojson', layerFile('iraq'), 'nothing.geojson', 'map.cartouche')
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('nothing.geojson is not there.')
    expect(err).toContain('map.cartouche is a map document, and no layer.')
    expect(err).toContain('cut.geojson ends in the middle of a feature, at line 2, column 12.')
    expect(err).toMatch(/No map was written\.\n$/)
    expect(await readdir(folder)).not.toContain('a.cartouche')
  })

  test.each([
    [['--out', 'nowhere/a.cartouche'], 'There is no folder '],
    [['--out', 'a.cartouche', '--label', 'nmae'], 'No layer has a field “nmae” to label by. Did you mean name? There are name, name_ar,'],
    [['--out', 'folder.cartouche', '--force'], 'folder.cartouche is there already, and is no file.'],
  ])('refuses what cannot be done: %j', async (args, sentence) => {
    await mkdir(join(folder, 'folder.cartouche'))
    const { status, out, err } = make(...args, layerFile('iraq'))
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(sentence)
  })

  test.each([
    [[], 'name the document to write with --out'],
    [['--out', 'a.cartouche'], 'name at least one layer file.'],
    [['--out', 'a.json', 'b'], 'ends in .cartouche'],
    [['--out', 'a.cartouche', '--titel', 'T', 'b'], 'there is no option --titel. Did you mean --title?'],
    [['--out', 'a.cartouche', '--as-of', '2020-02-30', 'b'], '--as-of needs a date'],
    [['--out', 'a.cartouche', '--as-of', 'today', 'b'], '--as-of needs a date'],
    [['--out', 'a.cartouche', '--basemap', 'drak', 'b'], 'there is no basemap “drak”. Did you mean dark?'],
    [['--out', 'a.cartouche', '--bbox', '1,2,1,3', 'b'], 'has no width'],
    [['--out', 'a.cartouche', '--title', 'x'.repeat(10_001), 'b'], '--title has 10,001 characters; a map document holds up to 10,000.'],
  ])('ends with 2 after wrong usage: %j', (args, sentence) => {
    const { status, out, err } = make(...args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).toContain('Usage: cartouche new --out P.cartouche')
  })
})
