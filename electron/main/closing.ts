/** How the window comes to its end: it is given time to put its state away, and to ask. A window that does not answer is closed all the same. */
import { app, type BrowserWindow } from 'electron'
import { send } from './ipc.ts'

/** How long the window may take to put its state away. */
const patienceMs = 3_000
/** A page that crashes again and again is left as it is. */
const maxReloads = 3
const withinMs = 60_000

export class Closing {
  readonly #window: BrowserWindow
  #allowed = false
  #isQuitting = false
  #patience: NodeJS.Timeout | undefined

  constructor(window: BrowserWindow) {
    this.#window = window
    // Quitting keeps everything for the next start; closing the window asks.
    app.on('before-quit', () => {
      this.#isQuitting = true
    })
    window.on('close', (event) => {
      if (this.#allowed || window.webContents.isCrashed()) return
      event.preventDefault()
      send(window, 'window.closing', { ask: !this.#isQuitting })
      clearTimeout(this.#patience)
      this.#patience = setTimeout(() => {
        if (!window.isDestroyed()) window.destroy()
      }, patienceMs).unref()
    })
    this.#reloadAfterCrash()
  }

  /** The window is asking its user. */
  hold(): void {
    clearTimeout(this.#patience)
  }

  /** There is nothing left to lose. */
  close(): void {
    this.#allowed = true
    this.#window.close()
  }

  /** The page begins again with what is in the journal. */
  #reloadAfterCrash(): void {
    let deaths: number[] = []
    this.#window.webContents.on('render-process-gone', (_event, { reason }) => {
      const now = Date.now()
      deaths = [...deaths.filter((at) => now - at < withinMs), now]
      if (reason === 'clean-exit' || deaths.length > maxReloads) return
      console.error(`[window] the page ended (${reason}) and is loaded again`)
      // Not while Chromium is still taking the old page apart.
      setImmediate(() => {
        if (!this.#window.isDestroyed()) this.#window.webContents.reload()
      })
    })
  }
}
