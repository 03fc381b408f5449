/** Exports: the picture has its size, its resolution and its facts; a refusal is a sentence; the command line draws the same. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { PNG } from 'pngjs'
import type { Locator } from '@playwright/test'
import { type App, expect, test } from './app.ts'
import { answerOpen } from './systemDialogs.ts'

/** Of a preset: the demo's own page has a size of its own. */
async function choosePreset(app: App, dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Page', exact: true }).click()
  await app.page.getByRole('option', { name }).click()
}

async function chooseFile(app: App, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

test('writes a page as PNG in the size and resolution that were asked for', async ({ open, userData }) => {
  const app = await open()
  const path = join(userData, 'map.png')
  await chooseFile(app, path)
  await app.page.keyboard.press('Control+e')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await choosePreset(app, dialog, 'Briefing 16:9')
  await dialog.getByRole('combobox', { name: 'Page size' }).click()
  await app.page.getByRole('option', { name: 'A4' }).click()
  await dialog.getByRole('spinbutton', { name: 'DPI' }).fill('96')
  await expect(dialog).toContainText('1,123 × 794 pixels')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(app.page.getByText('Exported map.png, 1,123 × 794 pixels.')).toBeVisible({ timeout: 30_000 })

  const bytes = await readFile(path)
  const picture = PNG.sync.read(bytes)
  expect([picture.width, picture.height]).toEqual([1123, 794])
  // 96 dpi is 3780 pixels a metre.
  const density = bytes.indexOf('pHYs')
  expect(bytes.readUInt32BE(density + 4)).toBe(3780)
  expect(bytes.includes('U.S.-led coalition military bases in Iraq')).toBe(true)
  const colors = new Set<number>()
  for (let i = 0; i < picture.data.length; i += 4) colors.add(picture.data.readUIntBE(i, 3))
  expect(colors.size, 'a map, not a blank sheet').toBeGreaterThan(500)
  expect(colors.has(0xa50026), 'a base that is held').toBe(true)
  const lastRow = picture.data.subarray(picture.data.length - picture.width * 4)
  const opaque = lastRow.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)
  expect(opaque, 'the page reaches its last row').toBe(true)
})

test('writes a page as PDF with its exact size and its title', async ({ open, userData }) => {
  const app = await open()
  const path = join(userData, 'map.pdf')
  await chooseFile(app, path)
  await app.page.keyboard.press('Control+e')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await choosePreset(app, dialog, 'Plain figure')
  await dialog.getByRole('radio', { name: 'PDF' }).click()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(app.page.getByText('Exported map.pdf, 297 × 210 mm.')).toBeVisible({ timeout: 30_000 })

  const pdf = await PDFDocument.load(await readFile(path))
  expect(pdf.getPageCount()).toBe(1)
  const { width, height } = pdf.getPage(0).getSize()
  expect((width / 72) * 25.4).toBeCloseTo(297, 2)
  expect((height / 72) * 25.4).toBeCloseTo(210, 2)
  expect(pdf.getTitle()).toBe('U.S.-led coalition military bases in Iraq')
})

test('refuses a picture that is larger than can be drawn, and writes nothing', async ({ open, userData }) => {
  const app = await open()
  const path = join(userData, 'huge.png')
  await chooseFile(app, path)
  await app.page.keyboard.press('Control+e')
  const dialog = app.page.getByRole('dialog', { name: 'Export' })
  await choosePreset(app, dialog, 'Briefing 16:9')
  await dialog.getByRole('combobox', { name: 'Page size' }).click()
  await app.page.getByRole('option', { name: 'A0' }).click()
  await dialog.getByRole('spinbutton', { name: 'DPI' }).fill('1200')
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog.getByRole('alert')).toContainText('at most 32,767 on a side', { timeout: 30_000 })
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('writes several formats in one go, writes them again, and copies a picture', async ({ start, userData }) => {
  test.slow()
  const app = await start()
  const { page } = app
  const folder = await mkdtemp(join(userData, 'out-'))
  await answerOpen(app, [folder])
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await choosePreset(app, dialog, 'Plain figure')

  await test.step('as wide as was asked for, with a world file, and as PDF', async () => {
    await dialog.getByRole('group', { name: 'Also as' }).getByRole('checkbox', { name: 'PDF' }).check()
    await dialog.getByRole('spinbutton', { name: 'Width in pixels' }).fill('700')
    await dialog.getByRole('checkbox', { name: 'World file for GIS programs' }).check()
    await expect(dialog).toContainText('2 files, into a folder')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText(/^Exported 2 files/)).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('button', { name: 'Reveal in folder' })).toBeVisible()
    const files = (await readdir(folder)).map((name) => name.slice(name.indexOf('.', name.length - 12)))
    expect(files.toSorted()).toEqual(['.pdf', '.pgw', '.png', '.png.aux.xml'])
  })

  const picture = (await readdir(folder)).find((name) => name.endsWith('.png')) ?? ''
  await test.step('again to the same files, without asking', async () => {
    expect(PNG.sync.read(await readFile(join(folder, picture))).width).toBe(700)
    for (const name of await readdir(folder)) await rm(join(folder, name))
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.keyboard.press('Control+Shift+E')
    await expect(page.getByText(/^Exported 2 files/)).toBeVisible({ timeout: 40_000 })
    expect(PNG.sync.read(await readFile(join(folder, picture))).width).toBe(700)
  })

  await test.step('a picture of the page is on the clipboard', async () => {
    await page.keyboard.press('Control+Shift+C')
    await expect(page.getByText('Copied a picture of Map update.')).toBeVisible({ timeout: 40_000 })
    const copied = await app.electron.evaluate(({ clipboard }) => {
      const image = clipboard.readImage()
      const colors = new Set<number>()
      const pixels = image.toBitmap()
      for (let i = 0; i < pixels.length; i += 4) colors.add(pixels.readUIntLE(i, 3))
      return { ...image.getSize(), colors: colors.size }
    })
    // A3 at 150 dpi.
    expect(copied).toMatchObject({ width: 2480, height: 1754 })
    expect(copied.colors).toBeGreaterThan(500)
  })
})
