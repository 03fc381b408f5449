/** The basemap as the window draws it: land and sea in their colours, names in it, and no style or zoom blank. */
import { PNG } from 'pngjs'
import { type Basemap, blankDocument } from '../../electron/contract/document.ts'
import { paletteOf, seaOf } from '../../renderer/map/basemap/palette.ts'
import { pixelOfMap } from '../e2e/app.ts'
import { placeOnMap } from '../e2e/projection.ts'
import { type App, expect, type MapWindow, test } from './window.ts'

type Look = { basemap: Basemap; center?: [number, number]; zoom?: number; rotationDeg?: number }

const openAt = async ({ open }: MapWindow, { basemap, center = [43.7, 33.2], zoom = 6, rotationDeg = 0 }: Look): Promise<App> =>
  open({ ...blankDocument, view: { center, zoom, rotationDeg }, basemap })

const hex = (rgb: readonly number[]): string => `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`

/** How many colours a map has: none of its features are drawn in a blank one. */
async function coloursOf(app: App): Promise<number> {
  const { data } = PNG.sync.read(await app.map.screenshot())
  const colours = new Set<number>()
  for (let i = 0; i < data.length; i += 4) colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0))
  return colours.size
}

const desert = [41, 31.9] as const
const gulf = [50.3, 28.2] as const

for (const style of ['light', 'dark', 'print'] as const) {
  test(`draws land and sea of ${style} in their colours`, async ({ mapWindow }) => {
    const app = await openAt(mapWindow, { basemap: { style, labels: 'both' } })
    const view = { center: [43.7, 33.2], zoom: 6 } as const
    expect(hex(await pixelOfMap(app, await placeOnMap(app, desert, view)))).toBe(paletteOf(style)?.land)
    expect(hex(await pixelOfMap(app, await placeOnMap(app, gulf, view)))).toBe(seaOf(style))
    expect(await coloursOf(app)).toBeGreaterThan(80)
  })
}

test('prints in greys alone', async ({ mapWindow }) => {
  const app = await openAt(mapWindow, { basemap: { style: 'print', labels: 'both' } })
  const { data } = PNG.sync.read(await app.map.screenshot())
  let coloured = 0
  for (let i = 0; i < data.length; i += 4) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) coloured += 1
  // What lies over the map, such as the edge of a panel, may be coloured; the map is not.
  expect(coloured / (data.length / 4)).toBeLessThan(0.01)
})

for (const [name, look] of [
  ['the world', { center: [20, 20], zoom: 1.5 }],
  ['Baghdad, between the archives', { center: [44.4, 33.3], zoom: 8 }],
  ['Baghdad, beyond the last tiles', { center: [44.4, 33.3], zoom: 12 }],
  ['a town far from Iraq, beyond the last tiles', { center: [2.35, 48.85], zoom: 11 }],
  ['a map that is turned', { rotationDeg: 40 }],
] satisfies [string, Omit<Look, 'basemap'>][]) {
  test(`is not blank: ${name}`, async ({ mapWindow }) => {
    const app = await openAt(mapWindow, { basemap: { style: 'light', labels: 'english' }, ...look })
    expect(await coloursOf(app)).toBeGreaterThan(25)
  })
}

test('shows the relief, and nothing at all without a basemap', async ({ mapWindow }) => {
  const relief = await openAt(mapWindow, { basemap: { style: 'relief', labels: 'english' } })
  expect(await coloursOf(relief)).toBeGreaterThan(2_000)
  const none = await openAt(mapWindow, { basemap: { style: 'none', labels: 'english' } })
  expect(hex(await pixelOfMap(none, await placeOnMap(none, desert)))).toBe('#ffffff')
})
