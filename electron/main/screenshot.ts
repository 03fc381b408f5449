/** `--screenshot=FILE`: waits until the map says that it is complete, writes a picture of the window and ends the program. */
import { app, type BrowserWindow } from 'electron'
import { setTimeout as wait } from 'node:timers/promises'
import { writeDurably } from '../services/durableFile.ts'

const pollMs = 50
/** The picture must hold still this long: a layer that is still being read makes the map busy again. */
const stillMs = 400
const patienceMs = 90_000

export async function takeScreenshot(window: BrowserWindow, path: string): Promise<void> {
  const complete = await mapIsComplete(window)
  if (!complete) {
    console.error('The map was not complete after 90 seconds; no picture was written.')
    app.exit(1)
    return
  }
  const picture = await window.webContents.capturePage()
  try {
    await writeDurably(path, picture.toPNG())
  } catch (error) {
    console.error(`The picture could not be written to ${path}: ${error instanceof Error ? error.message : String(error)}`)
    app.exit(1)
    return
  }
  app.exit(0)
}

async function mapIsComplete(window: BrowserWindow): Promise<boolean> {
  const start = Date.now()
  let readySince: number | null = null
  while (Date.now() - start < patienceMs) {
    const state: unknown = await window.webContents.executeJavaScript('document.documentElement.dataset.map')
    if (state !== 'ready') readySince = null
    else readySince ??= Date.now()
    if (readySince !== null && Date.now() - readySince >= stillMs) return true
    await wait(pollMs)
  }
  return false
}
