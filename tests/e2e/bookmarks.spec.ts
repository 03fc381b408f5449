/** View bookmarks: kept, named, gone to, reordered, removed, undone, and saved with the map. */
import { annotateDesk } from './annotate.ts'
import { type App, expect, test } from './app.ts'
import { readFile } from 'node:fs/promises'

type Saved = { bookmarks: { name: string; view: { center: [number, number]; zoom: number } }[] }

const list = (app: App) => app.page.getByRole('list', { name: 'View bookmarks' })
const names = async (app: App): Promise<string[]> =>
  list(app)
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
const button = (app: App, name: string) => app.page.getByRole('button', { name, exact: true })

test('views are kept under names, gone to, reordered, removed, undone, and saved with the map', async ({ open, userData }) => {
  const app = await open()
  const { page } = app
  const desk = await annotateDesk(app, userData)
  await page.keyboard.press('ControlOrMeta+b')
  await expect.poll(() => names(app)).toEqual(['View 1'])
  const field = list(app).getByRole('textbox', { name: 'Name of bookmark 1' })
  await field.fill('العراق')
  await field.press('Enter')
  await expect.poll(() => names(app)).toEqual(['العراق'])
  await page.keyboard.press('Escape')
  await expect(list(app)).toBeHidden()

  await page.getByRole('application').focus()
  await button(app, 'Zoom In').click()
  await app.ready()
  await button(app, 'Zoom In').click()
  await expect(page.getByRole('contentinfo')).toContainText('8.3')
  await app.ready()
  await page.keyboard.press('ControlOrMeta+b')
  await expect.poll(() => names(app)).toEqual(['العراق', 'View 2'])

  await button(app, 'Move View 2 up').click()
  await expect.poll(() => names(app)).toEqual(['View 2', 'العراق'])
  await button(app, 'Go to العراق').click()
  await expect(page.getByRole('contentinfo')).toContainText('6.3')
  await button(app, 'Remove View 2').click()
  await expect.poll(() => names(app)).toEqual(['العراق'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: /^Undo move of View 2/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await desk.saved()
  const { bookmarks } = JSON.parse(await readFile(desk.path, 'utf8')) as Saved
  expect(bookmarks.map(({ name, view }) => [name, Math.round(view.zoom * 10) / 10])).toEqual([
    ['العراق', 6.3],
    ['View 2', 8.3],
  ])

  const again = await open({ files: [desk.path] })
  await again.page.keyboard.press('ControlOrMeta+Shift+b')
  await expect.poll(() => names(again)).toEqual(['العراق', 'View 2'])
  await button(again, 'Go to View 2').click()
  await expect(again.page.getByRole('contentinfo')).toContainText('8.3')
})
