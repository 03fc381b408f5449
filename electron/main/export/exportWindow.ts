/** Draws a page in a window that nobody sees, with the same code and the same locks as the one that everybody sees. */
import { BrowserWindow } from 'electron'
import { exportAddress } from '../../contract/addresses.ts'
import type { Delivery, ExportJob, PictureHead } from '../../contract/export.ts'
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import type { Sink } from '../../services/pendingExport.ts'
import { finishPdf, spareSheetPx } from '../../services/picture/pdf.ts'
import { PictureWriter } from '../../services/picture/pictureWriter.ts'
import { webPreferences } from '../lockdown.ts'
import { preloadFile } from '../paths.ts'

type Waiting = {
  job: ExportJob
  writer: PictureWriter
  onProgress: (done: number) => void
  resolve(delivery: Delivery): void
  reject(error: Error): void
}

export type ExportOptions = {
  /** Destroys the window and ends the work. */
  signal?: AbortSignal
  /** @param done share of the work, 0 to 1 */
  onProgress?: (done: number) => void
}

/** How long a page may take until something is heard of it, and between two signs of life. */
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

  async begin(window: BrowserWindow, head: PictureHead): Promise<void> {
    await this.#failing(window, async ({ writer }) => writer.begin(head))
  }

  async piece(window: BrowserWindow, bytes: Uint8Array): Promise<void> {
    await this.#failing(window, async ({ writer }) => writer.piece(bytes))
  }

  progress(window: BrowserWindow, done: number): void {
    this.#of(window).onProgress(done)
  }

  deliver(window: BrowserWindow, delivery: Delivery): void {
    this.#of(window).resolve(delivery)
  }

  fail(window: BrowserWindow, error: Error): void {
    this.#of(window).reject(error)
  }

  /**
   * @param sink takes the file's bytes
   * @returns what was drawn, when all of it is in the sink
   * @throws RefusalError when the page cannot be drawn or written
   * @throws CancelledError
   */
  async export(job: ExportJob, sink: Sink, { signal, onProgress = () => undefined }: ExportOptions = {}): Promise<Delivery> {
    const window = new BrowserWindow({
      show: false,
      width: 800,
      height: 600,
      webPreferences: { ...webPreferences(preloadFile()), offscreen: false },
    })
    const { id } = window
    const writer = new PictureWriter(sink, job.settings.format, job.document)
    try {
      this.#prepare(window)
      const delivery = await new Promise<Delivery>((resolve, reject) => {
        const abort = (): void => reject(new CancelledError())
        if (signal?.aborted === true) return abort()
        signal?.addEventListener('abort', abort, { once: true })
        const alive = watch(reject)
        window.webContents.on('render-process-gone', () =>
          reject(
            new RefusalError({
              message: 'Drawing the page took more memory than there is.',
              advice: 'Choose fewer pixels to the inch or a smaller page.',
            }),
          ),
        )
        this.#waiting.set(id, {
          job,
          writer,
          onProgress: (done) => {
            alive.seen()
            onProgress(done)
          },
          resolve: (value) => {
            alive.end()
            resolve(value)
          },
          reject: (error) => {
            alive.end()
            reject(error)
          },
        })
        window.loadURL(exportAddress).catch(reject)
      })
      if (job.settings.format === 'pdf') await sink.append(await printed(window, job, delivery))
      else await writer.end(delivery.georeference)
      return delivery
    } finally {
      this.#waiting.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  /** What cannot be written ends the work; the window that draws need not know more. */
  async #failing(window: BrowserWindow, work: (waiting: Waiting) => Promise<void>): Promise<void> {
    const waiting = this.#of(window)
    try {
      await work(waiting)
    } catch (error) {
      waiting.reject(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }

  #of(window: BrowserWindow): Waiting {
    const waiting = this.#waiting.get(window.id)
    if (waiting === undefined) throw new RefusalError({ message: 'There is nothing to export in this window.' })
    return waiting
  }
}

/** Gives up when nothing was heard for a long time. */
function watch(reject: (error: Error) => void): { seen: () => void; end: () => void } {
  const giveUp = (): void =>
    reject(new RefusalError({ message: 'The page was not drawn after five minutes.', advice: 'Try a smaller page or fewer pixels.' }))
  let timer = setTimeout(giveUp, patienceMs)
  const end = (): void => clearTimeout(timer)
  return {
    seen: () => {
      end()
      timer = setTimeout(giveUp, patienceMs)
    },
    end,
  }
}

async function printed(window: BrowserWindow, { document }: ExportJob, delivery: Delivery): Promise<Uint8Array> {
  const { report } = delivery
  const inches = (mm: number): number => mm / mmPerInch + spareSheetPx / 96
  const pdf = await window.webContents.printToPDF({
    pageSize: { width: inches(report.widthMm), height: inches(report.heightMm) },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
  })
  const { title, subtitle, asOf } = document
  return finishPdf(pdf, delivery, { title, subject: subtitle, date: asOf })
}
