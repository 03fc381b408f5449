/**
 * The journal that this run of the program writes: one file, beginning with the document as it was and followed by every change. What is appended is on disk,
 * synced, when its promise is kept; what comes while a sync is under way goes with the next one.
 */
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalRecord, JournalState } from '../contract/recovery.ts'
import { noSteps, type Steps, writeDurably } from './durableFile.ts'
import { firstLine, type JournalLine, type LineState, writeLines } from './journalLines.ts'

export const journalEnding = '.journal'

type Options = {
  onStep?: Steps
  /** A journal is begun anew when it has grown to this, and to four times what it began with. */
  largeBytes?: number
}

type Waiting = { line: JournalLine; done: () => void; failed: (error: unknown) => void }

export class Journal {
  readonly #folder: string
  readonly instance: string
  readonly path: string
  readonly #steps: Steps
  readonly #largeBytes: number
  #file: FileHandle | null = null
  #state: LineState = firstLine
  #bytes = 0
  #firstBytes = 0
  #waiting: Waiting[] = []
  #work: Promise<void> = Promise.resolve()

  /** @param instance tells this run from every other; letters, digits and hyphens */
  constructor(folder: string, instance: string, { onStep = noSteps, largeBytes = 4 * 1024 * 1024 }: Options = {}) {
    this.#folder = folder
    this.instance = instance
    this.path = join(folder, `${instance}${journalEnding}`)
    this.#steps = onStep
    this.#largeBytes = largeBytes
  }

  /**
   * Writes where the document stands now in place of everything written so far. Until that is on disk, what was there stays.
   *
   * @param prints fingerprints that the document's file may have without having been changed by another program
   */
  async begin(state: JournalState, prints: string[] = []): Promise<void> {
    await this.#next(async () => {
      await this.#close()
      await mkdir(this.#folder, { recursive: true })
      const line: JournalLine = { kind: 'begin', format: 1, instance: this.instance, state, prints }
      const { text, state: lines } = writeLines([line], Date.now(), firstLine)
      await writeDurably(this.path, text, { onStep: (step) => this.#steps(`journal begin: ${step}`) })
      this.#file = await open(this.path, 'a')
      this.#state = lines
      this.#bytes = Buffer.byteLength(text)
      this.#firstBytes = this.#bytes
    })
  }

  /** @returns `begin` when the journal should be begun anew */
  async append(records: JournalRecord[]): Promise<{ begin: boolean }> {
    await Promise.all(records.map(async (record) => this.#append({ kind: 'record', record })))
    return { begin: this.#file === null || this.#bytes > Math.max(this.#largeBytes, 4 * this.#firstBytes) }
  }

  /** Notes which contents of the document's file are our own. */
  async notePrints(prints: string[]): Promise<void> {
    // While the journal is begun anew it has no file, and what it begins with may be older than these.
    await this.settled()
    if (this.#file !== null) await this.#append({ kind: 'prints', prints })
  }

  /** Nothing follows: the window was closed in order. */
  async end(keep: boolean): Promise<void> {
    if (this.#file !== null) await this.#append({ kind: 'end', keep })
    await this.#next(async () => this.#close())
  }

  async remove(): Promise<void> {
    await this.#next(async () => {
      await this.#close()
      await rm(this.path, { force: true })
    })
  }

  /** What was given so far is on disk, or has failed. */
  async settled(): Promise<void> {
    await this.#work.catch(() => undefined)
  }

  async #append(line: JournalLine): Promise<void> {
    return new Promise((done, failed) => {
      const first = this.#waiting.length === 0
      this.#waiting.push({ line, done, failed })
      if (first) void this.#next(async () => this.#write()).catch(() => undefined)
    })
  }

  async #write(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    try {
      // Without a file nothing can be appended; the caller is told to begin anew.
      if (this.#file !== null) {
        const { text, state } = writeLines(
          waiting.map(({ line }) => line),
          Date.now(),
          this.#state,
        )
        await this.#steps('journal append: before the write')
        await this.#file.appendFile(text)
        await this.#steps('journal append: written')
        await this.#file.datasync()
        await this.#steps('journal append: synced')
        this.#state = state
        this.#bytes += Buffer.byteLength(text)
      }
      for (const { done } of waiting) done()
    } catch (error) {
      // Half a line may be at the end now: nothing that follows it could be read.
      await this.#close()
      for (const { failed } of waiting) failed(error)
    }
  }

  async #close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close().catch(() => undefined)
  }

  /** One thing after another. */
  async #next(work: () => Promise<void>): Promise<void> {
    const mine = this.#work.catch(() => undefined).then(work)
    this.#work = mine
    return mine
  }
}
