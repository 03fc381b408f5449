/** Draws pages in a window that nobody sees, with the same code and the same locks as the one that everybody sees. */
import { BrowserWindow } from 'electron'
import { exportAddress } from '../../contract/addresses.ts'
import type { Delivery, ExportMap, ExportSettings } from '../../contract/export.ts'
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import type { Sink } from '../../services/pendingExport.ts'
import { PictureWriter } from '../../services/picture/pictureWriter.ts'
import { webPreferences } from '../lockdown.ts'
import { preloadFile } from '../paths.ts'
import { Desk } from './desk.ts'

/**
 * Draws a page.
 *
 * @param sink takes the file's bytes
 * @param onProgress hears the share of the work that is done, 0 to 1
 * @returns what was drawn, when all of it is in the sink
 * @throws RefusalError when the page cannot be drawn or written
 * @throws CancelledError
 */
export type DrawPage = (settings: ExportSettings, sink: Sink, onProgress?: (done: number) => void) => Promise<Delivery>

const mmPerInch = 25.4

export class Exporter {
  readonly #desks = new Map<number, Desk>()
  readonly #prepare: (window: BrowserWindow) => void

  /** @param prepare opens main's door to the window's calls */
  constructor(prepare: (window: BrowserWindow) => void) {
    this.#prepare = prepare
  }

  /** What a hidden window draws for. @throws RefusalError for any other window */
  deskOf(window: BrowserWindow): Desk {
    const desk = this.#desks.get(window.id)
    if (desk === undefined) throw new RefusalError({ message: 'There is nothing to export in this window.' })
    return desk
  }

  /**
   * Opens a hidden window for pages of a map: what they have in common, the window, the fonts, the layers and the drawing of a page in several formats, is made once.
   *
   * @param work draws pages, one after the other
   * @param signal destroys the window and ends the work
   */
  async drawing<T>(map: ExportMap, work: (draw: DrawPage) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const window = new BrowserWindow({
      show: false,
      width: 800,
      height: 600,
      webPreferences: { ...webPreferences(preloadFile()), offscreen: false },
    })
    const { id } = window
    const desk = new Desk(map)
    const abort = (): void => desk.break(new CancelledError())
    try {
      this.#desks.set(id, desk)
      this.#prepare(window)
      if (signal?.aborted === true) abort()
      signal?.addEventListener('abort', abort, { once: true })
      window.webContents.on('render-process-gone', () =>
        desk.break(
          new RefusalError({
            message: 'Drawing the page took more memory than there is.',
            advice: 'Choose fewer pixels to the inch or a smaller page.',
          }),
        ),
      )
      window.loadURL(exportAddress).catch((error: unknown) => desk.break(error instanceof Error ? error : new Error(String(error))))
      return await work(async (settings, sink, onProgress = () => undefined) => drawPage(window, desk, settings, sink, onProgress))
    } finally {
      signal?.removeEventListener('abort', abort)
      this.#desks.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }
}

async function drawPage(
  window: BrowserWindow,
  desk: Desk,
  settings: ExportSettings,
  sink: Sink,
  onProgress: (done: number) => void,
): Promise<Delivery> {
  const { document } = desk.map
  const writer = new PictureWriter(sink, settings.format, document)
  const delivery = await desk.order({ settings, writer, onProgress })
  if (settings.format === 'pdf') await sink.append(await printed(window, document, delivery))
  else await writer.end(delivery.georeference)
  return delivery
}

async function printed(window: BrowserWindow, document: ExportMap['document'], delivery: Delivery): Promise<Uint8Array> {
  const { report } = delivery
  // Half a megabyte of code, which few starts of the program come to need.
  const { finishPdf, spareSheetPx } = await import('../../services/picture/pdf.ts')
  const inches = (mm: number): number => mm / mmPerInch + spareSheetPx / 96
  const pdf = await window.webContents.printToPDF({
    pageSize: { width: inches(report.widthMm), height: inches(report.heightMm) },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
  })
  const { title, subtitle, asOf } = document
  return finishPdf(pdf, delivery, { title, subject: subtitle, date: asOf })
}
