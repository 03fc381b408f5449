/** The layers panel as it is used: with the pointer, with the keyboard alone, and when files are bad, missing or many. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Layer, LayerGroup, LayerNode } from '../../electron/contract/document.ts'
import { documentOf, group as groupOf, layer as layerOf, symbol } from '../unit/document/documents.ts'
import { type App, expect, test as base } from './app.ts'

type Files = {
  folder: string
  /** @returns path of a layer of points */
  points(name: string, count?: number): Promise<string>
  /** Writes text. @returns its path */
  write(name: string, text: string): Promise<string>
}

const test = base.extend<{ files: Files }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
  files: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cartouche-layers-'))
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text)
      return join(folder, name)
    }
    const points = (name: string, count = 1): Promise<string> =>
      write(`${name}.geojson`, collectionOf(Array.from({ length: count }, (_, i) => point(44 + i / 10, 33, { kind: `kind ${i}` }))))
    await use({ folder, write, points })
    await rm(folder, { recursive: true, force: true })
  },
})

type Feature = { type: 'Feature'; properties: Record<string, unknown>; geometry: { type: string; coordinates: unknown } }

const feature = (type: string, coordinates: unknown, properties: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const point = (lon: number, lat: number, properties: Record<string, unknown> = {}): Feature => feature('Point', [lon, lat], properties)
const collectionOf = (features: Feature[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}`

const layer = (name: string, path: string, changes: Partial<Layer> = {}): Layer => layerOf(name, { name, path, ...changes })
const group = (name: string, layers: Layer[]): LayerGroup => groupOf(name, layers, { name })
/** Text of a map document. */
const mapOf = (layers: LayerNode[]): string => JSON.stringify(documentOf(...layers))

const row = ({ layers }: App, name: string): Locator => layers.getByRole('treeitem', { name, exact: true })
const panelOf = ({ page }: App): Locator => page.getByRole('region', { name: 'Layers' })
/** Names of the rows from top to bottom. */
const names = async ({ layers }: App): Promise<string[]> =>
  layers.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''))
const expectNames = (app: App, expected: string[]): Promise<void> => expect.poll(() => names(app)).toEqual(expected)
const undo = (page: Page): Promise<void> => page.keyboard.press('Control+z')
const focusedName = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
const choose = async (app: App, name: string, item: string): Promise<void> => {
  await app.page.getByRole('button', { name: `More for ${name}`, exact: true }).click()
  await app.page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Drags a row by its name to a height within another row, 0 (upper end) to 1. */
async function drag(app: App, from: string, to: string, height: number, letGo = true): Promise<void> {
  const handle = row(app, from).locator('[data-name]').first()
  const start = await handle.boundingBox()
  const end = await row(app, to).locator('[data-head]').first().boundingBox()
  if (start === null || end === null) throw new Error('A row is not shown.')
  const { mouse } = app.page
  await mouse.move(start.x + 10, start.y + start.height / 2)
  await mouse.down()
  await mouse.move(start.x + 14, start.y + start.height / 2 + 8, { steps: 3 })
  await mouse.move(start.x + 20, end.y + end.height * height, { steps: 6 })
  if (letGo) await mouse.up()
}

test('shows each layer with its mark, its count and its place, and hides it with one click', async ({ open, files }) => {
  const app = await open({ files: [await files.points('Wells', 6), await files.points('خطوط إمداد النفط', 2)] })
  await expect(row(app, 'Wells')).toContainText('6')
  await expect(row(app, 'Wells')).toHaveAttribute('aria-setsize', '2')
  await expect(row(app, 'Wells')).toHaveAttribute('aria-selected', 'true')
  const show = app.layers.getByRole('checkbox', { name: 'Show Wells', exact: true })
  await expect(show).toBeChecked()
  await show.click()
  await expect(show).not.toBeChecked()
  await undo(app.page)
  await expect(show).toBeChecked()
  await expect(row(app, 'خطوط إمداد النفط').locator('[data-name]')).toHaveAttribute('dir', 'auto')
})

test('orders layers by dragging, into groups and out of them', async ({ open, files }) => {
  const path = await files.points('one')
  const map = await files.write(
    'map.cartouche',
    mapOf([layer('a', path), layer('b', path), group('g', [layer('c', path)]), layer('d', path)]),
  )
  const app = await open({ files: [map] })
  await expectNames(app, ['a', 'b', 'g', 'c', 'd'])

  await drag(app, 'a', 'b', 0.9)
  await expectNames(app, ['b', 'a', 'g', 'c', 'd'])
  await expect(row(app, 'a')).toHaveAttribute('aria-selected', 'true')

  await drag(app, 'd', 'c', 0.2)
  await expectNames(app, ['b', 'a', 'g', 'd', 'c'])
  await expect(row(app, 'd')).toHaveAttribute('aria-level', '2')

  await drag(app, 'c', 'b', 0.1)
  await expectNames(app, ['c', 'b', 'a', 'g', 'd'])
  await expect(row(app, 'c')).toHaveAttribute('aria-level', '1')

  await drag(app, 'g', 'c', 0.1)
  await expectNames(app, ['g', 'd', 'c', 'b', 'a'])

  await drag(app, 'a', 'c', 0.1, false)
  await expect(app.page.locator('[data-drop-line]')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await app.page.mouse.up()
  await expect(app.page.locator('[data-drop-line]')).toBeHidden()
  await expectNames(app, ['g', 'd', 'c', 'b', 'a'])

  for (let i = 0; i < 4; i++) await undo(app.page)
  await expectNames(app, ['a', 'b', 'g', 'c', 'd'])
})

test('is used with the keyboard alone', async ({ open, files }) => {
  const path = await files.points('one')
  const map = await files.write('map.cartouche', mapOf([layer('a', path), group('g', [layer('b', path)]), layer('c', path)]))
  const app = await open({ files: [map] })
  const { page } = app
  await row(app, 'a').focus()
  await page.keyboard.press('ArrowDown')
  expect(await focusedName(page)).toBe('g')
  await page.keyboard.press('ArrowLeft')
  await expect(row(app, 'g')).toHaveAttribute('aria-expanded', 'false')
  await expectNames(app, ['a', 'g', 'c'])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await focusedName(page)).toBe('b')
  await page.keyboard.press('Space')
  await expect(app.layers.getByRole('checkbox', { name: 'Show b', exact: true })).not.toBeChecked()

  await page.keyboard.press('End')
  await page.keyboard.press('Alt+ArrowUp')
  await expectNames(app, ['a', 'g', 'b', 'c'])
  await expect(row(app, 'c')).toHaveAttribute('aria-level', '2')
  expect(await focusedName(page)).toBe('c')
  await expect(panelOf(app).locator('[aria-live]')).toHaveText('c, 2 of 2 in g.')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expectNames(app, ['a', 'c', 'g', 'b'])

  await page.keyboard.press('F2')
  await page.keyboard.type('Roads')
  await page.keyboard.press('Enter')
  await expectNames(app, ['a', 'Roads', 'g', 'b'])
  expect(await focusedName(page)).toBe('Roads')
  await page.keyboard.press('F2')
  await page.keyboard.type('nonsense')
  await page.keyboard.press('Escape')
  await expectNames(app, ['a', 'Roads', 'g', 'b'])
  expect(await focusedName(page)).toBe('Roads')

  await page.keyboard.press('Delete')
  await expectNames(app, ['a', 'g', 'b'])
  expect(await focusedName(page)).toBe('g')
  await page.keyboard.press('Delete')
  expect(await focusedName(page)).toBe('a')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await focusedName(page)).toBe('a')
})

test('renames where the name stands, by double click and from the menu', async ({ open, files }) => {
  const app = await open({ files: [await files.points('Wells')] })
  await row(app, 'Wells').locator('[data-name]').dblclick()
  const field = app.layers.getByRole('textbox', { name: 'Name of Wells' })
  await expect(field).toBeFocused()
  await field.fill('آبار النفط')
  await field.press('Enter')
  await expectNames(app, ['آبار النفط'])
  await choose(app, 'آبار النفط', 'Rename')
  const again = app.layers.getByRole('textbox')
  await expect(again).toBeFocused()
  await again.fill('Oil wells')
  await app.map.click()
  await expectNames(app, ['Oil wells'])
  await app.map.focus()
  await undo(app.page)
  await expectNames(app, ['آبار النفط'])
})

test('changes the opacity in one step a drag', async ({ open, files }) => {
  const app = await open({ files: [await files.points('Wells')] })
  const slider = app.page.getByRole('slider', { name: 'Opacity of Wells' })
  await expect(slider).toHaveValue('100')
  const box = await slider.boundingBox()
  if (box === null) throw new Error('The slider is not shown.')
  await app.page.mouse.move(box.x + box.width - 7, box.y + box.height / 2)
  await app.page.mouse.down()
  await app.page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 5 })
  await app.page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 })
  await app.page.mouse.up()
  await expect(slider).toHaveValue('50')
  await app.page.keyboard.press('ArrowLeft')
  await app.page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveValue('48')
  await row(app, 'Wells').focus()
  await undo(app.page)
  await expect(slider).toHaveValue('50')
  await undo(app.page)
  await expect(slider).toHaveValue('100')
})

test('groups a layer, names the group at once, and ungroups', async ({ open, files }) => {
  const app = await open({ files: [await files.points('Wells'), await files.points('Roads')] })
  await row(app, 'Roads').click()
  await panelOf(app).getByRole('button', { name: 'Group', exact: true }).click()
  const field = app.layers.getByRole('textbox', { name: 'Name of New group' })
  await expect(field).toBeFocused()
  await field.fill('Oil')
  await field.press('Enter')
  await expectNames(app, ['Wells', 'Oil', 'Roads'])
  await expect(row(app, 'Roads')).toHaveAttribute('aria-level', '2')
  await app.layers.getByRole('checkbox', { name: 'Show group Oil' }).click()
  await expect(app.layers.getByRole('checkbox', { name: 'Show group Oil' })).not.toBeChecked()
  await row(app, 'Oil').locator('[data-name]').first().click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: 'Ungroup' }).click()
  await expectNames(app, ['Wells', 'Roads'])
  await expect(row(app, 'Roads')).toHaveAttribute('aria-level', '1')
})

test('removes without asking, since undo brings the layer back with its features', async ({ open, files }) => {
  const app = await open({ files: [await files.points('Wells', 3)] })
  await row(app, 'Wells').click()
  await app.page.keyboard.press('Delete')
  await expect(panelOf(app)).toContainText('No layers yet. Add a file, or drop GeoJSON here.')
  await expect(panelOf(app).getByRole('button', { name: 'Add a file…' })).toBeFocused()
  await undo(app.page)
  await expect(row(app, 'Wells')).toContainText('3')
})

test('lists the features that were skipped or repaired, and why', async ({ open, files }) => {
  const ring = [
    [44, 33],
    [45, 33],
    [45, 34],
  ]
  const bad = Array.from({ length: 300 }, () => feature('Point', ['44', '33']))
  const path = await files.write('bad.geojson', collectionOf([point(44, 33), feature('Polygon', [ring]), ...bad]))
  const app = await open({ files: [path] })
  await app.layers.getByRole('button', { name: '301 problems in bad' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Problems in bad' })
  await expect(dialog).toContainText('300 of 302 features were skipped; 1 more problem was repaired')
  await expect(dialog).toContainText(path)
  await expect(dialog.getByRole('row').nth(1)).toContainText('repaired')
  await expect(dialog.getByRole('row').nth(2)).toContainText('A coordinate is text')
  // The end of a long list is fetched when it is looked at.
  const list = dialog.getByRole('rowgroup')
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(dialog.locator('[aria-rowindex="302"]')).toContainText('skipped')
  expect(await dialog.getByRole('row').count()).toBeLessThan(100)
  await dialog.getByRole('button', { name: 'Copy all' }).click()
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText().split('\n').length), { timeout: 5_000 })
    .toBe(5 + 301)
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('keeps a layer whose file is missing, says so, and finds the file again', async ({ open, files }) => {
  const found = await files.points('moved', 4)
  const map = await files.write('map.cartouche', mapOf([layer('Wells', join(files.folder, 'gone.geojson'), { opacity: 0.5 })]))
  const app = await open({ files: [map] })
  await expect(row(app, 'Wells')).toContainText('gone.geojson')
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, found)
  await row(app, 'Wells').getByRole('button', { name: 'Locate…' }).click()
  await expect(row(app, 'Wells')).toContainText('4')
  await expect(row(app, 'Wells').getByRole('button', { name: 'Locate…' })).toBeHidden()
  await row(app, 'Wells').click()
  await expect(app.page.getByRole('slider', { name: 'Opacity of Wells' })).toHaveValue('50')
})

test('shows the classes of a layer, and the last ones on demand', async ({ open, files }) => {
  const path = await files.points('many', 12)
  const categories = Array.from({ length: 11 }, (_, i) => ({ value: `kind ${i}`, label: `Kind ${i}`, symbol }))
  const style = { kind: 'category', field: 'kind', categories, other: symbol, label: null } as const
  const app = await open({ files: [await files.write('map.cartouche', mapOf([layer('Many', path, { style })]))] })
  const legend = app.layers.getByRole('list', { name: 'Legend of Many' })
  await expect(legend.getByRole('listitem')).toHaveCount(7)
  await app.layers.getByRole('button', { name: 'Show all 12 classes' }).click()
  await expect(legend.getByRole('listitem')).toHaveCount(12)
  await expect(legend).toContainText('Other values')
})

test('scrolls a long list while a row is dragged to its end', async ({ open, files }) => {
  const path = await files.points('one')
  const many = Array.from({ length: 60 }, (_, i) => layer(`Layer ${i}`, path, { visible: i < 3 }))
  const app = await open({ files: [await files.write('map.cartouche', mapOf(many))] })
  const handle = await row(app, 'Layer 0').boundingBox()
  const list = await app.page.locator('[data-scroller]').boundingBox()
  if (handle === null || list === null) throw new Error('The list is not shown.')
  await app.page.mouse.move(handle.x + 120, handle.y + 15)
  await app.page.mouse.down()
  await app.page.mouse.move(handle.x + 120, handle.y + 60, { steps: 3 })
  await app.page.mouse.move(handle.x + 120, list.y + list.height - 3, { steps: 5 })
  await expect
    .poll(() =>
      app.page.locator('[data-scroller]').evaluate((element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 1),
    )
    .toBe(true)
  await app.page.mouse.up()
  await expect.poll(async () => (await names(app)).at(-1)).toBe('Layer 0')
})
