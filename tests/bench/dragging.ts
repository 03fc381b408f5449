/** Drags elements of a page by a hand, and takes the time of each step. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startApp } from '../e2e/app.ts'
import { pageDesk } from '../e2e/page.ts'
import type { Timings } from './annotating.ts'
import { forgetFrames, seenFrames, settle, watchFrames, workedMs } from './frames.ts'
import { quantile } from './inTurn.ts'
import { layerOf, writeMap } from './ours.ts'

/** What is dragged, in this order. */
export const hands = ['legend', 'title', 'frame of the map', 'map in its frame'] as const
type Hand = (typeof hands)[number]

const elements: Record<Hand, string> = { legend: 'Legend', title: 'Title', 'frame of the map': 'Map', 'map in its frame': 'Map' }
const steps = 60

/** @param file of the layer; null for the demo @param folder what the program remembers is kept in a folder below it @param profiles a folder for CPU profiles, one for each hand; null for none */
export async function dragging(file: string | null, folder: string, profiles: string | null): Promise<Timings> {
  const userData = await mkdtemp(join(folder, 'user-'))
  const files = file === null ? [] : [await writeMap(userData, [layerOf(file)])]
  const app = await startApp({ files, userData })
  const timings: Timings = {}
  try {
    const { page } = app
    const cdp = await page.context().newCDPSession(page)
    if (profiles !== null) await cdp.send('Profiler.enable')
    // Time that the thread had, not time that went by: the same however busy the machine is.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const desk = pageDesk(app, userData)
    await page.getByRole('button', { name: 'Page', exact: true }).click()
    await page.getByRole('button', { name: 'Full bleed' }).first().click()
    await desk.ready()
    await page.evaluate(watchFrames)
    for (const hand of hands) {
      await desk.select(elements[hand])
      await settle(app)
      const [x, y] =
        hand === 'frame of the map' ? await gripOf() : await desk.at(elements[hand], hand === 'map in its frame' ? [0.5, 0.5] : [0.3, 0.3])
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 8, y + 8)
      await settle(app)
      await forgetFrames(app)
      if (profiles !== null) await cdp.send('Profiler.start')
      const before = await workedMs(cdp)
      for (let step = 1; step <= steps; step += 1) await page.mouse.move(x + 8 + 40 * Math.sin(step / 8), y + 8 + step / 2)
      await settle(app)
      const worked = (await workedMs(cdp)) - before
      if (profiles !== null) {
        const { profile } = await cdp.send('Profiler.stop')
        await writeFile(join(profiles, `${hand.replaceAll(' ', '-')}.cpuprofile`), JSON.stringify(profile))
      }
      const seen = (await seenFrames(app, 0)).filter(({ type }) => type === 'pointermove').map(({ paintedMs }) => paintedMs)
      timings[`${hand} p50`] = quantile(seen, 0.5)
      timings[`${hand} p95`] = quantile(seen, 0.95)
      timings[`${hand} work`] = worked / seen.length
      await page.mouse.up()
      await desk.ready()
      await page.keyboard.press('Control+z')
      await desk.ready()
    }
    return timings

    async function gripOf(): Promise<[number, number]> {
      const box = await page.locator('[data-grip]').boundingBox()
      if (box === null) throw new Error('The frame of the map has no grip.')
      return [box.x + box.width / 2, box.y + box.height / 2]
    }
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}
