/**
 * Big layers look like small ones: the same features as a small file, which OpenLayers draws, and in a file that far-away points make a big one, which the painter paints. A pixel
 * differs when its colour is off by more than a tenth (YIQ, `pixelmatch`) and it is not one of the edge that is smoothed in both.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import {
  blankDocument,
  type Layer,
  type LayerStyle,
  type MapDocument,
  pointSymbols,
  type SymbolStyle,
} from '../../electron/contract/document.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { featureText, seeded } from '../bench/generate.ts'
import { type App, expect, test } from '../e2e/app.ts'

/** Of the pixels of the map. */
const maxDifferent = 0.005

const area = { west: 42.7, south: 32.4, east: 44.7, north: 34.2 }
const kinds = ['road', 'river', 'border', 'base']

type Case = { name: string; seed: number; zoom: number; rotationDeg?: number; scale?: number; opacity?: number; style: LayerStyle }

const symbol = (change: Partial<SymbolStyle> = {}): SymbolStyle => ({ ...defaultSymbol('#aa3377'), ...change })
const single = (change: Partial<SymbolStyle> = {}): LayerStyle => ({ kind: 'single', symbol: symbol(change), label: null })
const outlined = { outlineColor: '#332288', outlineWidthMm: 0.4 }

const cases: Case[] = [
  { name: 'as it is when a file is first opened', seed: 1, zoom: 8, style: single({ outlineColor: '#aa3377', outlineWidthMm: 0.35 }) },
  { name: 'far away, where most is smaller than a pixel', seed: 2, zoom: 6, style: single({ ...outlined, sizeMm: 1 }) },
  { name: 'close by', seed: 3, zoom: 11.3, style: single(outlined) },
  { name: 'turned', seed: 4, zoom: 8.4, rotationDeg: 33, style: single({ ...outlined, point: 'triangle', sizeMm: 4 }) },
  {
    name: 'shining through, without outlines',
    seed: 5,
    zoom: 7.7,
    opacity: 0.5,
    style: single({ outlineWidthMm: 0, fillOpacity: 0.6, lineWidthMm: 1.5 }),
  },
  {
    name: 'with dashes and dots',
    seed: 6,
    zoom: 10,
    style: single({ ...outlined, dash: 'dashed', lineWidthMm: 0.8, point: 'ring', sizeMm: 5 }),
  },
  {
    name: 'by classes, in every symbol',
    seed: 7,
    zoom: 8.2,
    style: {
      kind: 'category',
      field: 'kind',
      categories: kinds.map((value, i) => ({
        value,
        label: value,
        symbol: symbol({
          ...outlined,
          color: ['#4477aa', '#cc3311', '#228833', '#ee7733'][i] ?? '#000000',
          point: pointSymbols[i + 4] ?? 'circle',
          sizeMm: 3 + i,
          lineWidthMm: 0.3 + i / 4,
        }),
      })),
      other: symbol({ point: 'square' }),
      label: null,
    },
  },
  { name: 'large shapes, of which the view is a part', seed: 8, zoom: 9, scale: 60, style: single({ fillOpacity: 0.05, ...outlined }) },
]

async function writeFiles(folder: string, { seed, scale = 1 }: Case): Promise<{ small: string; big: string }> {
  const random = seeded(seed)
  // 900 features have some 16,000 vertices.
  const features = Array.from({ length: 900 }, (_, index) => featureText(index, random, area, scale))
  const far = Array.from({ length: 25_000 }, (_, i) => [-150 + (i % 100) / 100, -50 + i / 25_000])
  const padding = JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: far } })
  const [small, big] = [join(folder, 'small.geojson'), join(folder, 'big.geojson')]
  await writeFile(small, `{"type":"FeatureCollection","features":[${features.join(',')}]}`)
  await writeFile(big, `{"type":"FeatureCollection","features":[${[...features, padding].join(',')}]}`)
  return { small, big }
}

const layer = (name: string, path: string, { style, opacity = 1 }: Case, visible: boolean): Layer => ({
  type: 'layer',
  id: name,
  name,
  path,
  hash: null,
  visible,
  opacity,
  filter: '',
  style,
})

/** The map with one of the two layers. */
async function pictureOf(app: App, name: string): Promise<PNG> {
  for (const one of ['small', 'big']) {
    const box = app.layers.getByRole('treeitem', { name: new RegExp(`^${one}`) }).getByRole('checkbox')
    await box.setChecked(one === name)
  }
  await app.page.mouse.move(0, 0)
  await app.page.waitForTimeout(100)
  await app.ready()
  return PNG.sync.read(await app.map.screenshot())
}

for (const one of cases) {
  test(`paints a big layer as OpenLayers draws a small one: ${one.name}`, async ({ start, userData }, testInfo) => {
    const { small, big } = await writeFiles(userData, one)
    const document: MapDocument = {
      ...blankDocument,
      view: { center: [43.7, 33.3], zoom: one.zoom, rotationDeg: one.rotationDeg ?? 0 },
      basemap: { style: 'none', labels: 'english' },
      layers: [layer('small', small, one, false), layer('big', big, one, true)],
    }
    const file = join(userData, 'both.cartouche')
    await writeFile(file, JSON.stringify(document))
    const app = await start({ files: [file] })
    const [painted, drawn] = [await pictureOf(app, 'big'), await pictureOf(app, 'small')]
    const { width, height } = drawn
    const difference = new PNG({ width, height })
    const different = pixelmatch(painted.data, drawn.data, difference.data, width, height, { threshold: 0.1 })
    await writeFile(testInfo.outputPath('painted.png'), PNG.sync.write(painted))
    await writeFile(testInfo.outputPath('drawn.png'), PNG.sync.write(drawn))
    await writeFile(testInfo.outputPath('difference.png'), PNG.sync.write(difference))
    console.error(`${one.name}: ${((different / width / height) * 100).toFixed(3)}%`)
    const empty = pixelmatch(drawn.data, new Uint8Array(drawn.data.length).fill(255), undefined, width, height)
    expect(empty / width / height, 'something is drawn').toBeGreaterThan(0.005)
    expect(different / width / height).toBeLessThan(maxDifferent)
  })
}
