/**
 * How quickly a map with many annotations answers: from the pointer's or the keyboard's event to the frame that shows it, and from a change to the journal that
 * holds it.
 *
 *     node tests/bench/annotate.ts [COUNT] [--profile FILE]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from '@playwright/test'
import { formatDocument } from '../../electron/services/documentFile.ts'
import { type App, startApp } from '../e2e/app.ts'
import { placeOnMap } from '../e2e/projection.ts'
import { annotatedMap, held } from './annotatedMap.ts'

export type Timing = { what: string; count: number; medianMs: number; p95Ms: number; mostMs: number }

const repeats = 24

export async function benchAnnotate(count = 5_000, profile?: string): Promise<Timing[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cartouche-bench-'))
  const path = join(folder, 'many.cartouche')
  await writeFile(path, formatDocument(annotatedMap(count)))
  const app = await startApp({ files: [path], userData: folder })
  try {
    return await measure(app, profile)
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function measure(app: App, profile: string | undefined): Promise<Timing[]> {
  const { page } = app
  await page.evaluate(watch)
  const cdp = await page.context().newCDPSession(page)
  if (profile !== undefined) await cdp.send('Profiler.enable')
  const at = async (): Promise<[number, number]> => {
    const box = await app.map.boundingBox()
    const { x, y } = await placeOnMap(app, held.at)
    return [(box?.x ?? 0) + x, (box?.y ?? 0) + y]
  }
  const timings: Timing[] = []
  const phase = async (what: string, types: string[], act: () => Promise<void>): Promise<void> => {
    await page.evaluate(() => (window as unknown as Watched).benchTimes.splice(0))
    if (profile !== undefined) await cdp.send('Profiler.start')
    await act()
    await settle(app)
    if (profile !== undefined) await keepProfile(cdp, `${profile}-${what.replaceAll(' ', '-')}.cpuprofile`)
    const seen = await page.evaluate(() => (window as unknown as Watched).benchTimes.splice(0))
    timings.push(
      timingOf(
        what,
        seen.filter(({ type }) => types.includes(type)),
      ),
    )
  }

  await page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('toolbar', { name: 'Annotate' }).getByRole('button', { name: 'Snapping' }).click()
  const panel = page.getByRole('region', { name: 'Record' })
  await phase('select', ['pointerup'], async () => {
    for (let nth = 0; nth < repeats; nth += 1) {
      const [x, y] = await at()
      await page.mouse.click(x, y)
      await panel.waitFor()
      await settle(app)
      const [mapX, mapY] = await emptyPlace(app)
      await page.mouse.click(mapX, mapY)
      await settle(app)
    }
  })
  await page.mouse.click(...(await at()))
  await panel.waitFor()
  await settle(app)
  await phase('drag', ['pointermove'], async () => {
    const [x, y] = await at()
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + 20 * Math.sin(step / 5), y + step / 6)
    await page.mouse.move(x, y)
    await page.mouse.up()
  })
  await phase('drop', ['pointerup'], async () => {
    for (let nth = 0; nth < repeats; nth += 1) {
      const [x, y] = await at()
      const by = nth % 2 === 0 ? 12 : -12
      const from = nth % 2 === 0 ? 0 : 12
      await page.mouse.move(x + from, y)
      await page.mouse.down()
      await page.mouse.move(x + from + by / 2, y)
      await page.mouse.move(x + from + by, y)
      await page.mouse.up()
      await settle(app)
    }
  })
  for (const field of ['Label', 'Note', 'Source title']) {
    await panel.getByLabel(field, { exact: true }).click()
    await settle(app)
    await phase(`type ${field}`, ['keydown'], async () => {
      await page.keyboard.press('End')
      for (const letter of ' as of September') {
        await page.keyboard.press(letter)
        await settle(app)
      }
    })
  }
  return timings
}

type Watched = { benchTimes: { type: string; paintedMs: number }[] }

/** Runs in the page. The message after a frame's last callback comes when the frame was painted. */
function watch(): void {
  const times: Watched['benchTimes'] = []
  ;(window as unknown as Watched).benchTimes = times
  for (const type of ['pointerup', 'pointermove', 'keydown']) {
    window.addEventListener(
      type,
      (event) => {
        const began = event.timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => times.push({ type, paintedMs: performance.now() - began }))
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  }
}

/** Until the window has nothing to do for a moment. */
async function settle(app: App): Promise<void> {
  await app.page.evaluate(async () => {
    for (let quiet = 0; quiet < 6;) {
      const before = performance.now()
      await new Promise((done) => requestAnimationFrame(done))
      quiet = performance.now() - before < 24 ? quiet + 1 : 0
    }
  })
}

/** A place where a click selects nothing: far from all annotations, in the sea of the map's corner. */
async function emptyPlace(app: App): Promise<[number, number]> {
  const box = await app.map.boundingBox()
  return [(box?.x ?? 0) + 24, (box?.y ?? 0) + 24]
}

function timingOf(what: string, seen: Watched['benchTimes']): Timing {
  const sorted = seen.map(({ paintedMs }) => paintedMs).toSorted((a, b) => a - b)
  return {
    what,
    count: sorted.length,
    medianMs: at(sorted, 0.5),
    p95Ms: at(sorted, 0.95),
    mostMs: at(sorted, 1),
  }
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN) * 10) / 10

async function keepProfile(cdp: CDPSession, file: string): Promise<void> {
  const { profile } = await cdp.send('Profiler.stop')
  await writeFile(file, JSON.stringify(profile))
}

if (import.meta.main) {
  const [count = '5000', , profile] = process.argv.slice(2)
  for (const { what, ...figures } of await benchAnnotate(Number(count), profile)) console.log(what.padEnd(18), JSON.stringify(figures))
}
