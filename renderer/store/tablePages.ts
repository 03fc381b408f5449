/** The rows of a table, fetched a page at a time as they come into view. Only so many pages are kept, and only what is in view now is asked for. */
import type { FeatureRecord } from '../../electron/contract/layer.ts'
import type { TablePage } from '../../electron/contract/query.ts'

export const pageRows = 100
/** Some screens around the one in view, forth and back. */
const maxPages = 60
const maxRunning = 2

export class TablePages {
  readonly #ask: (offset: number, limit: number) => Promise<TablePage>
  readonly #changed: () => void
  /** Least recently used first. */
  readonly #pages = new Map<number, FeatureRecord[]>()
  readonly #running = new Set<number>()
  #wanted: number[] = []
  #total: number | null = null
  #failure: unknown = null
  #isOver = false

  /**
   * @param ask for a page of rows
   * @param changed is told when there are other rows, or there will be none
   */
  constructor(ask: (offset: number, limit: number) => Promise<TablePage>, changed: () => void) {
    this.#ask = ask
    this.#changed = changed
  }

  /** Rows of the table; null before the first page came. */
  get total(): number | null {
    return this.#total
  }

  /** Nothing is asked for any more. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What was thrown; null while all goes well. */
  get failure(): unknown {
    return this.#failure
  }

  /** @returns null while it is on its way */
  recordAt(row: number): FeatureRecord | null {
    return this.#pages.get(Math.floor(row / pageRows))?.[row % pageRows] ?? null
  }

  /** Rows that are there, in no order. */
  *known(): Generator<FeatureRecord> {
    for (const page of this.#pages.values()) yield* page
  }

  /** Says which rows are in view. What was wanted before and is not on its way is not asked for any more. @param end after the last */
  want(first: number, end: number): void {
    const from = Math.floor(first / pageRows)
    const to = Math.floor(Math.max(first, end - 1) / pageRows)
    this.#wanted = Array.from({ length: to - from + 1 }, (_, i) => from + i)
    for (const page of this.#wanted) this.#touch(page)
    this.#next()
  }

  /** Nothing is asked for any more, and nobody is told anything. */
  end(): void {
    this.#isOver = true
    this.#wanted = []
  }

  #next(): void {
    for (const page of this.#wanted) {
      if (this.#running.size >= maxRunning || this.#failure !== null || this.#isOver) return
      if (!this.#pages.has(page) && !this.#running.has(page)) void this.#fetch(page)
    }
  }

  async #fetch(page: number): Promise<void> {
    this.#running.add(page)
    try {
      const { total, records } = await this.#ask(page * pageRows, pageRows)
      this.#total = total
      this.#keep(page, records)
    } catch (error) {
      this.#failure = error
    }
    this.#running.delete(page)
    if (this.#isOver) return
    this.#next()
    this.#changed()
  }

  #keep(page: number, records: FeatureRecord[]): void {
    this.#pages.set(page, records)
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= maxPages) return
      this.#pages.delete(old)
    }
  }

  #touch(page: number): void {
    const records = this.#pages.get(page)
    if (records === undefined) return
    this.#pages.delete(page)
    this.#pages.set(page, records)
  }
}
