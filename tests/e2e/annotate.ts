/** Drawing on the map as a hand does it, and the annotations as the saved file has them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation } from '../../electron/contract/annotation.ts'
import { type App, expect } from './app.ts'
import { placeOnMap, type View } from './projection.ts'
import { answerSave } from './systemDialogs.ts'

export type Place = readonly [lon: number, lat: number]

export type Desk = {
  take(tool: string): Promise<void>
  /** In CSS pixels of the window, where the map shows a place now. */
  at(place: Place): Promise<readonly [number, number]>
  click(place: Place): Promise<void>
  doubleClick(place: Place): Promise<void>
  /** From one place to another, by way of the places between. */
  drag(...places: Place[]): Promise<void>
  /** @param by CSS pixels */
  dragBy(from: Place, by: readonly [number, number]): Promise<void>
  /** Saves, and reads what is in the file. */
  saved(): Promise<Annotation[]>
  path: string
}

/** @param view what the map shows */
export async function annotateDesk(app: App, folder: string, view?: View): Promise<Desk> {
  const { page } = app
  const path = join(folder, 'drawn.cartouche')
  const strip = page.getByRole('toolbar', { name: 'Annotate' })
  const at = async (place: Place): Promise<readonly [number, number]> => {
    const box = await app.map.boundingBox()
    const { x, y } = await placeOnMap(app, place, view)
    return [(box?.x ?? 0) + x, (box?.y ?? 0) + y]
  }
  let isSaved = false
  return {
    path,
    at,
    take: async (tool) => {
      const button = strip.getByRole('button', { name: tool, exact: true })
      if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    },
    click: async (place) => page.mouse.click(...(await at(place))),
    doubleClick: async (place) => page.mouse.dblclick(...(await at(place))),
    drag: async (first, ...rest) => {
      if (first === undefined) return
      await page.mouse.move(...(await at(first)))
      await page.mouse.down()
      for (const place of rest) await page.mouse.move(...(await at(place)), { steps: 6 })
      await page.mouse.up()
    },
    dragBy: async (from, [x, y]) => {
      const [startX, startY] = await at(from)
      await page.mouse.move(startX, startY)
      await page.mouse.down()
      await page.mouse.move(startX + x / 2, startY + y / 2, { steps: 3 })
      await page.mouse.move(startX + x, startY + y, { steps: 3 })
      await page.mouse.up()
    },
    saved: async () => {
      // The title says that something is unsaved a frame after it was done.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      if (!isSaved) {
        await answerSave(app, [path])
        await page.keyboard.press('Control+Shift+S')
        isSaved = true
      } else if ((await page.title()).startsWith('●')) await page.keyboard.press('Control+S')
      await expect.poll(() => page.title()).not.toMatch(/^●/)
      return (JSON.parse(await readFile(path, 'utf8')) as { annotations: Annotation[] }).annotations
    },
  }
}
