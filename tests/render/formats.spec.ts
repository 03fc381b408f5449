/** One page in every format: the same picture, read back by the programs that others will read it with. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PNG } from 'pngjs'
import type { Layer, MapDocument } from '../../electron/contract/document.ts'
import { readDocument, writeDocument } from '../../electron/services/documentFile.ts'
import { expect, root, test } from '../e2e/app.ts'
import { annotation } from '../unit/document/documents.ts'
import { differenceOf, drawnByChromium, drawnByPoppler, exportDesk, isInstalled, printed, readPng } from './exporting.ts'
import { readTiff } from './tiff.ts'

const size = { unit: 'mm', width: 297, height: 210 } as const
const baghdad = [44.39, 33.31] as const
const arabic = 'بغداد'

/** The demo, with a mark on Baghdad in a colour that nothing else has, a name in Arabic and an annotation. */
async function markedDemo(folder: string): Promise<string> {
  const demo = await readDocument(join(root, 'data', 'projects', 'iraq-bases.cartouche'))
  const file = join(folder, 'mark.geojson')
  const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: baghdad }, properties: { name: arabic } }
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
  const symbol = {
    color: '#ff00ff',
    fillOpacity: 1,
    outlineColor: '#ff00ff',
    outlineWidthMm: 0,
    lineWidthMm: 0.3,
    dash: 'solid',
    point: 'circle',
    sizeMm: 4,
  }
  const label = { field: 'name', sizePt: 9, color: '#1a1a1a', haloColor: '#ffffff' }
  const mark = {
    type: 'layer',
    id: 'mark',
    name: 'Mark “A” & B',
    path: file,
    hash: null,
    visible: true,
    opacity: 1,
    filter: '',
    style: { kind: 'single', symbol, label },
  }
  const note = { ...annotation('a1', 'A note'), geometry: { type: 'Point' as const, coordinates: [41.5, 31.5] as [number, number] } }
  const path = join(folder, 'marked.cartouche')
  const document: MapDocument = { ...demo, pages: [], layers: [mark as Layer, ...demo.layers], annotations: [note] }
  await writeDocument(path, document)
  return path
}

/** Middle of what has the colour of the mark in the map, not in the legend beside it, in pixels from the upper left corner. */
function middleOfMark({ width, height, data }: PNG): [number, number] {
  let [sumX, sumY, count] = [0, 0, 0]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 0.7; x += 1) {
      const at = (y * width + x) * 4
      if ((data[at] ?? 0) < 220 || (data[at + 1] ?? 0) > 70 || (data[at + 2] ?? 0) < 220) continue
      sumX += x + 0.5
      sumY += y + 0.5
      count += 1
    }
  }
  expect(count, 'pixels of the mark').toBeGreaterThan(20)
  return [sumX / count, sumY / count]
}

type GdalInfo = {
  size: [number, number]
  geoTransform: [number, number, number, number, number, number]
  coordinateSystem: { wkt: string }
}
const gdalInfo = async (path: string): Promise<GdalInfo> => JSON.parse(await printed('gdalinfo', '-json', path)) as GdalInfo

/** How many pixels a picture's mark lies from where GDAL says that Baghdad is. */
function pixelsOff({ geoTransform: [c, a, b, f, d, e], coordinateSystem }: GdalInfo, [column, row]: readonly [number, number]): number {
  expect(coordinateSystem.wkt).toMatch(/3857|Pseudo-Mercator/)
  const radius = 6_378_137
  const [lon, lat] = [baghdad[0] * (Math.PI / 180), baghdad[1] * (Math.PI / 180)]
  const [x, y] = [radius * lon, radius * Math.log(Math.tan(Math.PI / 4 + lat / 2))]
  return Math.hypot(c + a * column + b * row - x, f + d * column + e * row - y) / Math.hypot(a, d)
}

/** Letters alone: a PDF has them in the order and the forms in which they are seen. */
const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '')

test('is the same picture in every format, and other programs read what it is and where it lies', async ({ start, userData }) => {
  test.setTimeout(240_000)
  const path = await markedDemo(userData)
  const app = await start({ files: [path] })
  const desk = exportDesk(app, await readDocument(path), userData)
  const page = { page: 'map-update', size } as const
  const written = await desk.write([
    { ...page, format: 'png', dpi: 96, worldFile: true },
    { ...page, format: 'png', dpi: 96 },
    { ...page, format: 'jpg', dpi: 96, worldFile: true },
    { ...page, format: 'tif', dpi: 96 },
    { ...page, format: 'pdf' },
    { ...page, format: 'svg' },
    { ...page, format: 'png', dpi: 288 },
    { ...page, format: 'tif', dpi: 288 },
  ])
  const [png, again, jpg, tif, pdf, svg, large, largeTif] = written.map((one) => one.path) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const reference = await readPng(png)
  const [width, height] = [reference.width, reference.height]
  const labels = written[0]?.report.labelsPlaced ?? []
  expect(labels).toContain(arabic)
  expect(labels.length).toBeGreaterThan(6)

  await test.step('the same document and options give the same bytes', async () => {
    expect(Buffer.compare(await readFile(png), await readFile(again))).toBe(0)
  })

  await test.step('a GeoTIFF has the very pixels of the PNG, and a JPEG nearly', async () => {
    expect(differenceOf(reference, await readTiff(tif), 0).share).toBe(0)
    const { share } = differenceOf(reference, await drawnByChromium(app, jpg, 'image/jpeg', width, height))
    console.error(`JPEG: ${(share * 100).toFixed(3)}% differ`)
    expect(share).toBeLessThan(0.002)
  })

  await test.step('bands join without a seam, to the last row', async () => {
    // Both are drawn in three bands, which end at other rows; a few edges, from another origin, round to another shade.
    const [picture, other] = [await readPng(large), await readTiff(largeTif)]
    expect([picture.width, picture.height]).toEqual([3368, 2381])
    expect(differenceOf(picture, other, 0).share).toBeLessThan(1e-5)
    const lastRow = picture.data.subarray(-picture.width * 4)
    expect([...new Set(Array.from({ length: picture.width }, (_, x) => lastRow.readUInt32BE(x * 4)))]).toEqual([0xffffffff])
    // Three times as many pixels, made smaller again, are the small picture.
    const { share } = differenceOf(reference, await drawnByChromium(app, large, 'image/png', width, height), 0.2)
    console.error(`288 dpi made smaller: ${(share * 100).toFixed(3)}% differ`)
    expect(share).toBeLessThan(0.02)
  })

  await test.step('an SVG is the same picture in a browser, with its size, its groups and its letters', async () => {
    let share = 1
    // The browser draws once before it has read the fonts within.
    await expect
      .poll(async () => ({ share } = differenceOf(reference, await drawnByChromium(app, svg, 'image/svg+xml', width, height), 0.15)).share)
      .toBeLessThan(0.03)
    console.error(`SVG: ${(share * 100).toFixed(3)}% differ`)
    const text = await readFile(svg, 'utf8')
    expect(text).toContain('width="297mm" height="210mm"')
    expect(text).toContain('<title>U.S.-led coalition military bases in Iraq</title>')
    for (const name of ['Coalition bases', 'Mark “A” &amp; B', 'Governorates', 'Annotations', 'Legend', 'Scale bar'])
      expect(text).toContain(`data-name="${name}"`)
    const lettered = lettersOf([...text.matchAll(/<text[^>]*>([^<]*)/g)].map(([, letters]) => letters).join(' '))
    for (const label of labels) expect(lettered).toContain(lettersOf(label))
    expect(text, 'nothing is a picture of the map').not.toContain('data:image/jpeg')
    if (isInstalled('rsvg-convert')) await printed('rsvg-convert', '-w', '200', '-o', `${svg}.png`, svg)
  })

  await test.step('a PDF is the same picture, with its size and its letters, and no picture as large as the map', async () => {
    test.skip(!isInstalled('pdftoppm'), 'poppler (poppler-utils) is not installed here')
    const { share } = differenceOf(reference, await drawnByPoppler(pdf, width, height), 0.2)
    console.error(`PDF: ${(share * 100).toFixed(3)}% differ`)
    expect(share).toBeLessThan(0.03)
    const [, across, down] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(await printed('pdfinfo', pdf)) ?? []
    expect(Math.abs((Number(across) / 72) * 25.4 - 297)).toBeLessThan(0.1)
    expect(Math.abs((Number(down) / 72) * 25.4 - 210)).toBeLessThan(0.1)
    const letters = lettersOf(await printed('pdftotext', pdf, '-'))
    // Lines of a name stand among those of its neighbours, and brackets in Arabic are turned by some readers.
    for (const word of labels.flatMap((label) => label.split(/[\s()]+/u))) expect(letters).toContain(lettersOf(word))
    const pictures = (await printed('pdfimages', '-list', pdf))
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() !== '')
    const sides = pictures.map((line) => line.trim().split(/\s+/).slice(3, 5).map(Number))
    for (const [pictureWidth = 0, pictureHeight = 0] of sides) expect(pictureWidth * pictureHeight).toBeLessThan(200 * 200)
  })

  await test.step('GDAL finds Baghdad within a pixel', async () => {
    test.skip(!isInstalled('gdalinfo') || !isInstalled('pdftoppm'), 'GDAL (gdal-bin) is not installed here')
    const off: Record<string, number> = {}
    off['PNG'] = pixelsOff(await gdalInfo(png), middleOfMark(reference))
    off['JPEG'] = pixelsOff(await gdalInfo(jpg), middleOfMark(await drawnByChromium(app, jpg, 'image/jpeg', width, height)))
    off['GeoTIFF'] = pixelsOff(await gdalInfo(largeTif), middleOfMark(await readPng(large)))
    const info = await gdalInfo(pdf)
    off['PDF'] = pixelsOff(info, middleOfMark(await drawnByPoppler(pdf, ...info.size)))
    console.error(`pixels off: ${JSON.stringify(off)}`)
    for (const [format, pixels] of Object.entries(off)) expect(pixels, format).toBeLessThan(1)
  })

  await test.step('nothing but what was asked for is left in the folder', async () => {
    const names = await readdir(dirname(png))
    const beside = written.flatMap((one) => one.beside)
    expect(names.filter((name) => !name.includes('-drawn') && !name.endsWith('.svg.png')).toSorted()).toEqual(
      [...written.map((one) => one.path), ...beside].map((one) => basename(one)).toSorted(),
    )
    expect(beside.map((one) => basename(one).replace(/^.*?\./, '')).length).toBe(4)
  })

  await test.step('a map across the antimeridian or of no size, a page without a map, and a title of 10,000 letters are drawn', async () => {
    const empty = { id: 'e', name: 'Empty', size, marginMm: 10, background: '#ffffff', elements: [] }
    const [across] = await desk.write([{ format: 'png', page: 'plain-figure', size, dpi: 30, box: [170, -50, -170, -30] }])
    expect(across?.report.boundingBox?.[0]).toBeGreaterThan(0)
    expect(across?.report.boundingBox?.[2]).toBeLessThan(0)
    // The command line refuses one; a document may hold it.
    const [point] = await desk.write([{ format: 'png', page: 'plain-figure', size, dpi: 30, box: [44, 33, 44, 33] }])
    expect(point?.report.boundingBox?.map((degrees) => Number(degrees.toFixed(3)))).toEqual([44, 33, 44, 33])
    const document = { ...desk.document, title: 'W'.repeat(10_000), pages: [empty] } as MapDocument
    const [blank, titled] = await desk.write(
      [
        { format: 'tif', page: 'Empty', dpi: 30 },
        { format: 'png', page: 'map-update', size, dpi: 30 },
      ],
      document,
    )
    expect(blank?.report).toMatchObject({ boundingBox: null, scale: null, labelsPlaced: [] })
    expect(titled?.report.notPlaced.join(' ')).toContain('title')
  })

  await test.step('what cannot be done is refused in a sentence, and leaves no file', async () => {
    const before = await readdir(userData)
    const far = { ...desk.document, layers: [{ ...desk.document.layers[0], path: '/nowhere/gone.geojson' }] } as MapDocument
    await expect(desk.write([{ format: 'png', page: 'plain-figure', dpi: 30 }], far)).rejects.toThrow(
      'names a file that was not opened here',
    )
    for (const dpi of [0, -1, 100_000]) await expect(desk.write([{ format: 'png', dpi }])).rejects.toThrow(/./)
    await expect(desk.write([{ format: 'png', page: 'No such page' }])).rejects.toThrow('There is no page “No such page”')
    for (const folder of (await readdir(userData)).filter((name) => !before.includes(name)))
      expect(await readdir(join(userData, folder))).toEqual([])
  })
})
