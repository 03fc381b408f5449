/** The attribute table, as a user reads, sorts, filters and selects in it; small and big. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { PNG } from 'pngjs'
import { generate } from '../bench/generate.ts'
import { type App, expect, test } from './app.ts'
import { answerSave } from './systemDialogs.ts'
import { placeOnMap } from './projection.ts'
import { keepScreenshot } from './screenshots.ts'

const asad = [42.441200256347656, 33.78559875488281] as const
const taji = [44.257, 33.524] as const

async function openTable(app: App, layer: string): Promise<Locator> {
  await app.layers.getByRole('treeitem', { name: layer, exact: true }).click()
  await app.page.keyboard.press('F6')
  const grid = app.page.getByRole('grid', { name: `Attributes of ${layer}` })
  await expect(grid.getByRole('gridcell').first()).toBeVisible()
  return grid
}

/** What a column shows, from the first row in view. */
const column = (grid: Locator, index: number): Locator => grid.locator(`[role=gridcell][aria-colindex="${index}"]`)

const clipboard = async (app: App): Promise<string> => app.electron.evaluate(({ clipboard: board }) => board.readText())

/** Pixels of the mark of a selection, in a part of the map. */
async function markedPixels(app: App, clip?: { x: number; y: number; width: number; height: number }): Promise<number> {
  await app.ready()
  const box = (await app.map.boundingBox())!
  const { data } = PNG.sync.read(
    await app.page.screenshot({ clip: clip === undefined ? box : { ...clip, x: box.x + clip.x, y: box.y + clip.y } }),
  )
  let marked = 0
  for (let i = 0; i < data.length; i += 4) if (data[i]! > 190 && data[i + 1]! < 90 && data[i + 2]! > 140) marked += 1
  return marked
}

/** Whether the mark of a selection is around a place. */
async function isMarkedAt(app: App, { x, y }: { x: number; y: number }): Promise<boolean> {
  return (await markedPixels(app, { x: x - 12, y: y - 12, width: 24, height: 24 })) > 20
}

test('reads, sorts, selects, filters and sums up the bases of the demo', async ({ open }) => {
  test.slow()
  const app = await open()
  const { page } = app
  const grid = await openTable(app, 'Coalition bases')
  const bar = page.getByRole('region', { name: 'Attribute table' })
  await expect(grid).toHaveAttribute('aria-rowcount', '7')
  await expect(column(grid, 2)).toHaveText(['Qayyara Air Base', 'K1 Base', /^Taqaddum/, 'Camp Taji', /^Ain al-Asad/, 'Camp Victory'])

  // A header is clicked: ascending, descending, the order of the file. A base without a date comes last either way.
  const date = grid.getByRole('columnheader', { name: 'date' })
  await date.click()
  await expect(date).toHaveAttribute('aria-sort', 'ascending')
  await expect(column(grid, 6)).toHaveText([/^2020-03-26/, /^2020-03-29/, /^2020-04/, /^2020-09/, 'null', 'null'])
  await date.click()
  await expect(date).toHaveAttribute('aria-sort', 'descending')
  await expect(column(grid, 6).first()).toHaveText(/^2020-09/)
  await date.click()
  await expect(date).toHaveAttribute('aria-sort', 'none')

  // Rows, and the map.
  await grid.getByRole('row', { name: /Ain al-Asad/ }).click()
  expect(await isMarkedAt(app, await placeOnMap(app, asad))).toBe(true)
  await expect(bar.getByRole('status').first()).toHaveText('6 features, 1 selected')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveCount(2)
  await app.map.click({ position: await placeOnMap(app, taji) })
  await expect(grid.locator('[role=row][aria-selected=true]')).toHaveText([/Camp Taji/])

  // The rows that are selected, as a spreadsheet takes them.
  await grid.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect(page.getByText('6 rows copied.')).toBeVisible()
  const lines = (await clipboard(app)).split('\n')
  expect(lines[0]).toMatch(/^name\tname_ar\tother_names\tstatus\tdate/)
  expect(lines[1]).toMatch(/^Qayyara Air Base\tقاعدة القيارة الجوية\t/)
  expect(lines.length).toBe(7)

  // A filter is typed: suggestions, a mistake with its place, the count, and the map.
  const filter = bar.getByRole('combobox', { name: 'Filter of Coalition bases' })
  await filter.click()
  await page.keyboard.type('sta')
  await expect(page.getByRole('option', { name: 'status text' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('= ')
  await page.getByRole('option', { name: /^held/ }).click()
  await expect(filter).toHaveValue("status = 'held' ")
  await expect(bar.getByText('2 of 6 features')).toBeVisible()
  await page.keyboard.type('and trops > 3')
  await expect(bar.getByText('There is no field “trops” in this layer.')).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await filter.fill("status = 'held'")
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(grid).toHaveAttribute('aria-rowcount', '3')
  await expect(app.layers.getByRole('button', { name: "Coalition bases is filtered: status = 'held'" })).toBeVisible()
  await expect(bar.getByText('2 of 6 features, 2 selected')).toBeVisible()

  // Figures of a column, over what the filter lets through.
  await grid.getByRole('columnheader', { name: 'status' }).hover()
  await grid.getByRole('button', { name: 'Menu of status' }).click()
  await page.getByRole('menuitem', { name: 'Statistics' }).click()
  const figures = page.getByRole('complementary', { name: 'Statistics of status' })
  await expect(figures.getByRole('definition').first()).toHaveText('2')
  await expect(figures.getByRole('region', { name: 'Most frequent values' })).toContainText('held')
  await keepScreenshot(app, 'attribute-table')
  await page.getByRole('button', { name: 'Close statistics' }).click()
  await page.getByRole('button', { name: 'Close Attributes' }).click()

  // Undo is undo of the filter too; a cell makes another one.
  await page.getByRole('button', { name: /^Undo filter of Coalition bases/ }).click()
  await expect(grid).toHaveAttribute('aria-rowcount', '7')
  await column(grid, 5).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Exclude this value' }).click()
  await expect(filter).toHaveValue("status <> 'transferred'")
  await expect(grid).toHaveAttribute('aria-rowcount', '3')
})

test('has its columns as the user puts them, and keeps them with the map', async ({ open }) => {
  const app = await open()
  const { page } = app
  const grid = await openTable(app, 'Coalition bases')
  const heads = grid.getByRole('columnheader')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page
    .getByRole('dialog', { name: 'Columns' })
    .getByRole('checkbox', { name: /^name_ar/ })
    .uncheck()
  await page.keyboard.press('Escape')
  await expect(heads.nth(2)).toHaveAccessibleName('other_names')

  // A name is dragged before another one.
  const from = (await grid.getByRole('columnheader', { name: 'status' }).boundingBox())!
  const to = (await grid.getByRole('columnheader', { name: 'name', exact: true }).boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 12, { steps: 4 })
  await page.mouse.move(to.x + 4, to.y + 12, { steps: 4 })
  await page.mouse.up()
  await expect(heads.nth(1)).toHaveAccessibleName('status')
  await expect(heads.nth(1)).toHaveAttribute('aria-sort', 'none')

  await page.keyboard.press('F6')
  await expect(grid).toBeHidden()
  await page.keyboard.press('F6')
  await expect(heads.nth(1)).toHaveAccessibleName('status')
  await expect(heads.nth(3)).toHaveAccessibleName('other_names')
})

test('reaches the last of 100,000 rows, finds, sorts and marks among them', async ({ open, userData }) => {
  test.slow()
  const file = join(userData, 'many.geojson')
  await generate(100_000, file)
  const app = await open({ files: [file] })
  const { page } = app
  await expect(app.layers.getByRole('treeitem', { name: 'many' })).toBeVisible()
  const grid = await openTable(app, 'many')
  await expect(grid).toHaveAttribute('aria-rowcount', '100001')

  await grid.getByRole('row').nth(1).click()
  await page.keyboard.press('End')
  const last = grid.locator('[role=row][aria-rowindex="100001"]')
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(last.getByRole('gridcell').first()).toHaveText('99999')
  await page.keyboard.press('Home')
  await expect(grid.locator('[role=row][aria-rowindex="2"]')).toHaveAttribute('aria-selected', 'true')

  // By the scroll bar, to its lower end.
  await grid.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await expect(last.getByRole('gridcell').first()).toHaveText('99999')

  const value = grid.getByRole('columnheader', { name: 'value' })
  await value.click()
  await value.click()
  await expect(value).toHaveAttribute('aria-sort', 'descending')
  await expect(grid).toHaveAttribute('aria-busy', 'false')
  const rows = (await readFile(file, 'utf8')).split('\n').flatMap((line) => (line.startsWith('{"type":"Feature"') ? [line] : []))
  const values = rows.map((line) => Number(/"value":([\d.]+)/.exec(line)?.[1])).toSorted((a, b) => b - a)
  await expect(column(grid, 5).first()).toHaveText(values[0]!.toFixed(3))

  const search = page.getByRole('searchbox', { name: 'Search the table' })
  await search.fill('99998')
  await expect(page.getByRole('region', { name: 'Attribute table' }).getByRole('status').first()).toHaveText(
    '1 of 100,000 features, 1 selected',
  )
  await search.fill('')
  await expect(grid).toHaveAttribute('aria-rowcount', '100001')

  // All of them are selected at once, and marked by the painter; none is left when the selection is cleared.
  await page.getByRole('button', { name: 'Clear selection' }).click()
  expect(await markedPixels(app)).toBe(0)
  await page.getByRole('button', { name: 'Select all rows' }).click()
  await expect(page.getByText('100,000 features, 100,000 selected')).toBeVisible()
  await expect.poll(() => markedPixels(app)).toBeGreaterThan(5_000)
  await page.keyboard.press('Escape')

  await grid.focus()
  await page.keyboard.press('Control+c')
  await expect(
    page.getByText(/^Only the first [\d,]+ of 100,000 rows were copied: the clipboard takes a million characters\.$/),
  ).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Invert selection' }).click()
  await expect(page.getByRole('region', { name: 'Attribute table' }).getByRole('status').first()).toHaveText('100,000 features')
})

test('exports what the filter lets through, and what is selected, and both can be read back', async ({ open, userData }) => {
  const file = join(userData, 'some.geojson')
  await generate(3_000, file)
  const app = await open({ files: [file] })
  const { page } = app
  await expect(app.layers.getByRole('treeitem', { name: 'some' })).toBeVisible()
  const grid = await openTable(app, 'some')
  const bar = page.getByRole('region', { name: 'Attribute table' })
  const filter = bar.getByRole('combobox', { name: 'Filter of some' })
  await filter.fill("kind = 'road' and id < 1000")
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(grid).not.toHaveAttribute('aria-rowcount', '3001')
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1

  const [asGeoJson, asTable] = [join(userData, 'roads.geojson'), join(userData, 'chosen.csv')]
  await answerSave(app, [asGeoJson, asTable])
  await bar.getByRole('button', { name: 'Export layer…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export some' })
  await expect(dialog.getByRole('radio', { name: /^Features that the filter lets through/ })).toBeChecked()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByText(`${rows} features written to roads.geojson.`)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Reveal in folder' })).toBeEnabled()
  const written = JSON.parse(await readFile(asGeoJson, 'utf8')) as { features: { properties: { kind: string; id: number } }[] }
  expect(written.features.length).toBe(rows)
  expect(written.features.every(({ properties: { kind, id } }) => kind === 'road' && id < 1000)).toBe(true)
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()

  await grid.getByRole('row').nth(1).click()
  await grid
    .getByRole('row')
    .nth(3)
    .click({ modifiers: ['Control'] })
  const names = await grid.locator('[role=row][aria-selected=true] [role=gridcell][aria-colindex="3"]').allTextContents()
  await bar.getByRole('button', { name: 'Export layer…' }).click()
  await expect(dialog.getByRole('radio', { name: /^Selected features/ })).toBeChecked()
  await dialog.getByRole('radio', { name: 'CSV table' }).check()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByText('2 features written to chosen.csv.')).toBeVisible()
  const table = await readFile(asTable, 'utf8')
  for (const name of names) expect(table).toContain(name)
  expect(table.trim().split('\n').length).toBe(3)
})

test('says so when nothing fits, and shows values of every kind as they are', async ({ open, userData }) => {
  const file = join(userData, 'odd.geojson')
  const feature = (properties: unknown): unknown => ({ type: 'Feature', properties, geometry: null })
  await writeFile(
    file,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ name: '<img src=x onerror="document.title=1">', n: 1.5, list: [1, { a: null }], long: 'word '.repeat(2_000) }),
        feature({ name: '', n: null, long: 'قاعدة عين الأسد الجوية' }),
      ],
    }),
  )
  const app = await open({ files: [file] })
  const { page } = app
  await expect(app.layers.getByRole('treeitem', { name: 'odd' })).toBeVisible()
  const grid = await openTable(app, 'odd')
  await expect(column(grid, 2)).toHaveText(['<img src=x onerror="document.title=1">', 'empty'])
  await expect(column(grid, 3)).toHaveText(['1.5', 'null'])
  await expect(column(grid, 4)).toHaveText([/^\[ ?1, ?\{/, 'null'])
  expect(await page.locator('img').count()).toBe(0)
  await column(grid, 5).first().click()
  await expect(page.getByRole('region', { name: 'Whole value' })).toContainText('word word')
  await page.getByRole('searchbox', { name: 'Search the table' }).fill('nowhere')
  await expect(page.getByText('No feature has “nowhere” in any of its values.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(column(grid, 3)).toHaveText(['1.5', 'null'])
})
