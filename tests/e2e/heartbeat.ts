/**
 * How long a window leaves its user waiting: it is called every few milliseconds, and it is noted when it answers late. A machine that does other work as well
 * makes everybody wait; that is taken off, as the system (on Linux) counts it.
 */
import { readFileSync } from 'node:fs'
import type { App } from './app.ts'

const everyMs = 10

/** A time without an answer, in milliseconds of the clock. */
export type Silence = { from: number; to: number }

/** How long the window's main thread had been waiting for a processor, in milliseconds, at a time of the clock. */
export type Waited = { at: number; waitedMs: number }

declare global {
  interface Window {
    silences?: Silence[]
  }
}

export type Heartbeat = {
  /** @returns the longest time without an answer, in milliseconds, what the window waited for a processor taken off; and that of the clock */
  worst(): Promise<{ ownMs: number; clockMs: number }>
}

/** Begins to listen to the window of a program. */
export async function listen({ electron, page }: Pick<App, 'electron' | 'page'>): Promise<Heartbeat> {
  const pid = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)
  await page.evaluate((every) => {
    const silences: Silence[] = []
    window.silences = silences
    let before = performance.timeOrigin + performance.now()
    setInterval(() => {
      const now = performance.timeOrigin + performance.now()
      if (now - before > 3 * every) silences.push({ from: before, to: now })
      before = now
    }, every)
  }, everyMs)
  const waited: Waited[] = []
  const look = (): void => void waited.push({ at: performance.timeOrigin + performance.now(), waitedMs: waitedMs(pid) })
  look()
  const looking = setInterval(look, everyMs)
  return {
    worst: async () => {
      const silences = (await page.evaluate(() => window.silences)) ?? []
      clearInterval(looking)
      look()
      return {
        ownMs: Math.max(0, ...silences.map((silence) => ownPart(silence, waited))),
        clockMs: Math.max(0, ...silences.map(({ from, to }) => to - from)),
      }
    },
  }
}

/** Of a process's main thread: the second number of `schedstat` is nanoseconds of waiting for a processor (Linux, Documentation/scheduler/sched-stats.rst). */
function waitedMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

/** What of a silence was not spent waiting for a processor. @param waited in the order of time */
export function ownPart({ from, to }: Silence, waited: readonly Waited[]): number {
  const before = waited.findLast(({ at }) => at <= from)?.waitedMs ?? 0
  const after = waited.find(({ at }) => at >= to)?.waitedMs ?? waited.at(-1)?.waitedMs ?? 0
  return Math.max(0, to - from - (after - before))
}
