/** How annotations look and where their names stand; drawing on the features of big layers; measures over the antimeridian; copies in another map. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation } from '../../electron/contract/annotation.ts'
import { blankDocument, type Layer } from '../../electron/contract/document.ts'
import { formatLength } from '../../renderer/document/geodesy/format.ts'
import { lengthOf } from '../../renderer/document/geodesy/measure.ts'
import { defaultSymbol } from '../../renderer/document/newLayer.ts'
import { annotateDesk, type Place } from './annotate.ts'
import { type App, expect, test } from './app.ts'
import type { View } from './projection.ts'

const record = (app: App) => app.page.getByRole('region', { name: 'Record' })
const strip = (app: App) => app.page.getByRole('toolbar', { name: 'Annotate' })

async function writeMap(folder: string, view: View, layers: Layer[] = []): Promise<string> {
  const path = join(folder, 'map.cartouche')
  const document = {
    ...blankDocument,
    title: 'Looks',
    view: { ...view, rotationDeg: 0 },
    basemap: { style: 'none', labels: 'english' },
    layers,
  }
  await writeFile(path, JSON.stringify(document))
  return path
}

const lineOf = ({ geometry }: Annotation): readonly Place[] => (geometry.type === 'LineString' ? geometry.coordinates : [])
/** In degrees, of a point. */
const distancesFrom = ([lon, lat]: Place, { geometry }: Annotation): [number, number] =>
  geometry.type === 'Point' ? [Math.abs(geometry.coordinates[0] - lon), Math.abs(geometry.coordinates[1] - lat)] : [Infinity, Infinity]
/** All but its id and when it was made. */
const facts = ({ properties, geometry }: Annotation) => ({ geometry, properties: { ...properties, created: '', modified: '' } })

test('measures over the antimeridian, moves names, draws on in the same style, and takes all of it into another map', async ({
  open,
  userData,
}) => {
  const view: View = { center: [180, 20], zoom: 5 }
  const app = await open({ files: [await writeMap(userData, view)] })
  const { page } = app
  const desk = await annotateDesk(app, userData, view)
  await strip(app).getByRole('button', { name: 'Snapping' }).click()

  await test.step('a measure over the antimeridian', async () => {
    await desk.take('Measure')
    await desk.click([178, 20])
    await desk.doubleClick([182, 20])
    const measure = (await desk.saved()).at(-1)!
    const [from, to] = lineOf(measure)
    expect(from![0]).toBeCloseTo(178, 1)
    expect(to![0], 'kept within the map’s longitudes').toBeCloseTo(-178, 1)
    expect(lengthOf(lineOf(measure)) / 1_000, 'four degrees, not 356').toBeCloseTo(418, -1)
    await expect(record(app)).toContainText(formatLength(lengthOf(lineOf(measure))))
  })

  await test.step('the name of a circle by its handle, and by the record', async () => {
    const c: Place = [178, 16]
    await desk.take('Circle')
    await desk.drag(c, [179, 16])
    await record(app).getByLabel('Label', { exact: true }).fill('i')
    await desk.take('Select')
    const [drawn] = (await desk.saved()).slice(-1)
    const [x, y] = await desk.at(drawn!.geometry.type === 'Point' ? drawn!.geometry.coordinates : c)
    // Before the name of one thin letter.
    await page.mouse.move(x - 11, y)
    await page.mouse.down()
    await page.mouse.move(x + 29, y - 30, { steps: 5 })
    await page.mouse.up()
    const moved = (await desk.saved()).at(-1)!
    expect(moved.geometry, 'the circle stays').toEqual(drawn!.geometry)
    const mm = 25.4 / 96
    expect(moved.properties.labelOffsetMm![0]).toBeCloseTo(40 * mm, 1)
    expect(moved.properties.labelOffsetMm![1]).toBeCloseTo(-30 * mm, 1)
    await expect(page.getByRole('button', { name: 'Undo label place of i' })).toBeEnabled()

    await record(app).getByRole('radio', { name: 'Automatic' }).click()
    expect((await desk.saved()).at(-1)!.properties.labelOffsetMm).toBeNull()
    await record(app).getByRole('radio', { name: 'By hand' }).click()
    await record(app).getByRole('spinbutton', { name: 'Name to the right, in millimetres' }).fill('12.5')
    await record(app).getByRole('spinbutton', { name: 'Name downward, in millimetres' }).fill('-4')
    expect((await desk.saved()).at(-1)!.properties.labelOffsetMm).toEqual([12.5, -4])
  })

  await test.step('a curved axis of advance, and the next one like it', async () => {
    await desk.take('Arrow')
    for (const at of [
      [183, 14],
      [184, 16],
    ] as const)
      await desk.click(at)
    await desk.doubleClick([185, 14])
    await record(app).getByRole('switch', { name: 'Curved' }).click()
    await record(app).getByRole('switch', { name: 'Tapered' }).click()
    await record(app).getByRole('spinbutton', { name: 'Head in millimetres' }).fill('7.5')
    await record(app).getByRole('radio', { name: 'dark yellow' }).click()
    await desk.click([183, 18])
    await desk.doubleClick([185, 18])
    const [first, second] = (await desk.saved()).slice(-2)
    expect(first!.properties).toMatchObject({ curved: true, tapered: true, style: { headMm: 7.5, color: '#997700' } })
    const { curved, tapered, style } = second!.properties
    expect({ curved, tapered, style }, 'drawn again with the same style').toEqual({
      curved: true,
      tapered: true,
      style: first!.properties.style,
    })
  })

  await test.step('all of it pasted into another map, in place', async () => {
    const drawn = await desk.saved()
    await desk.take('Select')
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+C')
    await page.keyboard.press('Control+N')
    await expect(page).toHaveTitle('Untitled map — Cartouche')
    await page.getByRole('application').focus()
    await page.keyboard.press('Control+V')
    const other = await annotateDesk(app, join(userData), view)
    const pasted = await other.saved()
    expect(pasted.map(facts)).toEqual(drawn.map(facts))
    expect(new Set([...pasted, ...drawn].map(({ id }) => id)).size, 'with ids of their own').toBe(2 * drawn.length)
  })
})

test('catches on the vertices of a layer that is too big for the window, and promotes its features with every digit', async ({
  open,
  userData,
}) => {
  const bend: Place = [44.123456789, 33.212345678]
  const river = { type: 'LineString', coordinates: [[43.5, 33], bend, [44.9, 33.000000001]] }
  const far = (index: number): number[] => [60 + (index % 300) / 10, 10 + Math.floor(index / 300) / 10]
  const filler = Array.from({ length: 25_000 }, (_, index) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: far(index) },
    properties: {},
  }))
  const path = join(userData, 'rivers.geojson')
  const features = [{ type: 'Feature', geometry: river, properties: { name: 'Bend' } }, ...filler]
  await writeFile(path, JSON.stringify({ type: 'FeatureCollection', features }))
  const layer: Layer = {
    type: 'layer',
    id: 'rivers',
    name: 'rivers',
    path,
    hash: null,
    visible: true,
    opacity: 1,
    filter: '',
    style: { kind: 'single', symbol: defaultSymbol('#004488'), label: null },
  }
  const view: View = { center: [44.2, 33.1], zoom: 8 }
  const app = await open({ files: [await writeMap(userData, view, [layer])] })
  const desk = await annotateDesk(app, userData, view)
  await desk.take('Point')
  const [x, y] = await desk.at(bend)
  // What is near the pointer comes from the engine; until it is there, the place under the pointer is taken.
  await expect(async () => {
    await app.page.mouse.move(x + 30, y)
    await app.page.mouse.move(x + 6, y + 4)
    await app.page.mouse.click(x + 6, y + 4)
    const away = distancesFrom(bend, (await desk.saved()).at(-1)!)
    if (Math.max(...away) > 1.5e-7) await app.page.keyboard.press('Control+Z')
    expect(Math.max(...away), 'to the centimetre').toBeLessThan(1.5e-7)
  }).toPass()
  await app.page.keyboard.down('Alt')
  await app.page.mouse.click(x + 6, y + 4)
  await app.page.keyboard.up('Alt')
  expect(distancesFrom(bend, (await desk.saved()).at(-1)!)[0]).toBeGreaterThan(0.01)

  await app.page.keyboard.press('Escape')
  await app.page.keyboard.press('Escape')
  const onLine: Place = [43.8, 33 + (0.212345678 * 0.3) / 0.623456789]
  await desk.click(onLine)
  await app.page.getByRole('button', { name: 'Promote to annotation' }).click()
  await expect(record(app).getByLabel('Label', { exact: true })).toHaveValue('Bend')
  expect((await desk.saved()).at(-1)!.geometry).toEqual(river)
})
