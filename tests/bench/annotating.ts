/**
 * How quickly a map with annotations answers: from the pointer's or the keyboard's event to the frame that shows it, and from a change to the journal that holds
 * it on disk.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession } from '@playwright/test'
import { formatDocument } from '../../electron/services/documentFile.ts'
import { type App, startApp } from '../e2e/app.ts'
import { placeOnMap } from '../e2e/projection.ts'
import { annotatedMap, held } from './annotatedMap.ts'
import { quantile } from './inTurn.ts'

/** Milliseconds, by figure: `select p50`, `select p95`, and `select work`, what the window's main thread worked for each. */
export type Timings = Record<string, number>

/** How often each is done. */
const repeats = 24

/** What is done, in this order. */
export const phases = ['select', 'drag', 'drop', 'type label', 'type note', 'type source', 'journal'] as const
type Phase = (typeof phases)[number]

type Measuring = {
  app: App
  cdp: CDPSession
  /** A folder for CPU profiles of the window, one for each phase; null for none. */
  profiles: string | null
  timings: Timings
}

/** @param folder what the program remembers is kept in a folder below it @param profiles see `Measuring` */
export async function annotating(count: number, folder: string, profiles: string | null): Promise<Timings> {
  const userData = await mkdtemp(join(folder, 'user-'))
  const path = join(userData, 'many.cartouche')
  await writeFile(path, formatDocument(annotatedMap(count)))
  const app = await startApp({ files: [path], userData })
  try {
    const cdp = await app.page.context().newCDPSession(app.page)
    if (profiles !== null) await cdp.send('Profiler.enable')
    // Time that the thread had, not time that went by: the same however busy the machine is.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const measuring: Measuring = { app, cdp, profiles, timings: {} }
    await app.page.evaluate(watchFrames)
    await app.electron.evaluate(watchSyncs)
    await pointing(measuring)
    await typing(measuring)
    return measuring.timings
  } finally {
    await app.close()
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function pointing(measuring: Measuring): Promise<void> {
  const { app } = measuring
  const { page } = app
  const at = async (): Promise<[number, number]> => {
    const box = await app.map.boundingBox()
    const { x, y } = await placeOnMap(app, held.at)
    return [(box?.x ?? 0) + x, (box?.y ?? 0) + y]
  }
  const strip = page.getByRole('toolbar', { name: 'Annotate' })
  await strip.getByRole('button', { name: 'Select', exact: true }).click()
  await strip.getByRole('button', { name: 'Snapping' }).click()
  const panel = page.getByRole('region', { name: 'Record' })
  await measured(measuring, 'select', ['pointerup'], async () => {
    for (let nth = 0; nth < repeats; nth += 1) {
      await page.mouse.click(...(await at()))
      await panel.waitFor()
      await settle(app)
      await page.mouse.click(...(await emptyPlace(app)))
      await settle(app)
    }
  })
  await page.mouse.click(...(await at()))
  await panel.waitFor()
  await settle(app)
  await measured(measuring, 'drag', ['pointermove'], async () => {
    const [x, y] = await at()
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + 20 * Math.sin(step / 5), y + step / 6)
    await page.mouse.move(x, y)
    await page.mouse.up()
  })
  await measured(measuring, 'drop', ['pointerup'], async () => {
    for (let nth = 0; nth < repeats; nth += 1) {
      const [x, y] = await at()
      const [from, by] = nth % 2 === 0 ? [0, 12] : [12, -12]
      await page.mouse.move(x + from, y)
      await page.mouse.down()
      await page.mouse.move(x + from + by / 2, y)
      await page.mouse.move(x + from + by, y)
      await page.mouse.up()
      await settle(app)
    }
  })
}

async function typing(measuring: Measuring): Promise<void> {
  const { app } = measuring
  const panel = app.page.getByRole('region', { name: 'Record' })
  const fields = { 'type label': 'Label', 'type note': 'Note', 'type source': 'Source title' } as const
  for (const [phase, field] of Object.entries(fields) as [Phase, string][]) {
    await panel.getByLabel(field, { exact: true }).click()
    await app.page.keyboard.press('End')
    await settle(app)
    await measured(measuring, phase, ['keydown'], async () => {
      for (const letter of ' as of September') {
        await app.page.keyboard.press(letter)
        await settle(app)
      }
    })
  }
  const waits: number[] = []
  for (let nth = 0; nth < repeats; nth += 1) {
    await forgetFrames(app)
    await app.page.keyboard.press('x')
    const [key] = await seenFrames(app, 1)
    waits.push((await syncAfter(app, key?.at ?? 0)) - (key?.at ?? 0))
    await settle(app)
  }
  keep(measuring, 'journal', waits)
}

async function measured(
  { app, cdp, profiles, timings }: Measuring,
  phase: Phase,
  types: string[],
  act: () => Promise<void>,
): Promise<void> {
  await forgetFrames(app)
  if (profiles !== null) await cdp.send('Profiler.start')
  const before = await workedMs(cdp)
  await act()
  await settle(app)
  const worked = (await workedMs(cdp)) - before
  if (profiles !== null) {
    const { profile } = await cdp.send('Profiler.stop')
    await writeFile(join(profiles, `${phase.replaceAll(' ', '-')}.cpuprofile`), JSON.stringify(profile))
  }
  const seen = (await seenFrames(app, 0)).filter(({ type }) => types.includes(type))
  keep(
    { timings },
    phase,
    seen.map(({ paintedMs }) => paintedMs),
  )
  timings[`${phase} work`] = worked / seen.length
}

/** What the window's main thread has worked so far. */
export async function workedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

function keep({ timings }: Pick<Measuring, 'timings'>, phase: Phase, milliseconds: readonly number[]): void {
  timings[`${phase} p50`] = quantile(milliseconds, 0.5)
  timings[`${phase} p95`] = quantile(milliseconds, 0.95)
}

/** `at` is when the event was made, in milliseconds of the clock. */
type Frame = { type: string; at: number; paintedMs: number }
type Watched = { benchFrames: Frame[] }

/** Runs in the page. The message after a frame's last callback comes when the frame was painted. */
export function watchFrames(): void {
  const frames: Frame[] = []
  ;(window as unknown as Watched).benchFrames = frames
  for (const type of ['pointerup', 'pointermove', 'keydown']) {
    window.addEventListener(
      type,
      (event) => {
        const began = event.timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () =>
            frames.push({ type, at: performance.timeOrigin + began, paintedMs: performance.now() - began }),
          )
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  }
}

export const forgetFrames = async (app: App): Promise<void> =>
  app.page.evaluate(() => {
    ;(window as unknown as Watched).benchFrames.splice(0)
  })

/** @param least waits for so many */
export async function seenFrames(app: App, least: number): Promise<Frame[]> {
  await app.page.waitForFunction((count) => (window as unknown as Watched).benchFrames.length >= count, least)
  return app.page.evaluate(() => (window as unknown as Watched).benchFrames.slice())
}

type Syncing = { benchSyncs?: number[] }

/** Runs in main: notes when each sync of a file's contents was over, as the journal asks for it. */
async function watchSyncs(): Promise<void> {
  const { open } = process.getBuiltinModule('node:fs/promises')
  const file = await open(process.execPath)
  const shape = Object.getPrototypeOf(file) as { datasync: () => Promise<void> }
  await file.close()
  const syncs: number[] = []
  ;(globalThis as Syncing).benchSyncs = syncs
  const { datasync } = shape
  shape.datasync = async function (this: unknown) {
    await datasync.call(this)
    syncs.push(performance.timeOrigin + performance.now())
  }
}

/** When the first sync after a moment was over. */
async function syncAfter(app: App, moment: number): Promise<number> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const found = await app.electron.evaluate((_, since) => (globalThis as Syncing).benchSyncs?.find((at) => at > since) ?? null, moment)
    if (found !== null) return found
  }
  throw new Error('The journal was not synced within 20 seconds.')
}

/** Until the window has nothing to do for a moment. */
export async function settle(app: App): Promise<void> {
  await app.page.evaluate(async () => {
    for (let quiet = 0; quiet < 6;) {
      const before = performance.now()
      await new Promise((done) => requestAnimationFrame(done))
      quiet = performance.now() - before < 24 ? quiet + 1 : 0
    }
  })
}

/** Where a click selects nothing: far from all annotations, in the map's corner. */
async function emptyPlace(app: App): Promise<[number, number]> {
  const box = await app.map.boundingBox()
  return [(box?.x ?? 0) + 24, (box?.y ?? 0) + 24]
}
