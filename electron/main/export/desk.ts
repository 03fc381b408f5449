/** What main and a hidden window say to each other about the pages that it draws, one after the other. */
import type { Delivery, ExportMap, ExportSettings } from '../../contract/export.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { PictureWriter } from '../../services/picture/pictureWriter.ts'

/** How long a page may take until something is heard of it, and between two signs of life. */
const patienceMs = 300_000

export type PageOrder = {
  settings: ExportSettings
  writer: PictureWriter
  /** @param done share of the work, 0 to 1 */
  onProgress: (done: number) => void
}

type Drawn = PageOrder & { resolve: (delivery: Delivery) => void; reject: (error: Error) => void }

export class Desk {
  readonly map: ExportMap
  #present: Drawn | null = null
  /** Ordered, and not asked for yet. */
  #ordered: ExportSettings | null = null
  /** The window waits for its next page. */
  #asking: ((settings: ExportSettings) => void) | null = null
  #broken: Error | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(map: ExportMap) {
    this.map = map
  }

  /** @returns what was drawn, when the window has handed it over @throws RefusalError, CancelledError */
  async order(page: PageOrder): Promise<Delivery> {
    try {
      return await new Promise<Delivery>((resolve, reject) => {
        if (this.#broken !== null) return reject(this.#broken)
        this.#present = { ...page, resolve, reject }
        this.#wait()
        if (this.#asking === null) this.#ordered = page.settings
        else this.#asking(page.settings)
        this.#asking = null
      })
    } finally {
      clearTimeout(this.#timer)
      this.#present = null
    }
  }

  /** @returns what the window is to draw next, as soon as it is known */
  async next(): Promise<ExportSettings> {
    const settings = this.#ordered
    this.#ordered = null
    return settings ?? new Promise((resolve) => void (this.#asking = resolve))
  }

  /** What cannot be written ends the work; the window that draws need not know more. */
  async write(work: (writer: PictureWriter) => Promise<void>): Promise<void> {
    const { writer, reject } = this.#drawn()
    try {
      await work(writer)
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
  }

  progress(done: number): void {
    const { onProgress } = this.#drawn()
    this.#wait()
    onProgress(done)
  }

  deliver(delivery: Delivery): void {
    this.#drawn().resolve(delivery)
  }

  fail(error: Error): void {
    this.#drawn().reject(error)
  }

  /** Neither this page nor any other will come from the window. */
  break(error: Error): void {
    this.#broken ??= error
    this.#present?.reject(error)
  }

  #drawn(): Drawn {
    if (this.#present === null) throw new RefusalError({ message: 'There is nothing to export in this window.' })
    return this.#present
  }

  /** Gives up when nothing was heard for a long time. */
  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () =>
        this.break(
          new RefusalError({ message: 'The page was not drawn after five minutes.', advice: 'Try a smaller page or fewer pixels.' }),
        ),
      patienceMs,
    )
  }
}
