/** A layer's filter on the map: small layers, that OpenLayers draws, and big ones, that are painted, show, name and find what it lets through. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blankDocument, type Layer, type MapDocument } from '../../electron/contract/document.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { type App, expect, pixelOfMap, test } from './app.ts'

type Place = [lon: number, lat: number]

/** Squares of a side of `step` degrees from a corner on, without gaps. */
const squares = (kind: string, [west, south]: Place, columns: number, rows: number, step: number): string[] =>
  Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [west + (i % columns) * step, south + Math.floor(i / columns) * step]
    const ring = [
      [x, y],
      [x + step, y],
      [x + step, y + step],
      [x, y + step],
      [x, y],
    ]
    return JSON.stringify({ type: 'Feature', properties: { kind }, geometry: { type: 'Polygon', coordinates: [ring] } })
  })

const layer = (name: string, path: string, filter: string): Layer => ({
  type: 'layer',
  id: name,
  name,
  path,
  hash: null,
  visible: true,
  opacity: 1,
  filter,
  style: { kind: 'single', symbol: { ...defaultSymbol('#cc3311'), fillOpacity: 1, outlineWidthMm: 0 }, label: null },
})

/** Pixels of a degree at zoom 5, near the equator. */
const degreePx = (256 * 2 ** 5) / 360

async function placeOnMap(app: App, [lon, lat]: Place): Promise<{ x: number; y: number }> {
  const { width, height } = (await app.map.boundingBox())!
  return { x: Math.round(width / 2 + lon * degreePx), y: Math.round(height / 2 - lat * degreePx) }
}

/** Squares side by side have fine seams. */
async function colorAt(app: App, place: Place): Promise<'red' | 'white' | 'other'> {
  const [red, green, blue] = await pixelOfMap(app, await placeOnMap(app, place))
  return red === 255 && green === 255 && blue === 255 ? 'white' : red > 180 && green < 130 && blue < 110 ? 'red' : 'other'
}

test('shows and finds what passes a filter, in small layers and big ones, and says what is wrong with one', async ({ open, userData }) => {
  const [small, big] = [join(userData, 'small.geojson'), join(userData, 'big.geojson')]
  const write = (file: string, features: string[]): Promise<void> =>
    writeFile(file, `{"type":"FeatureCollection","features":[${features.join(',')}]}`)
  await write(small, [...squares('held', [-8, 4], 1, 1, 5), ...squares('lost', [3, 4], 1, 1, 5)])
  // More than 20,000 vertices.
  await write(big, [...squares('held', [-8, -9], 50, 50, 0.1), ...squares('lost', [3, -9], 50, 50, 0.1)])
  const document: MapDocument = {
    ...blankDocument,
    view: { center: [0, 0], zoom: 5, rotationDeg: 0 },
    basemap: { style: 'none', labels: 'english' },
    layers: [
      layer('Small', small, "kind = 'held'"),
      layer('Big', big, "KIND in ('held') and kind is not null"),
      layer('Bad', small, "knd = 'held'"),
    ],
  }
  const file = join(userData, 'filters.cartouche')
  await writeFile(file, JSON.stringify(document))
  const app = await open({ files: [file] })

  const held: Place[] = [
    [-5.45, 6.45],
    [-5.45, -6.45],
  ]
  const lost: Place[] = [
    [5.55, 6.55],
    [5.55, -6.55],
  ]
  for (const place of held) expect(await colorAt(app, place)).toBe('red')
  for (const place of lost) expect(await colorAt(app, place)).toBe('white')

  const row = (name: string) => app.layers.getByRole('treeitem', { name, exact: true })
  await expect(row('Small').getByTitle('1 of 2 features pass the filter')).toBeVisible()
  await expect(row('Big').getByTitle('2,500 of 5,000 features pass the filter')).toBeVisible()
  await expect(row('Bad')).toContainText('Nothing is shown, since the filter cannot be understood.')
  await expect(row('Bad')).toContainText('There is no field “knd”. Did you mean kind?')

  const box = (await app.map.boundingBox())!
  const clickAt = async (place: Place): Promise<void> => {
    const { x, y } = await placeOnMap(app, place)
    await app.page.mouse.click(box.x + x, box.y + y)
  }
  // One after the other: clicks that follow at once are a double click.
  const found = app.page.getByText(/^\d+ features? here$/)
  for (const [at, place] of held.entries()) {
    await clickAt(place)
    await expect(found).toBeVisible()
    await clickAt(lost[at]!)
    await expect(found).toBeHidden()
  }

  // Without its filter, the third layer shows what the first one leaves out; undo takes it back.
  await row('Bad').getByRole('button', { name: 'Remove Filter' }).click()
  await app.ready()
  await expect.poll(() => colorAt(app, lost[0]!)).toBe('red')
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(row('Bad')).toContainText('Did you mean kind?')
  await expect.poll(() => colorAt(app, lost[0]!)).toBe('white')
})
