/** The same features twice: in a small file, which OpenLayers draws, and in one that others, far away, make a big one, which the painter paints. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { blankDocument, type Layer, type LayerStyle, type MapDocument, type SymbolStyle } from '../../electron/contract/document.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { featureText, seeded } from '../bench/generate.ts'
import type { App } from '../e2e/app.ts'
import type { MapWindow } from './window.ts'

const area = { west: 42.7, south: 32.4, east: 44.7, north: 34.2 }

export type Look = { name: string; opacity?: number; style: LayerStyle }
/** Looks that are compared in one window. */
export type Scene = {
  seed: number
  zoom: number
  rotationDeg?: number
  scale?: number
  looks: readonly Look[]
  /** Pixels of the screen in a CSS pixel; the screen's own when it is left out. */
  screenScale?: number
  /** Features of the big file; where it is left out, it is big by one feature of many points. */
  total?: number
}

export const symbol = (change: Partial<SymbolStyle> = {}): SymbolStyle => ({ ...defaultSymbol('#aa3377'), ...change })
export const single = (change: Partial<SymbolStyle> = {}): LayerStyle => ({ kind: 'single', symbol: symbol(change), label: null })
export const bySize = {
  field: 'value',
  from: 0,
  to: 1_000,
  by: 'area',
  minMm: 1,
  maxMm: 8,
  minLineMm: 0.2,
  maxLineMm: 2,
} as const satisfies LayerStyle['size']
export const outlined = { outlineColor: '#332288', outlineWidthMm: 0.4 }

const elsewhere = { west: -150, south: -50, east: -140, north: -40 }

export async function writeFiles(
  folder: string,
  { seed, scale = 1, total }: Pick<Scene, 'seed' | 'scale' | 'total'>,
): Promise<{ small: string; big: string }> {
  const random = seeded(seed)
  // 900 features have some 16,000 vertices.
  const features = Array.from({ length: 900 }, (_, index) => featureText(index, random, area, scale))
  const far = Array.from({ length: 25_000 }, (_, i) => [-150 + (i % 100) / 100, -50 + i / 25_000])
  const padding = JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: far } })
  const [small, big] = [join(folder, 'small.geojson'), join(folder, 'big.geojson')]
  await writeFile(small, `{"type":"FeatureCollection","features":[${features.join(',')}]}`)
  const others =
    total === undefined
      ? [padding]
      : Array.from({ length: total - features.length }, (_, index) => featureText(features.length + index, random, elsewhere))
  await writeFile(big, `{"type":"FeatureCollection","features":[${[...features, ...others].join(',')}]}`)
  return { small, big }
}

export const layer = (name: string, path: string, { style, opacity = 1 }: Look, visible: boolean): Layer => ({
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

export type Windows = {
  mapWindow: MapWindow
  /** For a scene that asks for a screen of its own. */
  start: (options: { files: string[]; switches: string[] }) => Promise<App>
}

/** The looks of a scene, each on the small file and on the big one: `0 small`, `0 big`, `1 small` … @param folder for the files */
export async function openScene(scene: Scene, folder: string, { mapWindow, start }: Windows): Promise<App> {
  const { small, big } = await writeFiles(folder, scene)
  const document: MapDocument = {
    ...blankDocument,
    view: { center: [43.7, 33.3], zoom: scene.zoom, rotationDeg: scene.rotationDeg ?? 0 },
    basemap: { style: 'none', labels: 'english' },
    layers: scene.looks.flatMap((look, index) => [
      layer(`${index} small`, small, look, false),
      layer(`${index} big`, big, look, index === 0),
    ]),
  }
  if (scene.screenScale === undefined) return mapWindow.open(document)
  const file = join(folder, 'both.cartouche')
  await writeFile(file, JSON.stringify(document))
  return start({ files: [file], switches: [`--force-device-scale-factor=${scene.screenScale}`] })
}

export async function show(app: App, names: readonly string[]): Promise<void> {
  for (const box of await app.layers.getByRole('checkbox').all()) {
    const name = ((await box.getAttribute('aria-label')) ?? '').replace('Show ', '')
    await box.setChecked(names.includes(name))
  }
}

/** The map with one of the layers, or with none. */
export async function pictureOf(app: App, ...names: string[]): Promise<PNG> {
  await show(app, names)
  await app.page.mouse.move(0, 0)
  await app.page.waitForTimeout(100)
  await app.ready()
  return PNG.sync.read(await app.map.screenshot())
}
