/** A window with a map in it, ours or a peer's, as the benches see it. */
import type { ElectronApplication, Page } from '@playwright/test'
import { extent } from './generate.ts'

/** Where every map begins: all of the generated features, and little else. */
export const overview = { center: [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2] as [number, number], zoom: 6.5 }

export type Size = { width: number; height: number }

export interface MapWindow {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Of the element that takes pointer and wheel. */
  readonly map: string
  /** Shows a file. @returns milliseconds from asking for it to the complete picture; null when the window did not survive it */
  open(file: string): Promise<number | null>
  /** Asks what is at a place of the map. @param at in CSS pixels @returns milliseconds */
  identify(at: { x: number; y: number }): Promise<number>
  close(): Promise<void>
}

export type Memory = { peakMb: number; nowMb: number }

/** Memory that is resident, of a window's own process or of a service by its name; null when it does not run. */
export async function memoryOf({ electron }: Pick<MapWindow, 'electron'>, service: string | null): Promise<Memory | null> {
  const found = await electron.evaluate(({ app, BrowserWindow }, name) => {
    const pid = name === null ? BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() : undefined
    const metric = app.getAppMetrics().find((one) => (name === null ? one.pid === pid : one.name === name))
    // Of Electron, in kilobytes.
    return metric === undefined ? null : { peak: metric.memory.peakWorkingSetSize, now: metric.memory.workingSetSize }
  }, service)
  return found === null ? null : { peakMb: (found.peak * 1024) / 1e6, nowMb: (found.now * 1024) / 1e6 }
}
