/** Annotations as records: drawn by the toolbar, described in the panel, found in the list, taken in and out as files. With the mouse, in the real window. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, root, test } from './app.ts'

const record = (app: App) => app.page.getByRole('region', { name: 'Record' })
const list = (app: App) => app.page.getByRole('list', { name: 'Annotations' })
const tool = (app: App, name: string) => app.page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name, exact: true })
const field = (app: App, name: string) => record(app).getByLabel(name, { exact: true })

/** Draws a point by tool and click. @returns when its record is open */
async function drawPoint(app: App, x = 300, y = 250): Promise<void> {
  if ((await tool(app, 'Point').getAttribute('aria-pressed')) === 'false') await tool(app, 'Point').click()
  await app.map.click({ position: { x, y } })
  await expect(record(app)).toBeVisible()
}

async function choose(app: App, name: string, option: string): Promise<void> {
  await field(app, name).click()
  await app.page.getByRole('option', { name: option }).click()
}

type Saved = { geometry: unknown; properties: Record<string, unknown> }

/** Saves the map, and reads the first annotation of the file. */
async function saved(app: App, folder: string): Promise<Saved | undefined> {
  const path = join(folder, 'saved.cartouche')
  await answerDialogs(app, path)
  await command(app, 'document.save')
  await expect.poll(async () => app.page.title()).not.toContain('●')
  const document = JSON.parse(await readFile(path, 'utf8')) as { annotations: Saved[] }
  return document.annotations[0]
}

/** The next open dialog chooses this file, and the next save dialog this place. */
async function answerDialogs(app: App, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

/** Gives a command as the native menu does. */
async function command(app: App, id: string): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, name) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('command.run', { command: name })
  }, id)
}

const texts = {
  Label: 'Camp Taji\nقاعدة التاجي',
  Note: 'Handed over in the presence of the press.',
  Status: 'transferred to Iraq',
  'Source title': 'Coalition bases in Iraq (map update)',
  Publisher: 'SouthFront',
  'Source date': '2020-09',
  'Source URL': 'https://example.org/bases?update=2',
  Reported: '2020-09-23',
  'Valid from': '2020-09-23',
  'Valid to': '2021',
}

test('a point is drawn, described in every field, undone, redone and kept', async ({ start, userData }) => {
  const app = await start()
  await drawPoint(app)
  for (const [name, text] of Object.entries(texts)) await field(app, name).fill(text)
  await choose(app, 'Reliability', 'B · Usually reliable')
  await choose(app, 'Credibility', '2 · Probably true')
  for (const [name, text] of Object.entries(texts)) await expect(field(app, name)).toHaveValue(text)
  await expect(list(app).getByRole('listitem').first()).toContainText('Camp Taji')

  // Each field is one entry: the last two are the ratings.
  for (let step = 0; step < 3; step += 1) await app.page.getByRole('button', { name: /^Undo/ }).click()
  await expect(field(app, 'Credibility')).toHaveText('Not rated')
  await expect(field(app, 'Valid to')).toHaveValue('')
  await expect(field(app, 'Valid from')).toHaveValue('2020-09-23')
  for (let step = 0; step < 3; step += 1) await app.page.getByRole('button', { name: /^Redo/ }).click()
  await expect(field(app, 'Valid to')).toHaveValue('2021')

  const expected = {
    kind: 'point',
    label: texts.Label,
    note: texts.Note,
    status: texts.Status,
    source: { title: texts['Source title'], publisher: texts.Publisher, date: '2020-09', url: texts['Source URL'] },
    reported: '2020-09-23',
    validFrom: '2020-09-23',
    validTo: '2021',
    reliability: 'B',
    credibility: 2,
  }
  const before = await saved(app, userData)
  expect(before?.properties).toMatchObject(expected)
  await app.close()

  const again = await start()
  await expect(list(again).getByRole('listitem').first()).toContainText('Camp Taji')
  await list(again).getByRole('listitem').first().click()
  await expect(field(again, 'Publisher')).toHaveValue('SouthFront')
  expect(await saved(again, userData)).toEqual(before)
})

test('typing into a field is one undo, by keyboard too', async ({ open }) => {
  const app = await open()
  await drawPoint(app)
  await field(app, 'Note').click()
  await app.page.keyboard.type('first words')
  await field(app, 'Label').click()
  await app.page.keyboard.type('Taji')
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(field(app, 'Label')).toHaveValue('')
  await expect(field(app, 'Note')).toHaveValue('first words')
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(field(app, 'Note')).toHaveValue('')
  await app.page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(field(app, 'Note')).toHaveValue('first words')
})

test('a date that is none is said to be so, and the last good one stays', async ({ open, userData }) => {
  const app = await open()
  await drawPoint(app)
  const reported = field(app, 'Reported')
  await reported.fill('2020-02')
  await reported.fill('2020-02-31')
  await reported.blur()
  await expect(record(app).getByRole('alert')).toHaveText('February 2020 has days from 01 to 29.')
  expect((await saved(app, userData))?.properties['reported']).toBe('2020-02')
  await reported.fill('2020/2/9')
  await reported.press('Enter')
  await expect(reported).toHaveValue('2020-02-09')
  await expect(record(app).getByRole('alert')).toHaveCount(0)
})

test('a tool is taken and put down by button, letter and Escape', async ({ open }) => {
  const app = await open()
  const polygon = tool(app, 'Polygon')
  await polygon.click()
  await expect(polygon).toHaveAttribute('aria-pressed', 'true')
  await polygon.click()
  await expect(polygon).toHaveAttribute('aria-pressed', 'false')
  await app.page.keyboard.press('l')
  await expect(tool(app, 'Line')).toHaveAttribute('aria-pressed', 'true')
  await app.page.keyboard.press('Shift+o')
  await expect(tool(app, 'Range rings')).toHaveAttribute('aria-pressed', 'true')
  await app.page.keyboard.press('Escape')
  await expect(tool(app, 'Range rings')).toHaveAttribute('aria-pressed', 'false')
  for (const name of ['Select', 'Symbol', 'Text', 'Callout', 'Arrow', 'Rectangle', 'Circle', 'Freehand', 'Image', 'Measure'])
    await expect(tool(app, name)).toBeVisible()

  // In a low window the tools stand in several columns, and none is out of sight.
  const buttons = app.page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button')
  const heightBefore = await app.page.evaluate(() => window.innerHeight)
  const widthBefore = await app.page.evaluate(() => window.innerWidth)
  for (const heightPx of [700, 520]) {
    await app.electron.evaluate(({ BrowserWindow }, height) => BrowserWindow.getAllWindows()[0]?.setContentSize(1_024, height), heightPx)
    await expect.poll(async () => app.page.evaluate(() => window.innerHeight)).toBe(heightPx)
    for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 })
  }
  await tool(app, 'Select').focus()
  for (let nth = 1; nth < (await buttons.count()); nth += 1) await app.page.keyboard.press(nth % 2 === 0 ? 'ArrowDown' : 'ArrowRight')
  await expect(tool(app, 'Templates')).toBeFocused()
  await app.electron.evaluate(({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), [
    widthBefore,
    heightBefore,
  ] as const)
  await expect.poll(async () => app.page.evaluate(() => window.innerHeight)).toBe(heightBefore)
})

test('the list finds, filters, sorts, selects and shows', async ({ open }) => {
  const app = await open()
  for (const [index, [label, status]] of [
    ['Camp Taji', 'transferred'],
    ['Ain al-Asad', 'held'],
    ['Qayyara', 'transferred'],
  ].entries()) {
    await drawPoint(app, 260 + index * 90, 240)
    await field(app, 'Label').fill(label ?? '')
    await field(app, 'Status').fill(status ?? '')
    await app.page.keyboard.press('Escape')
  }
  await app.page.keyboard.press('Escape')
  const rows = list(app).getByRole('listitem')
  await expect(rows).toHaveText([/Qayyara/, /Ain al-Asad/, /Camp Taji/])

  const search = app.page.getByRole('searchbox', { name: 'Search annotations' })
  await search.fill('taji transf')
  await expect(rows).toHaveText([/Camp Taji/])
  await search.fill('nothing like it')
  await expect(app.page.getByText('No annotation fits.')).toBeVisible()
  await search.fill('')

  await app.page.getByRole('button', { name: 'Filter', exact: true }).click()
  await app.page.getByRole('checkbox', { name: /^held/ }).check()
  await expect(rows).toHaveText([/Ain al-Asad/])
  await app.page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Clear filter' }).click()
  await app.page.keyboard.press('Escape')

  await app.page.getByRole('button', { name: 'Sort: Drawing order' }).click()
  await app.page.getByRole('menuitemradio', { name: 'Label' }).click()
  await expect(rows).toHaveText([/Ain al-Asad/, /Camp Taji/, /Qayyara/])

  await rows.nth(1).click()
  await expect(field(app, 'Label')).toHaveValue('Camp Taji')
  await app.page.keyboard.press('ArrowDown')
  await expect(field(app, 'Label')).toHaveValue('Qayyara')
  await app.page.keyboard.press('Shift+ArrowUp')
  await expect(record(app)).toContainText('2 annotations')
  await expect(field(app, 'Status')).toHaveValue('transferred')
  await rows.nth(0).hover()
  await rows.nth(0).getByRole('button', { name: 'Show Ain al-Asad' }).click()
  await expect(rows.nth(0).getByRole('button', { name: 'Show Ain al-Asad' })).toHaveAttribute('aria-pressed', 'false')
  await rows.nth(2).dblclick()
  await expect(app.page.getByRole('button', { name: 'Previous View' })).toBeEnabled()
})

test('a template sets status, symbol and colour, and the user keeps one of his own', async ({ start, userData }) => {
  const app = await start()
  await tool(app, 'Templates').click()
  await app.page
    .getByRole('dialog', { name: 'Templates' })
    .getByRole('button', { name: /^Base transferred/ })
    .click()
  await expect(tool(app, 'Point')).toHaveAttribute('aria-pressed', 'true')
  await app.map.click({ position: { x: 300, y: 250 } })
  await expect(field(app, 'Status')).toHaveValue('transferred')
  await expect(record(app).getByRole('button', { name: 'Symbol: Ring' })).toBeVisible()
  await expect(record(app).getByRole('radio', { name: 'dark yellow' })).toHaveAttribute('aria-checked', 'true')

  await field(app, 'Status').fill('closed')
  await app.page.keyboard.press('Escape')
  await expect(record(app)).toBeHidden()
  await list(app).getByRole('listitem').first().click()
  await record(app).getByRole('button', { name: 'Make a template' }).click()
  await app.page.getByLabel('Template name').fill('Base closed')
  await app.page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect.poll(async () => readFile(join(userData, 'templates.json'), 'utf8').catch(() => '')).toContain('Base closed')
  await tool(app, 'Templates').click()
  const templates = app.page.getByRole('dialog', { name: 'Templates' })
  await expect(templates.getByRole('button', { name: /^Base closed/ })).toContainText('closed')
  await templates.getByRole('button', { name: 'Delete template Base closed' }).click()
  await expect(templates.getByText('Base closed')).toHaveCount(0)
})

test('a military symbol is found by a word and framed by its side', async ({ open, userData }) => {
  const app = await open()
  await drawPoint(app)
  await record(app)
    .getByRole('button', { name: /^Symbol/ })
    .click()
  await app.page.getByRole('radiogroup', { name: 'Affiliation' }).getByRole('radio', { name: 'Hostile' }).click()
  await app.page.getByRole('combobox', { name: 'Search symbols' }).fill('tank')
  await expect(app.page.getByRole('option', { name: 'Tank', exact: true })).toBeVisible()
  await app.page.getByRole('combobox', { name: 'Search symbols' }).press('Enter')
  await expect(record(app).getByRole('button', { name: 'Symbol: Tank, hostile' })).toBeVisible()
  expect((await saved(app, userData))?.properties['symbol']).toEqual({ set: 'military', name: '10061500001202000000' })
})

test('annotations go out as GeoJSON, KML and CSV, and come in again', async ({ open, userData }) => {
  const app = await open()
  await drawPoint(app)
  await field(app, 'Label').fill('Camp Taji')
  for (const [id, name] of [
    ['annotations.exportGeoJson', 'out.geojson'],
    ['annotations.exportKml', 'out.kml'],
    ['annotations.exportCsv', 'out.csv'],
  ] as const) {
    await answerDialogs(app, join(userData, name))
    await command(app, id)
    await expect(app.page.getByText(`1 annotation exported to ${name}.`)).toBeVisible()
    expect(await readFile(join(userData, name), 'utf8')).toContain('Camp Taji')
  }
  await command(app, 'annotation.delete')
  await expect(list(app)).toHaveCount(0)
  await answerDialogs(app, join(userData, 'out.kml'))
  await command(app, 'annotations.import')
  await expect(app.page.getByText('1 annotation imported from out.kml.')).toBeVisible()
  await expect(field(app, 'Label')).toHaveValue('Camp Taji')
  await expect(app.page.getByRole('button', { name: 'Undo import of Camp Taji' })).toBeEnabled()

  const mixed = join(userData, 'mixed.geojson')
  const point = { type: 'Feature', geometry: { type: 'Point', coordinates: [44, 33] }, properties: { name: 'Baghdad' } }
  await writeFile(mixed, JSON.stringify({ type: 'FeatureCollection', features: [point, { ...point, geometry: null }] }))
  await answerDialogs(app, mixed)
  await command(app, 'annotations.import')
  await expect(app.page.getByRole('alert').filter({ hasText: '1 annotation imported from mixed.geojson; 1 left out:' })).toBeVisible()
})

test('a feature of a layer becomes an annotation, with its attributes as the record', async ({ open, userData }) => {
  const path = join(userData, 'bases.geojson')
  const geometry = { type: 'Point', coordinates: [44.123456, 33.5] }
  await writeFile(path, JSON.stringify({ type: 'Feature', geometry, properties: { name: 'Camp Taji', operator: 'Iraqi Army' } }))
  const app = await open({ files: [path] })
  await expect(app.layers).toContainText('bases')
  await app.ready()
  await app.page.waitForTimeout(400)
  const box = await app.map.boundingBox()
  if (box === null) throw new Error('The map is not shown.')
  await app.map.click({ position: { x: box.width / 2, y: box.height / 2 } })
  await app.page.getByRole('button', { name: 'Promote to annotation' }).click()
  await expect(field(app, 'Label')).toHaveValue('Camp Taji')
  await expect(field(app, 'Source title')).toHaveValue(/bases/)
  expect((await saved(app, userData))?.geometry).toEqual(geometry)
})

test('a picture is chosen with the image tool, and put where the map is clicked', async ({ open, userData }) => {
  const app = await open()
  await answerDialogs(app, join(root, 'data/icon.png'))
  await tool(app, 'Image').click()
  await expect(tool(app, 'Image')).toHaveAttribute('aria-pressed', 'true')
  await app.map.click({ position: { x: 300, y: 250 } })
  await expect(list(app).getByRole('listitem').first()).toContainText('Unnamed image')
  expect((await saved(app, userData))?.properties['image']).toMatchObject({ data: expect.stringMatching(/^data:image\/png;base64,/) })
})
