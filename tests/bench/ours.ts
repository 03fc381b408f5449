/** Cartouche as the benches see it: the built program, driven from outside. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/bridge.ts'
import { blankDocument, type Layer, type MapDocument } from '../../electron/contract/document.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { startApp } from '../e2e/app.ts'
import { type MapWindow, overview, type Size } from './mapWindow.ts'

export interface OurWindow extends MapWindow {
  readonly size: Size
  readonly app: Awaited<ReturnType<typeof startApp>>
}

declare global {
  interface Window {
    /** Ids of the files of the document that arrived last. */
    benchSources?: string[]
    /** When the map was complete, in milliseconds of the clock. */
    benchReady?: number[]
  }
}

const color = '#cc3311'

/** A layer as it looks when its file is first opened. */
export const layerOf = (path: string, id = 'data'): Layer => ({
  type: 'layer',
  id,
  name: id,
  path,
  hash: null,
  visible: true,
  opacity: 1,
  filter: '',
  style: { kind: 'single', symbol: { ...defaultSymbol(color), outlineColor: color, outlineWidthMm: 0.35 }, label: null },
})

/** A map without ground, so that nothing but the layers is drawn. @returns its file */
export async function writeMap(folder: string, layers: Layer[], name = 'map'): Promise<string> {
  const document: MapDocument = {
    ...blankDocument,
    view: { ...overview, rotationDeg: 0 },
    basemap: { style: 'none', labels: 'english' },
    layers,
  }
  const file = join(folder, `${name}.cartouche`)
  await writeFile(file, JSON.stringify(document))
  return file
}

/** @param userData what the program remembers is kept here */
export async function startOurs(folder: string, userData: string): Promise<OurWindow> {
  const app = await startApp({ files: [await writeMap(folder, [], 'empty')], userData })
  const { electron, page } = app
  const box = await app.map.boundingBox()
  if (box === null) throw new Error('The map is not shown.')
  await page.evaluate(watch)
  return {
    app,
    electron,
    page,
    map: '.ol-viewport',
    size: { width: Math.round(box.width), height: Math.round(box.height) },
    open: async (file) => open(folder, app, file),
    identify: async ({ x, y }) => page.evaluate(identify, { x: x / box.width, y: y / box.height }),
    close: async () => app.close(),
  }
}

async function open(folder: string, { electron, page }: OurWindow['app'], file: string): Promise<number> {
  const document = await writeMap(folder, [layerOf(file)])
  await page.evaluate(() => {
    window.benchReady = []
  })
  // A second start of the program hands its files to the first: the shortest way from outside.
  const started = await electron.evaluate(({ app }, path) => {
    app.emit('second-instance', {}, [process.execPath, app.getAppPath(), path], '/')
    return Date.now()
  }, document)
  return (await firstPicture(page)) - started
}

/** When the map was first complete with ink on it. */
async function firstPicture(page: Page): Promise<number> {
  for (const until = Date.now() + 120_000; Date.now() < until; await wait(50)) {
    const at = await page.evaluate(() => window.benchReady?.[0])
    if (at !== undefined) return at
  }
  throw new Error('No picture within two minutes.')
}

/** In the page: notes when the map is complete and shows something, and which files arrive. */
function watch(): void {
  const bridge = (window as unknown as { cartouche: Bridge }).cartouche
  bridge.on('document.arrived', ({ sources }) => {
    window.benchSources = sources.map(({ id }) => id)
  })
  const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const hasInk = (): boolean =>
    [...document.querySelectorAll<HTMLCanvasElement>('.ol-layers canvas')].some((canvas) => {
      const { width, height } = canvas
      if (copy === null || width === 0 || height === 0 || canvas.style.display === 'none') return false
      // Setting the size clears it. Not every canvas can be read itself.
      copy.canvas.width = width
      copy.canvas.height = height
      copy.drawImage(canvas, 0, 0)
      const { data } = copy.getImageData(0, 0, width, height)
      for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return true
      return false
    })
  new MutationObserver(() => {
    const now = performance.timeOrigin + performance.now()
    if (document.documentElement.dataset['map'] === 'ready' && hasInk()) window.benchReady?.push(now)
  }).observe(document.documentElement, { attributeFilter: ['data-map'] })
}

/** In the page: the question that a click asks, and the attributes that are shown of what it finds. @param at shares of the map's sides */
async function identify(at: { x: number; y: number }): Promise<number> {
  const bridge = (window as unknown as { cartouche: Bridge }).cartouche
  const source = window.benchSources?.[0] ?? ''
  // Within the generated features.
  const area: [number, number] = [5 + at.x * 15, 47 + at.y * 6]
  const started = performance.now()
  // Four pixels and half a mark, in the overview.
  const found = await bridge.call('layers.hit', {
    source,
    request: { area, reachM: { point: 16_000, line: 9_000, area: 9_000 }, filter: '', limit: 100 },
  })
  const milliseconds = performance.now() - started
  if (!found.ok) throw new Error('The engine did not answer.')
  return milliseconds
}
