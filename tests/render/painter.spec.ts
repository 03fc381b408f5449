/**
 * Big layers look like small ones: the same features as a small file, which OpenLayers draws, and in a file that far-away points make a big one, which the painter paints. A pixel
 * differs when its colour is off by more than a tenth (YIQ, `pixelmatch`) and it is not one of the edge that is smoothed in both.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { pointSymbols } from '../../electron/contract/document.ts'
import { pointSize } from '../../electron/contract/sizes.ts'
import type { TestInfo } from '@playwright/test'
import { placeOnMap } from '../e2e/projection.ts'
import { bySize, type Look, openScene, outlined, pictureOf, type Scene, show, single, symbol } from './bothLayers.ts'
import { type App, expect, test } from './window.ts'

/** Of the pixels of the map. */
const maxDifferent = 0.005

const kinds = ['road', 'river', 'border', 'base']

type Case = Omit<Scene, 'looks'> & Look

const cases: Case[] = [
  { name: 'as it is when a file is first opened', seed: 1, zoom: 8, style: single({ outlineColor: '#aa3377', outlineWidthMm: 0.35 }) },
  { name: 'far away, where most is smaller than a pixel', seed: 2, zoom: 6, style: single({ ...outlined, sizeMm: 1 }) },
  { name: 'close by, on a screen of one and a half pixels to a CSS pixel', seed: 3, zoom: 11.3, screenScale: 1.5, style: single(outlined) },
  { name: 'crowded, so that points hide most of what is there', seed: 9, zoom: 6.4, style: single({ ...outlined, sizeMm: 7 }) },
  { name: 'crowded and turned', seed: 10, zoom: 6.4, rotationDeg: 20, style: single({ ...outlined, point: 'square', sizeMm: 7 }) },
  { name: 'turned', seed: 4, zoom: 8.4, rotationDeg: 33, style: single({ ...outlined, point: 'triangle', sizeMm: 4 }) },
  {
    name: 'shining through, without outlines',
    seed: 5,
    zoom: 7.7,
    opacity: 0.5,
    style: single({ outlineWidthMm: 0, fillOpacity: 0.6, lineWidthMm: 1.5 }),
  },
  {
    name: 'with dashes and dots, on a screen of two pixels to a CSS pixel',
    seed: 6,
    screenScale: 2,
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

/** Stacked: its looks are compared as layers over one another as well, big ones between small ones. */
const scenes: (Scene & { isStacked?: boolean })[] = [
  ...cases.map(({ name, style, opacity = 1, ...scene }) => ({ ...scene, looks: [{ name, style, opacity }] })),
  {
    seed: 11,
    zoom: 8.2,
    isStacked: true,
    looks: [
      {
        name: 'by graduated classes',
        style: {
          kind: 'graduated',
          field: 'value',
          method: 'equal',
          ramp: null,
          reversed: false,
          // What is below 100 or above 900 is in no class.
          classes: ['#fde725', '#35b779', '#31688e', '#440154'].map((color, i) => ({
            lower: 100 + i * 200,
            upper: 300 + i * 200,
            label: '',
            symbol: symbol({ ...outlined, color, lineWidthMm: 0.4 + i / 5, sizeMm: 2 + i }),
          })),
          other: symbol({ point: 'cross', color: '#949494' }),
          label: null,
        },
      },
      { name: 'in sizes by a field, small ones over large ones', opacity: 0.8, style: { ...single(outlined), size: bySize } },
      {
        name: 'with icons, outlined',
        style: single({
          icon: { set: 'maki', name: 'airport' },
          sizeMm: 6,
          outlineColor: '#ffffff',
          outlineWidthMm: 0.4,
          haloColor: '#000000',
          haloWidthMm: 0.2,
        }),
      },
    ],
  },
  {
    seed: 13,
    zoom: 8.5,
    rotationDeg: 20,
    scale: 4,
    looks: [
      {
        name: 'in sizes and classes, in symbols that are no circles',
        style: {
          kind: 'category',
          field: 'kind',
          categories: kinds.map((value, i) => ({
            value,
            label: value,
            symbol: symbol({
              ...outlined,
              color: ['#4477aa', '#cc3311', '#228833', '#ee7733'][i] ?? '#000000',
              point: pointSymbols[i + 1] ?? 'circle',
            }),
          })),
          other: symbol({ point: 'star' }),
          label: null,
          size: { ...bySize, by: 'width', from: 0, to: 800 },
        },
      },
      { name: 'hatched, and turned', style: single({ ...outlined, fill: 'cross', fillOpacity: 0.8 }) },
    ],
  },
  {
    seed: 14,
    zoom: 10.5,
    looks: [
      { name: 'hatched', style: single({ ...outlined, fill: 'hatch', fillOpacity: 1 }) },
      {
        name: 'with halos around lines and marks',
        style: single({ ...outlined, haloColor: '#ffcc00', haloWidthMm: 0.8, lineWidthMm: 0.8, sizeMm: 4 }),
      },
      {
        name: 'with dashed outlines around dotted areas, and plain lines',
        style: single({ ...outlined, outlineDash: 'dashed', dash: 'solid', fill: 'dots', fillOpacity: 1 }),
      },
    ],
  },
]

for (const scene of scenes) {
  test(`paints a big layer as OpenLayers draws a small one: ${scene.looks.map(({ name }) => name).join('; ')}`, async ({
    mapWindow,
    start,
    userData,
  }, testInfo) => {
    test.setTimeout(60_000 + 60_000 * scene.looks.length)
    const app = await openScene(scene, userData, { mapWindow, start })
    for (const [index, { name }] of scene.looks.entries()) await compare(app, testInfo, name, [`${index} big`], [`${index} small`])
    if (scene.isStacked !== true) return
    const small = scene.looks.map((_, index) => `${index} small`)
    for (const remainder of [0, 1]) {
      const mixed = scene.looks.map((_, index) => `${index} ${index % 2 === remainder ? 'big' : 'small'}`)
      await compare(app, testInfo, `in the order of the layers: ${mixed.join(' over ')}`, mixed, small)
    }
  })
}

/** @param painted layers of which some are big @param drawn the same, all of them small */
async function compare(app: App, testInfo: TestInfo, name: string, painted: string[], drawn: string[]): Promise<void> {
  const [ours, theirs] = [await pictureOf(app, ...painted), await pictureOf(app, ...drawn)]
  const { width, height } = theirs
  const difference = new PNG({ width, height })
  const different = pixelmatch(ours.data, theirs.data, difference.data, width, height, { threshold: 0.1 })
  const file = painted.join('-').replaceAll(' ', '-')
  await writeFile(testInfo.outputPath(`${file}-painted.png`), PNG.sync.write(ours))
  await writeFile(testInfo.outputPath(`${file}-drawn.png`), PNG.sync.write(theirs))
  await writeFile(testInfo.outputPath(`${file}-difference.png`), PNG.sync.write(difference))
  console.error(`${name}: ${((different / width / height) * 100).toFixed(3)}%`)
  const empty = pixelmatch(theirs.data, new Uint8Array(theirs.data.length).fill(255), undefined, width, height)
  expect(empty / width / height, `something is drawn ${name}`).toBeGreaterThan(0.005)
  expect(different / width / height, name).toBeLessThan(maxDifferent)
}

test('finds the same features in a big layer as in a small one, at the edge of marks of every size', async ({
  mapWindow,
  start,
  userData,
}) => {
  const scene: Scene = { seed: 21, zoom: 9, looks: [{ name: 'sized', style: { ...single({ outlineWidthMm: 0.2 }), size: bySize } }] }
  const app = await openScene(scene, userData, { mapWindow, start })
  await show(app, ['0 small', '0 big'])
  await app.ready()
  const { features } = JSON.parse(await readFile(join(userData, 'small.geojson'), 'utf8')) as { features: GeoJsonPoint[] }
  const near = features.filter(({ geometry: { type, coordinates } }) => type === 'Point' && isNear(coordinates)).slice(0, 8)
  expect(near.length).toBe(8)
  const panel = app.page.getByRole('region', { name: 'Attributes', exact: true })
  for (const [turn, { properties, geometry }] of near.entries()) {
    const at = await placeOnMap(app, geometry.coordinates, { center: [43.7, 33.3], zoom: scene.zoom })
    const radiusPx = (pointSize(properties.value / 1_000, bySize.minMm, bySize.maxMm, bySize.by) / 2 + 0.1) * (96 / 25.4)
    for (const [beyondPx, isHit] of [
      // A click counts up to four pixels beside a mark.
      [2, true],
      [6, false],
    ] as const) {
      const reach = radiusPx + beyondPx
      await app.map.click({ position: { x: at.x + reach * Math.cos(turn), y: at.y + reach * Math.sin(turn) } })
      await expect(panel.getByRole('heading', { level: 2 })).toBeVisible()
      await app.ready()
      await expect(panel.getByRole('article', { name: properties.name }), `${properties.name}, ${beyondPx} px beside it`).toHaveCount(
        isHit ? 2 : 0,
      )
      const names = await panel.getByRole('article').evaluateAll((articles) => articles.map((one) => one.getAttribute('aria-label') ?? ''))
      for (const name of names)
        expect(
          names.filter((one) => one === name),
          `${name} is in both`,
        ).toHaveLength(2)
      await panel.getByRole('button', { name: 'Close Attributes' }).click()
      await expect(panel).toBeHidden()
    }
  }
})

type GeoJsonPoint = { properties: { name: string; value: number }; geometry: { type: string; coordinates: [number, number] } }

const isNear = ([lon, lat]: [number, number]): boolean => Math.abs(lon - 43.7) < 0.6 && Math.abs(lat - 33.3) < 0.35
