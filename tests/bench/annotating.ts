/**
 * How quickly a map with annotations answers: from the pointer's or the keyboard's event to the frame that shows it, what the window's main thread works for
 * it, and from a change to the journal that holds it on disk.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { CDPSession } from '@playwright/test'
import { formatDocument } from '../../electron/services/documentFile.ts'
import { type App, startApp } from '../e2e/app.ts'
import { placeOnMap } from '../e2e/projection.ts'
import { annotatedMap, held } from './annotatedMap.ts'
import { quantile } from './inTurn.ts'
import { type Answer, answersOf, startTrace, stopTrace } from './mainThread.ts'

/** Milliseconds, by figure: `select painted p50`. */
export type Timings = Record<string, number>

/** How often each is done. */
const repeats = 24
const letters = ' as of September'
/** What follows a change has begun after so long: the journal waits for 150 ms, the names of others for 400 ms. */
const restMs = 700

/** What is done, in this order, and the event that it begins with. */
export const phases = {
  select: 'pointerup',
  drag: 'pointermove',
  drop: 'pointerup',
  'type label': 'keydown',
  'type note': 'keydown',
  'type source': 'keydown',
} as const
export type Phase = keyof typeof phases

type Measuring = {
  app: App
  cdp: CDPSession
  /** A folder for CPU profiles of the window, one for each phase; null for none. */
  profiles: string | null
  timings: Timings
}

/** @param folder what the program remembers is kept in a folder below it @param profiles see `Measuring` */
export async function annotating(count: number, folder: string, profiles: string | null): Promise<Timings> {
  return inWindow(folder, annotatedMap(count), profiles, async (measuring) => {
    await measuring.app.electron.evaluate(watchSyncs)
    await pointing(measuring)
    await typing(measuring)
  })
}

/** The least that anything can cost: one word in the window is another one at each event. */
export async function changingOneWord(folder: string): Promise<Timings> {
  return inWindow(folder, annotatedMap(1), null, async (measuring) => {
    const { page } = measuring.app
    await page.evaluate(changeOneWord)
    await page.mouse.move(100, 100)
    for (const [phase, type] of Object.entries(phases) as [Phase, string][])
      await measured(measuring, phase, async () => {
        for (let nth = 0; nth < repeats; nth += 1) {
          if (type === 'keydown') await page.keyboard.press('Pause')
          else if (type === 'pointermove') await page.mouse.move(100 + nth, 100)
          else await clickThere(measuring.app)
          await rest(measuring.app, 100)
        }
      })
  })
}

async function inWindow(
  folder: string,
  document: Parameters<typeof formatDocument>[0],
  profiles: string | null,
  act: (measuring: Measuring) => Promise<void>,
): Promise<Timings> {
  const userData = await mkdtemp(join(folder, 'user-'))
  const path = join(userData, 'many.cartouche')
  await writeFile(path, formatDocument(document))
  const app = await startApp({ files: [path], userData })
  try {
    const cdp = await app.page.context().newCDPSession(app.page)
    if (profiles !== null) await cdp.send('Profiler.enable')
    await app.page.evaluate(markEvents)
    const measuring: Measuring = { app, cdp, profiles, timings: {} }
    await act(measuring)
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
  const clickAt = async (x: number, y: number): Promise<void> => {
    await page.mouse.move(x, y)
    await rest(app, 100)
    await clickThere(app)
    await rest(app, restMs)
  }
  const aside = await emptyPlace(app)
  await clickAt(...(await at()))
  await panel.waitFor()
  await clickAt(...aside)
  await measured(measuring, 'select', async () => {
    for (let nth = 0; nth < repeats; nth += 1) await clickAt(...(nth % 2 === 0 ? await at() : aside))
  })
  await clickAt(...(await at()))
  await panel.waitFor()
  await measured(measuring, 'drag', async () => {
    const [x, y] = await at()
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + 20 * Math.sin(step / 5), y + step / 6)
    await page.mouse.move(x, y)
    await page.mouse.up()
  })
  await measured(measuring, 'drop', async () => {
    for (let nth = 0; nth < repeats; nth += 1) {
      const [x, y] = await at()
      // To and fro: every other time it lies aside.
      const [from, by] = nth % 2 === 0 ? [0, 12] : [12, -12]
      await page.mouse.move(x + from, y)
      await page.mouse.down()
      await page.mouse.move(x + from + by / 2, y)
      await page.mouse.move(x + from + by, y)
      await rest(app, 100)
      await page.mouse.up()
      await rest(app, restMs)
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
    await rest(app, restMs)
    await measured(measuring, phase, async () => {
      for (const letter of letters) {
        await app.page.keyboard.press(letter)
        await rest(app, restMs)
      }
    })
  }
  const waits: number[] = []
  for (let nth = 0; nth < repeats; nth += 1) {
    await app.page.keyboard.press('x')
    const at = await app.page.evaluate(() => (window as unknown as { benchLastMs: number }).benchLastMs)
    waits.push((await syncAfter(app, at)) - at)
    await rest(app, 100)
  }
  keep(measuring.timings, 'journal', waits)
}

async function measured({ app, cdp, profiles, timings }: Measuring, phase: Phase, act: () => Promise<void>): Promise<void> {
  if (profiles !== null) await cdp.send('Profiler.start')
  await startTrace(app.electron)
  await act()
  await rest(app, restMs)
  const answers = answersOf(await stopTrace(app.electron), phases[phase])
  if (profiles !== null) {
    const { profile } = await cdp.send('Profiler.stop')
    await writeFile(join(profiles, `${phase.replaceAll(' ', '-')}.cpuprofile`), JSON.stringify(profile))
  }
  const of = (figure: keyof Answer): number[] => answers.map((answer) => answer[figure])
  keep(timings, `${phase} painted`, of('paintedMs'))
  keep(timings, `${phase} first`, of('firstMs'))
  keep(timings, `${phase} longest`, of('longestMs'))
  keep(timings, `${phase} all`, of('allMs'))
}

function keep(timings: Timings, figure: string, milliseconds: readonly number[]): void {
  timings[`${figure} p50`] = quantile(milliseconds, 0.5)
  timings[`${figure} p95`] = quantile(milliseconds, 0.95)
}

/** Runs in the page. The message after a frame's last callback comes when the frame was painted. */
function markEvents(): void {
  for (const type of ['pointerup', 'pointermove', 'keydown']) {
    window.addEventListener(
      type,
      ({ timeStamp }) => {
        performance.mark(`bench ${type}`)
        ;(window as unknown as { benchLastMs: number }).benchLastMs = performance.timeOrigin + timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => performance.mark('bench painted'))
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  }
}

/** Runs in the page. */
function changeOneWord(): void {
  const word = document.createElement('div')
  word.setAttribute('style', 'position: fixed; inset: 0; z-index: 1000')
  let count = 0
  for (const type of ['pointerup', 'pointermove', 'keydown'])
    window.addEventListener(type, (event) => {
      event.stopPropagation()
      word.textContent = String((count += 1))
    })
  document.body.append(word)
}

async function clickThere({ page }: App): Promise<void> {
  await page.mouse.down()
  await page.mouse.up()
}

/** Lets the window come to rest, without asking it, and marks that it has. */
async function rest({ page }: App, forMs: number): Promise<void> {
  await after(forMs)
  await page.evaluate(() => void performance.mark('bench quiet'))
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

/** Where a click selects nothing: far from all annotations, in the map's corner. */
async function emptyPlace(app: App): Promise<[number, number]> {
  const box = await app.map.boundingBox()
  return [(box?.x ?? 0) + 24, (box?.y ?? 0) + 24]
}
