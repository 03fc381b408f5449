/** A layer of 100,000 features in every style at once: on the map, in the legend and on the page it is what the same features are as a small layer. */
import { copyFile, writeFile } from 'node:fs/promises'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { blankDocument, type LayerStyle, type MapDocument } from '../../electron/contract/document.ts'
import { plainLabel } from '../../electron/contract/newLayer.ts'
import { make, pageOf } from '../unit/page/content.ts'
import { bySize, layer, openScene, outlined, pictureOf, type Scene, symbol, writeFiles } from './bothLayers.ts'
import { exportDesk, readPng } from './exporting.ts'
import { expect, test } from './window.ts'

/** Of the pixels. */
const maxDifferent = 0.005

const fills = ['hatch', 'cross', 'dots', 'solid', 'none'] as const

/** Graduated, sized, hatched, dashed, with halos, labels by a template, and bounds of scale for both. The map of the test is at about 1:1,000,000. */
const styled: LayerStyle = {
  kind: 'graduated',
  field: 'value',
  method: 'manual',
  ramp: null,
  reversed: false,
  classes: ['#fde725', '#5dc863', '#21908c', '#3b528b', '#440154'].map((color, at) => ({
    lower: 50 + at * 180,
    upper: 230 + at * 180,
    label: `Class ${at + 1}`,
    symbol: symbol({
      ...outlined,
      color,
      fill: fills[at] ?? 'solid',
      fillOpacity: 0.9,
      dash: at % 2 === 0 ? 'solid' : 'dashed',
      outlineDash: 'solid',
      haloColor: '#ffffff',
      haloWidthMm: 0.3,
    }),
  })),
  other: symbol({ color: '#949494' }),
  size: bySize,
  label: { field: 'name', template: '{name} ({kind})', ...plainLabel, minScale: 3e6, maxScale: 1e5 },
  minScale: 5e6,
  maxScale: 1e5,
}
const scene: Scene = {
  seed: 31,
  zoom: 9,
  total: 100_000,
  looks: [
    { name: 'in every style at once', style: styled },
    { name: 'with labels beyond their scales', style: { ...styled, label: { field: 'name', ...plainLabel, minScale: 1e5 } } },
    { name: 'beyond its scales', style: { ...styled, minScale: 1e5 } },
  ],
}

const shareOfDifferent = (a: PNG, b: PNG): number => {
  expect([a.width, a.height]).toEqual([b.width, b.height])
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height)
}

test('draws 100,000 features in every style as it draws a few', async ({ mapWindow, start, userData }, testInfo) => {
  test.setTimeout(180_000)
  const app = await openScene(scene, userData, { mapWindow, start })
  const blank = await pictureOf(app)
  const inks: number[] = []
  for (const [index, { name }] of scene.looks.entries()) {
    const [painted, drawn] = [await pictureOf(app, `${index} big`), await pictureOf(app, `${index} small`)]
    await writeFile(testInfo.outputPath(`${index}-painted.png`), PNG.sync.write(painted))
    await writeFile(testInfo.outputPath(`${index}-drawn.png`), PNG.sync.write(drawn))
    const [different, ink] = [shareOfDifferent(painted, drawn), shareOfDifferent(drawn, blank)]
    console.error(`${name}: ${(different * 100).toFixed(3)}% of ${(ink * 100).toFixed(1)}%`)
    expect(different, name).toBeLessThan(maxDifferent)
    inks.push(ink)
  }
  const [all = 0, withoutNames = 0, none] = inks
  expect(withoutNames).toBeGreaterThan(0.05)
  expect(all, 'the names').toBeGreaterThan(withoutNames + 0.02)
  expect(none).toBe(0)
  const legends = await Promise.all(
    ['0 small', '0 big'].flatMap((name) =>
      [`Legend of ${name}`, `Sizes of ${name}: value`].map((list) =>
        app.layers.getByRole('list', { name: list }).getByRole('listitem').allTextContents(),
      ),
    ),
  )
  expect(legends.slice(0, 2)).toEqual(legends.slice(2))
  expect(legends[0]).toEqual(['Class 1', 'Class 2', 'Class 3', 'Class 4', 'Class 5', 'Other values'])
})

test('puts 100,000 features on a page, with its legend, as it puts a few', async ({ mapWindow, userData }, testInfo) => {
  test.setTimeout(180_000)
  const files = await writeFiles(userData, scene)
  const page = pageOf(
    make('mapFrame', { x: 8, y: 8, width: 220, height: 194 }, { view: { kind: 'scale', center: [43.7, 33.3], scale: 1_200_000 } }, 'map'),
    make('legend', { x: 232, y: 8, width: 57, height: 150 }, { counts: true, frame: 'map' }),
  )
  const pageWith = (which: 'small' | 'big'): MapDocument => ({
    ...blankDocument,
    basemap: { style: 'none', labels: 'english' },
    layers: [{ ...layer('bases', files[which], { name: '', style: styled }, true), name: 'Bases' }],
    pages: [page],
  })
  const draw = async (which: 'small' | 'big'): Promise<{ picture: PNG; names: string[] }> => {
    const document = pageWith(which)
    const [written] = await exportDesk(await mapWindow.open(document), document, userData).write([{ format: 'png', dpi: 96 }])
    await copyFile(written?.path ?? '', testInfo.outputPath(`${which}.png`))
    return { picture: await readPng(written?.path ?? ''), names: written?.report.labelsPlaced ?? [] }
  }
  const [{ picture: small, names }, { picture: big, names: namesOfBig }] = [await draw('small'), await draw('big')]
  const inOne = [...names.filter((name) => !namesOfBig.includes(name)), ...namesOfBig.filter((name) => !names.includes(name))]
  console.error(`of ${names.length} names ${inOne.length} are in one picture alone`)
  const different = shareOfDifferent(big, small)
  console.error(`the page: ${(different * 100).toFixed(3)}%`)
  // At a crowded place, a name that has its room by a hair in one picture may miss it in the other: the places of a cut are rounded to parts of a pixel.
  expect(different).toBeLessThan(2 * maxDifferent)
  const legendOf = ({ data, width, height }: PNG): Buffer => {
    const left = Math.floor(width * (231 / 297))
    return Buffer.concat(Array.from({ length: height }, (_, y) => data.subarray((y * width + left) * 4, (y + 1) * width * 4)))
  }
  expect(legendOf(big).equals(legendOf(small)), 'the legend').toBe(true)
})
