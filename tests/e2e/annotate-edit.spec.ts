/** Editing annotations with the mouse and the keyboard on the canvas, read back from the saved file. */
import type { Annotation } from '../../electron/contract/annotation.ts'
import { annotateDesk, type Desk, type Place } from './annotate.ts'
import { type App, expect, test } from './app.ts'

const c: Place = [41.2, 34.6]
const off = ([lon, lat]: Place, x: number, y: number): Place => [lon + x, lat + y]
const degreesPerPx = 360 / (256 * 2 ** 6.3)

async function begin(open: () => Promise<App>, userData: string): Promise<{ app: App; desk: Desk }> {
  const app = await open()
  const desk = await annotateDesk(app, userData)
  await app.page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Snapping' }).click()
  return { app, desk }
}

const pointOf = ({ geometry }: Annotation): readonly [number, number] => (geometry.type === 'Point' ? geometry.coordinates : [0, 0])
const lineOf = ({ geometry }: Annotation): readonly (readonly [number, number])[] =>
  geometry.type === 'LineString' ? geometry.coordinates : geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []
const undoName = async (app: App): Promise<string | null> =>
  app.page.getByRole('button', { name: /^Undo/ }).first().getAttribute('aria-label')

test('draws to typed distances, directions and coordinates, and takes vertices back', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  const { page } = app
  await desk.take('Line')
  await desk.click(c)
  await page.keyboard.type('90° 50 km')
  await page.keyboard.press('Enter')
  await page.keyboard.type('34.0, 42.5')
  await page.keyboard.press('Enter')
  await desk.click(off(c, 1.5, 1))
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  const [line] = await desk.saved()
  expect(lineOf(line!)).toHaveLength(3)
  expect(lineOf(line!)[2]).toEqual([42.5, 34])
  const [from, to] = lineOf(line!)
  expect((to![0] - from![0]) * 111.32 * Math.cos((34.6 * Math.PI) / 180), 'fifty kilometres to the east').toBeCloseTo(50, 0)

  await desk.take('Circle')
  await desk.click(off(c, 3, 0))
  await page.keyboard.type('12.5 km')
  await page.keyboard.press('Enter')
  expect((await desk.saved()).at(-1)!.properties.radiiM).toEqual([12_500])

  await desk.take('Point')
  await page.keyboard.type(`33°18'46"N 44°21'41"E`)
  await page.keyboard.press('Enter')
  expect(pointOf((await desk.saved()).at(-1)!)).toEqual([44.3613889, 33.3127778])

  // Escape gives up what is being drawn, and only that.
  await desk.take('Polygon')
  await desk.click(c)
  await desk.click(off(c, 1, 0))
  await page.keyboard.press('Escape')
  expect((await desk.saved()).length).toBe(3)
  await expect(page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Polygon' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('keeps the box of a callout where it is while its place moves, and its place while the box moves', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  await desk.take('Callout')
  await desk.drag(c, off(c, 0.6, 0.6))
  const text = app.page.getByRole('textbox', { name: 'Text on the map' })
  // Escape keeps what was typed.
  await text.fill('Camp Taji')
  await text.press('Escape')
  await expect(text).toBeHidden()
  const drawn = (await desk.saved()).at(-1)!
  expect(drawn.properties).toMatchObject({ kind: 'callout', label: 'Camp Taji' })
  await desk.take('Select')
  await desk.dragBy(c, [-40, 30])
  const moved = (await desk.saved()).at(-1)!
  const mmPerPx = 25.4 / 96
  expect(pointOf(moved)[0] - pointOf(drawn)[0]).toBeCloseTo(-40 * degreesPerPx, 3)
  expect(moved.properties.labelOffsetMm![0] - drawn.properties.labelOffsetMm![0]).toBeCloseTo(40 * mmPerPx, 1)
  expect(moved.properties.labelOffsetMm![1] - drawn.properties.labelOffsetMm![1]).toBeCloseTo(-30 * mmPerPx, 1)
  await expect.poll(() => undoName(app)).toMatch(/^Undo move of Camp Taji/)

  await desk.dragBy(off(c, 0.8, 0.68), [25, -20])
  const boxed = (await desk.saved()).at(-1)!
  expect(boxed.geometry).toEqual(moved.geometry)
  expect(boxed.properties.labelOffsetMm![0] - moved.properties.labelOffsetMm![0]).toBeCloseTo(25 * mmPerPx, 1)

  // Where nothing was typed, Escape gives the callout up.
  const before = (await desk.saved()).length
  await desk.take('Callout')
  await desk.drag(off(c, -1, -0.5), off(c, -0.6, -0.2))
  await text.press('Escape')
  await expect(text).toBeHidden()
  expect((await desk.saved()).length).toBe(before)
})

test('turns and scales by handles, and moves, adds and takes away vertices', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  const { page } = app
  await desk.take('Rectangle')
  await desk.drag(off(c, -0.6, 0.4), off(c, 0.6, -0.4))
  const [drawn] = await desk.saved()
  await desk.take('Select')
  await desk.click(c)

  // The corner at the lower right, seven pixels outside.
  const [x, y] = await desk.at(off(c, 0.6, -0.4))
  await page.mouse.move(x + 7, y + 7)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 45, { steps: 4 })
  await page.mouse.up()
  const [scaled] = await desk.saved()
  expect(lineOf(scaled!)[0]![0], 'the corner across stays').toBeCloseTo(lineOf(drawn!)[0]![0], 2)
  expect(lineOf(scaled!)[2]![0]).toBeGreaterThan(lineOf(drawn!)[2]![0] + 0.4)
  await page.keyboard.press('Control+Z')

  const [topX, topY] = await desk.at(off(c, 0, 0.4))
  await page.mouse.move(topX, topY - 31)
  await page.mouse.down()
  await page.mouse.move(topX + 80, topY + 20, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => undoName(app)).toMatch(/^Undo rotation of/)
  await page.keyboard.press('Control+Z')
  expect((await desk.saved())[0]!.geometry).toEqual(drawn!.geometry)

  await desk.doubleClick(c)
  await desk.dragBy(off(c, 0.6, 0.4), [30, -20])
  expect(lineOf((await desk.saved())[0]!)).toHaveLength(5)
  await desk.dragBy(off(c, 0, -0.4), [0, 40])
  const [added] = await desk.saved()
  expect(lineOf(added!)).toHaveLength(6)
  await page.keyboard.press('Delete')
  expect((await desk.saved())[0]!.id, 'the vertex goes, the annotation stays').toBe(drawn!.id)
  await page.keyboard.down('Alt')
  await desk.click(off(c, -0.6, 0.4))
  await page.keyboard.up('Alt')
  expect(lineOf((await desk.saved())[0]!)).toHaveLength(4)
})

test('selects by box, nudges, duplicates, copies, removes; Escape cancels a drag', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  const { page } = app
  await desk.take('Point')
  for (const x of [0, 0.6, 1.2]) await desk.click(off(c, x, 0))
  const drawn = await desk.saved()
  await desk.take('Select')
  await desk.drag(off(c, -0.4, 0.5), off(c, 0.9, -0.5))

  // One run of arrow keys is one entry.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
  const nudged = await desk.saved()
  expect(nudged.map((one, index) => Math.round((pointOf(one)[0] - pointOf(drawn[index]!)[0]) / degreesPerPx))).toEqual([5, 5, 0])
  await page.keyboard.press('Control+Z')
  expect((await desk.saved()).map(({ geometry }) => geometry)).toEqual(drawn.map(({ geometry }) => geometry))

  const [x, y] = await desk.at(c)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 50, y + 50, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(
    (await desk.saved()).map(({ geometry }) => geometry),
    'cancelled',
  ).toEqual(drawn.map(({ geometry }) => geometry))

  await desk.drag(off(c, -0.4, 0.5), off(c, 0.9, -0.5))
  await page.keyboard.press('Control+D')
  expect((await desk.saved()).length).toBe(5)
  await page.keyboard.press('Delete')
  expect((await desk.saved()).length).toBe(3)

  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await page.keyboard.press('Control+V')
  const pasted = await desk.saved()
  expect(pasted.length).toBe(6)
  expect(new Set(pasted.map(({ id }) => id)).size).toBe(6)
  await page.keyboard.press('Control+X')
  expect((await desk.saved()).length).toBe(3)
  expect(await app.electron.evaluate(({ clipboard }) => JSON.parse(clipboard.readText()).features.length)).toBe(3)
})

test('catches on what is there, unless Alt is held', async ({ open, userData }) => {
  const app = await open()
  const desk = await annotateDesk(app, userData)
  await desk.take('Point')
  await app.page.keyboard.down('Alt')
  await desk.click(c)
  await app.page.keyboard.up('Alt')
  await desk.take('Line')
  const [x, y] = await desk.at(c)
  await app.page.mouse.click(x + 5, y + 4)
  await app.page.keyboard.down('Alt')
  await app.page.mouse.dblclick(x + 80, y + 40)
  await app.page.keyboard.up('Alt')
  const [point, line] = await desk.saved()
  expect(lineOf(line!)[0]).toEqual(pointOf(point!))
})

test('draws with the keyboard alone', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  const { page } = app
  await desk.take('Line')
  await page.getByRole('application').focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 2; step += 1) {
    await page.keyboard.press('ArrowRight')
    await app.ready()
    await page.waitForTimeout(250)
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const [line] = await desk.saved()
  expect(lineOf(line!)).toHaveLength(2)
  expect(lineOf(line!)[1]![0] - lineOf(line!)[0]![0]).toBeGreaterThan(1)
})

test('a drag of what was not selected goes as far as the pointer, and a double click means one thing', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  await desk.take('Rectangle')
  await desk.drag(off(c, -0.4, 0.3), off(c, 0.4, -0.3))
  const [drawn] = await desk.saved()
  await desk.take('Select')
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('region', { name: 'Record' })).toBeHidden()
  await desk.dragBy(c, [40, 0])
  const [moved] = await desk.saved()
  expect(lineOf(moved!)[0]![0] - lineOf(drawn!)[0]![0]).toBeCloseTo(40 * degreesPerPx, 2)

  await app.page.getByRole('application').focus()
  await app.page.keyboard.press('Escape')
  await expect(app.page.getByRole('region', { name: 'Record' })).toBeHidden()
  const middle = off(c, 40 * degreesPerPx, 0)
  await desk.doubleClick(middle)
  await desk.dragBy(off(middle, 0.4, 0.3), [20, -20])
  expect(lineOf((await desk.saved())[0]!), 'one vertex moved, out of the corner').toHaveLength(5)
  expect(lineOf((await desk.saved())[0]!)[0]).toEqual(lineOf(moved!)[0])
})

test('aligns, spaces, turns, scales, orders and locks several from the record panel', async ({ open, userData }) => {
  const { app, desk } = await begin(open, userData)
  const { page } = app
  await desk.take('Point')
  for (const [x, y] of [
    [0, 0],
    [0.4, 0.5],
    [1.2, 1],
  ] as const)
    await desk.click(off(c, x, y))
  const drawn = await desk.saved()
  await desk.take('Select')
  await page.getByRole('application').focus()
  await page.keyboard.press('Control+A')
  const panel = page.getByRole('region', { name: 'Record' })
  await expect(panel).toContainText('3 annotations')
  const choose = async (menu: string, item: string): Promise<void> => {
    await panel.getByRole('button', { name: menu, exact: true }).click()
    await page
      .getByRole('menu', { name: menu })
      .getByRole('menuitem', { name: new RegExp(`^${item}`) })
      .click()
  }
  const lons = (list: Annotation[]): number[] => list.map((one) => pointOf(one)[0])
  const lats = (list: Annotation[]): number[] => list.map((one) => pointOf(one)[1])

  await choose('Align', 'Top')
  const top = await desk.saved()
  expect(new Set(lats(top)), 'all as far north as the northernmost').toEqual(new Set([Math.max(...lats(drawn))]))
  expect(lons(top)).toEqual(lons(drawn))
  await choose('Align', 'Distribute Across')
  const [first, second, third] = lons(await desk.saved())
  expect(second! - first!, 'evenly').toBeCloseTo(third! - second!, 6)
  expect([first, third]).toEqual([lons(drawn)[0], lons(drawn)[2]])
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  expect((await desk.saved()).map(({ geometry }) => geometry)).toEqual(drawn.map(({ geometry }) => geometry))

  await choose('Rotate and scale', 'By 180°')
  const turned = await desk.saved()
  expect(lons(turned)[0]).toBeCloseTo(lons(drawn)[2]!, 5)
  expect(turned[0]!.properties.style.rotationDeg).toBe(180)
  await choose('Rotate and scale', 'Twice as Large')
  const doubled = await desk.saved()
  expect(doubled[0]!.properties.style.sizeMm).toBeCloseTo(2 * drawn[0]!.properties.style.sizeMm, 5)
  await expect.poll(() => undoName(app)).toMatch(/^Undo scaling of 3 annotations/)
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')

  await page.getByRole('list', { name: 'Annotations' }).getByRole('listitem').last().click()
  await choose('Order', 'Bring to Front')
  expect((await desk.saved()).map(({ id }) => id)).toEqual([drawn[1]!.id, drawn[2]!.id, drawn[0]!.id])
  await choose('Order', 'Send to Back')
  expect((await desk.saved()).map(({ id }) => id)).toEqual(drawn.map(({ id }) => id))
  await panel.getByRole('button', { name: 'Lock' }).click()
  await expect(panel.getByRole('button', { name: 'Rotate and scale' })).toBeDisabled()
  await expect(panel.getByRole('button', { name: 'Delete' })).toBeDisabled()
})
