/** How long a window leaves its user waiting: it is called every few milliseconds, and it is noted when it answers late. An idle process beside it tells what of that is the machine's doing. */
import type { Page } from '@playwright/test'

const everyMs = 10

/** A time without an answer, in milliseconds of the clock. */
type Silence = { from: number; to: number }

declare global {
  interface Window {
    silences?: Silence[]
  }
}

export type Heartbeat = {
  /** @returns the longest time without an answer, in milliseconds, what an idle process went without at the same time taken off */
  worst(): Promise<number>
}

/** @param page begins to be listened to */
export async function listen(page: Page): Promise<Heartbeat> {
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
  const idle: Silence[] = []
  let before = performance.timeOrigin + performance.now()
  const beating = setInterval(() => {
    const now = performance.timeOrigin + performance.now()
    if (now - before > 3 * everyMs) idle.push({ from: before, to: now })
    before = now
  }, everyMs)
  return {
    worst: async () => {
      const silences = (await page.evaluate(() => window.silences)) ?? []
      clearInterval(beating)
      return Math.max(0, ...silences.map((one) => unexplained(one, idle)))
    },
  }
}

/** What of a silence no other silence covers. */
export function unexplained({ from, to }: Silence, others: readonly Silence[]): number {
  const shared = others.map((other) => Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)))
  return to - from - shared.reduce((sum, one) => sum + one, 0)
}
