/** Draws a page in a window that nobody sees, with the same code and the same locks as the one that everybody sees. */
import { BrowserWindow } from 'electron'
import { exportAddress } from '../../contract/addresses.ts'
import type { ExportJob, ExportReport } from '../../contract/export.ts'
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import { withJpegDpi } from '../../services/picture/jpeg.ts'
import { finishPdf, spareSheetPx } from '../../services/picture/pdf.ts'
import { withPngFacts } from '../../services/picture/png.ts'
import { webPreferences } from '../lockdown.ts'
import { preloadFile } from '../paths.ts'

export type Exported = { bytes: Uint8Array; report: ExportReport }

/** What the hidden page gives back. */
export type Delivery = { picture: Uint8Array | null; report: ExportReport }

type Waiting = { job: ExportJob; resolve(delivery: Delivery): void; reject(error: Error): void }

/** How long a page may take to be drawn. */
const patienceMs = 300_000
const mmPerInch = 25.4

export class Exporter {
  readonly #waiting = new Map<number, Waiting>()
  readonly #prepare: (window: BrowserWindow) => void

  /** @param prepare opens main's door to the window's calls */
  constructor(prepare: (window: BrowserWindow) => void) {
    this.#prepare = prepare
  }

  /** The job of a hidden window. @throws RefusalError for any other window */
  jobOf(window: BrowserWindow): ExportJob {
    return this.#of(window).job
  }

  deliver(window: BrowserWindow, delivery: Delivery): void {
    this.#of(window).resolve(delivery)
  }

  fail(window: BrowserWindow, error: Error): void {
    this.#of(window).reject(error)
  }

  /**
   * @param signal destroys the window and ends the work
   * @throws RefusalError when the page cannot be drawn
   * @throws CancelledError
   */
  async export(job: ExportJob, signal?: AbortSignal): Promise<Exported> {
    const window = new BrowserWindow({
      show: false,
      width: 800,
      height: 600,
      webPreferences: { ...webPreferences(preloadFile()), offscreen: false },
    })
    const { id } = window
    try {
      this.#prepare(window)
      const delivery = await new Promise<Delivery>((resolve, reject) => {
        const abort = (): void => reject(new CancelledError())
        if (signal?.aborted === true) return abort()
        signal?.addEventListener('abort', abort, { once: true })
        const timer = setTimeout(
          () =>
            reject(
              new RefusalError({ message: 'The page was not drawn after five minutes.', advice: 'Try a smaller page or fewer pixels.' }),
            ),
          patienceMs,
        )
        window.webContents.on('render-process-gone', () =>
          reject(
            new RefusalError({
              message: 'Drawing the page took more memory than there is.',
              advice: 'Choose fewer pixels to the inch or a smaller page.',
            }),
          ),
        )
        const settle = (): void => clearTimeout(timer)
        this.#waiting.set(id, {
          job,
          resolve: (value) => {
            settle()
            resolve(value)
          },
          reject: (error) => {
            settle()
            reject(error)
          },
        })
        window.loadURL(exportAddress).catch(reject)
      })
      return { bytes: await this.#bytes(window, job, delivery), report: delivery.report }
    } finally {
      this.#waiting.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  async #bytes(window: BrowserWindow, { document, settings }: ExportJob, { picture, report }: Delivery): Promise<Uint8Array> {
    if (settings.format === 'pdf') {
      const inches = (mm: number): number => mm / mmPerInch + spareSheetPx / 96
      const printed = await window.webContents.printToPDF({
        pageSize: { width: inches(report.widthMm), height: inches(report.heightMm) },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        printBackground: true,
      })
      const { title, subtitle, asOf } = document
      return finishPdf(printed, report, { title, subject: subtitle, date: asOf, keywords: report.credits })
    }
    if (picture === null) throw new RefusalError({ message: 'The page gave no picture.' })
    if (settings.format === 'jpg') return withJpegDpi(picture, report.dpi)
    return withPngFacts(picture, report.dpi, {
      Title: document.title,
      Description: document.subtitle,
      'Creation Time': document.asOf ?? '',
      Source: report.credits.join('; '),
      Software: 'Cartouche',
    })
  }

  #of(window: BrowserWindow): Waiting {
    const waiting = this.#waiting.get(window.id)
    if (waiting === undefined) throw new RefusalError({ message: 'There is nothing to export in this window.' })
    return waiting
  }
}
