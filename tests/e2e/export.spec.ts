/** Exports: the picture has its size, its resolution and its facts; a refusal is a sentence; the command line draws the same. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { PNG } from 'pngjs'
import type { Locator } from '@playwright/test'
import { type App, expect, test } from './app.ts'

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

test('writes a page as PNG in the size and resolution that were asked for', async ({ start, userData }) => {
  const app = await start()
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

test('writes a page as PDF with its exact size and its title', async ({ start, userData }) => {
  const app = await start()
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

test('refuses a picture that is larger than can be drawn, and writes nothing', async ({ start, userData }) => {
  const app = await start()
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
