/** Notes in a window when the frame is painted that shows what the pointer or the keyboard did. */
import type { CDPSession } from '@playwright/test'
import type { App } from '../e2e/app.ts'

/** What the window's main thread has worked so far. */
export async function workedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
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
