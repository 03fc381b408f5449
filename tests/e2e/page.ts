/** Page mode as a hand uses it: the paper, what is on it, and what the saved file has of it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page as MapPage, PageElement } from '../../electron/contract/page.ts'
import type { MapDocument } from '../../electron/contract/document.ts'
import { type App, expect } from './app.ts'
import { answerSave } from './systemDialogs.ts'

export type PageDesk = {
  panel: ReturnType<App['page']['getByRole']>
  list: ReturnType<App['page']['getByRole']>
  open(): Promise<void>
  /** Waits until the page is drawn. */
  ready(): Promise<void>
  select(name: string): Promise<void>
  /** In CSS pixels of the window. @param at parts of the width and height of an element */
  at(name: string, at?: readonly [number, number]): Promise<[number, number]>
  /** From one point to another, by the way. */
  drag(from: readonly [number, number], by: readonly [number, number]): Promise<void>
  /** Saves, and reads what is in the file. */
  saved(): Promise<MapDocument>
  savedPage(name?: string): Promise<MapPage>
  savedElement(name: string): Promise<PageElement>
  path: string
}

export function pageDesk(app: App, folder: string): PageDesk {
  const { page } = app
  const panel = page.getByRole('region', { name: 'Page', exact: true })
  const list = panel.getByRole('list', { name: 'Page elements' })
  const path = join(folder, 'page.cartouche')
  let isSaved = false
  const ready = async (): Promise<void> => {
    await expect(page.locator('html')).toHaveAttribute('data-page', 'ready', { timeout: 30_000 })
  }
  const saved = async (): Promise<MapDocument> => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    if (!isSaved) {
      await answerSave(app, [path])
      await page.keyboard.press('Control+Shift+S')
      isSaved = true
    } else if ((await page.title()).startsWith('●')) await page.keyboard.press('Control+S')
    await expect.poll(() => page.title()).not.toMatch(/^●/)
    return JSON.parse(await readFile(path, 'utf8')) as MapDocument
  }
  const savedPage = async (name?: string): Promise<MapPage> => {
    const { pages } = await saved()
    const found = name === undefined ? pages[0] : pages.find((one) => one.name === name)
    if (found === undefined) throw new Error(`The file has no page ${name}.`)
    return found
  }
  return {
    panel,
    list,
    ready,
    open: async () => {
      await page.getByRole('button', { name: 'Page', exact: true }).click()
      await ready()
    },
    select: async (name) => list.getByRole('button', { name, exact: true }).click(),
    at: async (name, [x, y] = [0.5, 0.5]) => {
      const target = page.getByRole('group', { name: 'Elements on the page' }).getByRole('button', { name: new RegExp(`^${name}(,|$)`) })
      const box = await target.boundingBox()
      if (box === null) throw new Error(`${name} is not on the page.`)
      return [box.x + box.width * x, box.y + box.height * y]
    },
    drag: async ([x, y], [dx, dy]) => {
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 })
      await page.mouse.move(x + dx, y + dy, { steps: 3 })
      await page.mouse.up()
    },
    saved,
    savedPage,
    savedElement: async (name) => {
      const found = (await savedPage()).elements.find((element) => element.name === name)
      if (found === undefined) throw new Error(`The page has no ${name}.`)
      return found
    },
    path,
  }
}
