/** Page mode: pages are laid out, taken hold of, undone, saved; and what is seen is what is exported. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { ExportReport } from '../../electron/contract/export.ts'
import { expect, root, test } from './app.ts'
import { pageDesk } from './page.ts'
import { answerSave } from './systemDialogs.ts'

/** Of the pixels: none differed when this was measured; a graphics card may round the edge of a letter otherwise. */
const maxDifferent = 0.0005

test('moves, pulls and undoes what is on a page, and keeps it', async ({ start, userData }) => {
  test.slow()
  const app = await start()
  const { page } = app
  const desk = pageDesk(app, userData)
  await desk.open()
  const field = (name: string): Promise<number> => desk.panel.getByRole('spinbutton', { name, exact: true }).inputValue().then(Number)
  const left = (): Promise<number> => field('From the left in millimetres')
  const top = (): Promise<number> => field('From the top in millimetres')
  await desk.select('Map')
  const perMm = ((await desk.at('Map', [1, 0]))[0] - (await desk.at('Map', [0, 0]))[0]) / (await field('Width in millimetres'))

  await test.step('an element is dragged; one drag is one entry', async () => {
    await desk.select('Locator inset')
    const before = [await left(), await top(), await field('Width in millimetres')]
    await desk.drag(await desk.at('Locator inset'), [-20 * perMm, -30 * perMm])
    const moved = [await left(), await top(), await field('Width in millimetres')]
    // Snapped to something near, or where the hand let go.
    expect(Math.abs(moved[0]! - before[0]! + 20)).toBeLessThan(4)
    expect(Math.abs(moved[1]! - before[1]! + 30)).toBeLessThan(4)
    expect(moved[2]).toBe(before[2])
    await page.keyboard.press('Control+z')
    expect([await left(), await top()]).toEqual(before.slice(0, 2))
    await page.keyboard.press('Control+Shift+z')
    expect([await left(), await top()]).toEqual(moved.slice(0, 2))
    await page.keyboard.press('Control+z')
  })

  await test.step('a side that is pulled comes back to the margin', async () => {
    await desk.select('Facts')
    const [x, width] = [await left(), await field('Width in millimetres')]
    const handle = await page.locator('[data-handle="e"]').boundingBox()
    if (handle === null) throw new Error('There is no handle.')
    const at = [handle.x + handle.width / 2, handle.y + handle.height / 2] as const
    await desk.drag(at, [-9 * perMm, 0])
    expect(await field('Width in millimetres')).toBeLessThan(width - 5)
    await desk.drag([at[0] - 9 * perMm, at[1]], [9 * perMm + 3, 0])
    expect((await left()) + (await field('Width in millimetres'))).toBeCloseTo(x + width, 1)
  })

  await test.step('arrow keys move by a millimetre, by ten and by a tenth', async () => {
    await page.mouse.click(...(await desk.at('North arrow')))
    const [x, y] = [await left(), await top()]
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+ArrowLeft')
    expect(await left()).toBeCloseTo(x + 0.9, 1)
    expect(await top()).toBeCloseTo(y + 10, 1)
    // The north arrow keeps its shape.
    const size = (): Promise<number[]> => Promise.all([field('Width in millimetres'), field('Height in millimetres')])
    const [wide = 0, high = 0] = await size()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    const [wider = 0, higher = 0] = await size()
    expect(wider).toBeGreaterThan(wide)
    expect(wider / higher).toBeCloseTo(wide / high, 1)
    await page.keyboard.press('Control+z')
    expect(await size()).toEqual([wide, high])
  })

  await test.step('the map is dragged and zoomed in its frame, and undone', async () => {
    await desk.select('Map')
    const scale = desk.panel.getByRole('textbox', { name: 'Scale of the frame' })
    const [before, x] = [await scale.inputValue(), await left()]
    await desk.drag(await desk.at('Map', [0.3, 0.8]), [60, 0])
    await expect(page.getByRole('button', { name: 'Undo view of Map' })).toBeEnabled()
    expect(await left()).toBe(x)
    await page.mouse.move(...(await desk.at('Map', [0.3, 0.8])))
    await page.mouse.wheel(0, -800)
    await expect(scale).not.toHaveValue(before)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(scale).toHaveValue(before)
  })

  await test.step('the list hides, locks and reorders, and the file keeps all of it', async () => {
    await desk.select('Legend')
    await desk.list.getByRole('button', { name: 'Lock Legend' }).click()
    await desk.list.getByRole('listitem').filter({ hasText: 'Subtitle' }).hover()
    await desk.list.getByRole('button', { name: 'Hide Subtitle' }).click()
    await desk.list.getByRole('button', { name: 'Legend', exact: true }).press('Alt+ArrowUp')
    const { pages } = await desk.saved()
    const elements = pages[0]?.elements ?? []
    expect(elements.find(({ name }) => name === 'Legend')?.locked).toBe(true)
    expect(elements.find(({ name }) => name === 'Subtitle')?.visible).toBe(false)
    const names = elements.map(({ name }) => name)
    expect(names.indexOf('Legend')).toBe(names.indexOf('Rule') + 1)
    await app.close()
    const again = await start({ files: [desk.path] })
    const second = pageDesk(again, userData)
    await second.open()
    await second.select('North arrow')
    const arrow = elements.find(({ name }) => name === 'North arrow')
    await expect(second.panel.getByRole('spinbutton', { name: 'From the left in millimetres' })).toHaveValue(
      String(Math.round((arrow?.box.x ?? 0) * 100) / 100),
    )
    await expect(second.list.getByRole('button', { name: 'Unlock Legend' })).toBeVisible()
  })
})

test('lays pages out by size and preset, with a legend that is edited by hand', async ({ start, userData }) => {
  test.slow()
  const app = await start()
  const { page } = app
  const desk = pageDesk(app, userData)
  await desk.open()

  await test.step('a size is chosen, and turned', async () => {
    await desk.panel.getByRole('combobox', { name: 'Page size' }).click()
    await page.getByRole('option', { name: /^A4/ }).click()
    const size = page.getByRole('toolbar', { name: 'Size of the paper in the window' })
    await expect(size).toContainText('A4 landscape')
    await desk.panel.getByRole('radio', { name: 'Portrait' }).check({ force: true })
    await expect(size).toContainText('A4 portrait')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(size).toContainText('A3 landscape')
  })

  await test.step('each preset lays out everything at once', async () => {
    for (const name of ['Briefing 16:9', 'Plain figure', 'Full bleed', 'Map update']) {
      await desk.panel.getByRole('group', { name: 'Layout' }).getByRole('button', { name }).click()
      await desk.ready()
      for (const element of ['Map', 'Legend', 'Scale bar', 'Credits'])
        await expect(desk.list.getByRole('button', { name: element, exact: true })).toBeVisible()
    }
  })

  await test.step('items of the legend are renamed, hidden, moved and put under a heading', async () => {
    await desk.select('Legend')
    const items = desk.panel.getByRole('list', { name: 'Legend items' })
    await items.getByRole('textbox', { name: 'Name of Still held by the coalition in the legend' }).fill('Held')
    await items.getByRole('checkbox', { name: 'Show Governorates in the legend' }).uncheck()
    await items.getByRole('textbox', { name: 'Name of Neighbouring countries in the legend' }).press('Alt+ArrowUp')
    await items.getByRole('button', { name: 'Add a heading above Cities' }).click()
    await items.getByRole('textbox', { name: 'Heading above Cities' }).fill('Ground')
    const legend = await desk.savedElement('Legend')
    if (legend.type !== 'legend') throw new Error('That is no legend.')
    const keys = legend.changes.map(({ key }) => key)
    expect(legend.changes.find(({ label }) => label === 'Held')?.key).toContain('coalition-bases')
    expect(legend.changes.find(({ key }) => key === 'layer governorates')?.hidden).toBe(true)
    expect(legend.changes.find(({ key }) => key === 'layer cities')?.heading).toBe('Ground')
    expect(keys.indexOf('layer neighbouring-countries')).toBeLessThan(keys.indexOf('layer governorates'))
    await desk.panel.getByRole('switch', { name: 'Number of features behind each item' }).click()
    await desk.panel.getByRole('button', { name: 'As on the map' }).click()
    const after = await desk.savedElement('Legend')
    expect(after).toMatchObject({ changes: [], counts: true })
  })

  await test.step('what has no room is said', async () => {
    await desk.select('Legend')
    await desk.panel.getByRole('spinbutton', { name: 'Height in millimetres' }).fill('8')
    await expect(desk.panel.getByRole('list', { name: 'Not placed' })).toContainText('The legend has no room for')
    await desk.select('Legend')
    await page.keyboard.press('Control+z')
    await expect(desk.panel.getByRole('list', { name: 'Not placed' })).toHaveCount(0)
  })

  await test.step('names without a place are counted and listed, as an export reports them', async () => {
    const count = desk.panel.getByRole('button', { name: /^[\d,]+ names? ha(s|ve) no place$/ })
    await desk.select('Map')
    const scale = desk.panel.getByRole('textbox', { name: 'Scale of the frame' })
    await expect(count).toHaveCount(0)
    await scale.fill('1:30,000,000')
    await scale.press('Enter')
    await expect(count).toBeVisible()
    // In the field, Ctrl+Z takes back what was typed there.
    await desk.select('Map')
    await page.keyboard.press('Control+z')
    await expect(count).toHaveCount(0)
    await page.keyboard.press('Control+Shift+z')
    await count.click()
    const names = desk.panel.getByRole('list', { name: 'Names without a place' }).getByRole('button')
    await names.first().click()
    await expect(names.first()).toHaveAttribute('aria-pressed', 'true')
    await desk.saved()
    const { labelsNotPlaced, labelsCovered } = await reportOf(desk.path, join(userData, 'names.png'))
    expect((await names.allTextContents()).toSorted()).toEqual([...labelsNotPlaced, ...labelsCovered].map(inOneLine).toSorted())
    await page.keyboard.press('Control+z')
    await expect(count).toHaveCount(0)
  })

  await test.step('the arrow shows the north that is chosen, and says when it cannot', async () => {
    await desk.select('North arrow')
    const said = desk.panel.getByRole('list', { name: 'Not placed' })
    await desk.panel.getByRole('radio', { name: 'Magnetic' }).check({ force: true })
    // The map is older than the model of the magnetic field.
    await expect(said).toContainText('magnetic')
    await desk.panel.getByRole('textbox', { name: 'Date' }).fill('2026-06-01')
    await expect(said).toHaveCount(0)
    await desk.panel.getByRole('radio', { name: 'Grid' }).check({ force: true })
    await desk.panel.getByRole('switch', { name: 'Magnetic declination in words' }).click()
    expect(await desk.savedElement('North arrow')).toMatchObject({ north: 'grid', declination: true, date: '2026-06-01' })
  })

  await test.step('the source of a layer is what its file says, or what is typed', async () => {
    await desk.select('Credits')
    const inUse = desk.panel.getByRole('list', { name: 'Sources in use' })
    await expect(inUse).toContainText('SouthFront')
    const source = desk.panel.getByRole('group', { name: 'Sources of the layers' }).getByRole('textbox', { name: 'Coalition bases' })
    await source.fill('Ministry of Defence, list of 2020')
    await expect(inUse).toContainText('Ministry of Defence, list of 2020')
    await expect(inUse).not.toContainText('SouthFront')
    await source.fill('')
    await expect(inUse).toContainText('SouthFront')
  })

  await test.step('elements are added, and removed with a key', async () => {
    const rows = desk.list.getByRole('listitem')
    const length = await rows.count()
    await desk.panel.getByRole('button', { name: 'Add element' }).click()
    await page.getByRole('menuitem', { name: 'Text', exact: true }).click()
    await desk.panel.getByRole('textbox', { name: 'Text', exact: true }).fill('# حقائق\n- **K1** base')
    const text = (await desk.savedPage()).elements.at(-1)
    expect(text).toMatchObject({ type: 'text', text: '# حقائق\n- **K1** base' })
    await page.mouse.click(...(await desk.at('Text', [0.9, 0.5])))
    await page.keyboard.press('Delete')
    await expect(rows).toHaveCount(length)
  })

  await test.step('a map has several pages', async () => {
    await page.getByRole('button', { name: 'More for this page' }).click()
    await page.getByRole('menuitem', { name: 'Briefing 16:9' }).click()
    const tabs = page.getByRole('tablist', { name: 'Pages' })
    await expect(tabs.getByRole('tab', { name: 'Briefing 16:9', selected: true })).toBeVisible()
    await page.getByRole('button', { name: 'More for this page' }).click()
    await page.getByRole('menuitem', { name: 'Rename page' }).click()
    await page.getByRole('textbox', { name: 'Name of Briefing 16:9' }).fill('Slide')
    await page.keyboard.press('Enter')
    await expect(tabs.getByRole('tab')).toHaveText(['Map update', 'Slide'])
    expect((await desk.savedPage('Slide')).size).toMatchObject({ unit: 'px', width: 1920, height: 1080 })
    await tabs.getByRole('tab', { name: 'Map update' }).click()
    await page.getByRole('button', { name: 'More for this page' }).click()
    await page.getByRole('menuitem', { name: 'Remove page' }).click()
    await expect(tabs.getByRole('tab')).toHaveText(['Slide'])
    await page.keyboard.press('Control+z')
    await expect(tabs.getByRole('tab')).toHaveText(['Map update', 'Slide'])
  })
})

test('shows a page as it is exported', async ({ start, userData }, testInfo) => {
  test.slow()
  const app = await start()
  const { page } = app
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1500, 900))
  const desk = pageDesk(app, userData)
  await desk.open()
  // A page that is seen whole at 96 dots to the inch, pixel on pixel.
  await desk.panel.getByRole('combobox', { name: 'Page size' }).click()
  await page.getByRole('option', { name: /^A5/ }).click()
  await page.getByRole('button', { name: '%' }).click()
  await page.getByRole('region', { name: 'Page view' }).click({ position: { x: 6, y: 6 } })
  await desk.ready()
  const sheet = page.locator('[data-sheet]')
  const shown = PNG.sync.read(await sheet.screenshot({ path: testInfo.outputPath('shown.png') }))

  const path = join(userData, 'page.png')
  await answerSave(app, [path])
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('combobox', { name: 'Page', exact: true })).toContainText('Map update')
  const dpi = dialog.getByRole('spinbutton', { name: 'DPI' })
  const usual = await dpi.inputValue()
  for (const impossible of ['0', '-1', '100000']) {
    await dpi.fill(impossible)
    await dpi.press('Tab')
    await expect(dpi, `not ${impossible}`).toHaveValue(usual)
  }
  await dpi.fill('96')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText(/^Exported page.png/)).toBeVisible({ timeout: 30_000 })
  const exported = PNG.sync.read(await readFile(path))
  const [width, height] = [Math.min(shown.width, exported.width), Math.min(shown.height, exported.height)]
  expect(Math.abs(shown.width - exported.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(shown.height - exported.height)).toBeLessThanOrEqual(1)
  const difference = new PNG({ width, height })
  const different = pixelmatch(cut(shown, width, height), cut(exported, width, height), difference.data, width, height, { threshold: 0.1 })
  await writeFile(testInfo.outputPath('exported.png'), PNG.sync.write(exported))
  await writeFile(testInfo.outputPath('difference.png'), PNG.sync.write(difference))
  console.error(`preview and export: ${((different / width / height) * 100).toFixed(3)}% differ`)
  expect(different / width / height).toBeLessThan(maxDifferent)
})

/** What the program says of an export without a window. */
async function reportOf(path: string, out: string): Promise<ExportReport> {
  const words = [join(root, 'scripts', 'cartouche.mjs'), 'export', path, '--out', out, '--dpi', '30', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root })
  return JSON.parse(stdout) as ExportReport
}

const inOneLine = (name: string): string => name.replaceAll('\n', ' ')

function cut({ data, width: row }: PNG, width: number, height: number): Buffer {
  return Buffer.concat(Array.from({ length: height }, (_, y) => data.subarray(y * row * 4, (y * row + width) * 4)))
}
