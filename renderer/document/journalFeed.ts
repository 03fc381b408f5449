/** Brings the changes of a document to the journal: in their order, one message at a time, soon after they are made. Knows no window and no store. */
import type { JournalRecord, JournalState } from '../../electron/contract/recovery.ts'
import { joinRecords, type Kept, recordsBetween, stateOf } from './journal.ts'

/** Who writes the journal. */
export type JournalWriter = {
  begin(state: JournalState): Promise<unknown>
  /** @returns `begin` when the journal wants to be begun anew: it has grown large, or lost its end */
  append(records: JournalRecord[]): Promise<{ begin: boolean }>
}

/** Changes of one moment travel together: this, and the disk, is what a crash can cost. */
const delayMs = 150
/** After a message that failed, for instance because the disk is full. */
const retryMs = 3_000

export class JournalFeed {
  readonly #writer: JournalWriter
  readonly #present: () => Kept
  readonly #onTrouble: (error: unknown | null) => void
  #pending: JournalRecord[] = []
  #mustBegin = true
  /** Entries that the journal could undo. */
  #depth = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | null = null

  /**
   * @param present the state now
   * @param onTrouble is told when changes cannot be kept, and with null when they can again
   */
  constructor(writer: JournalWriter, present: () => Kept, onTrouble: (error: unknown | null) => void) {
    this.#writer = writer
    this.#present = present
    this.#onTrouble = onTrouble
  }

  /** Notes a change of the state. To be told of every one, in order. */
  changed(before: Kept, after: Kept): void {
    const records = this.#mustBegin ? [] : recordsBetween(before, after)
    if (records === null) this.#mustBegin = true
    else for (const record of records) this.#add(record)
    if (this.#depth < 0) this.#mustBegin = true
    if (this.#mustBegin || this.#pending.length > 0) this.#later(delayMs)
  }

  /** Sends what is waiting. @throws what the writer throws */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    while (this.#sending !== null) await this.#sending.catch(() => undefined)
    this.#sending = this.#send()
    try {
      await this.#sending
    } finally {
      this.#sending = null
    }
  }

  /** Writes the state anew as a whole. @throws what the writer throws */
  async begin(): Promise<void> {
    this.#mustBegin = true
    await this.flush()
  }

  #add(record: JournalRecord): void {
    if (record.kind === 'run' || record.kind === 'redo') this.#depth += 1
    // The journal may know less of the past than the window does.
    if (record.kind === 'undo') this.#depth -= 1
    if (record.kind === 'more' && this.#depth === 0) this.#depth = -1
    const last = this.#pending.at(-1)
    const joined = last === undefined ? null : joinRecords(last, record)
    if (joined === null) this.#pending.push(record)
    else this.#pending[this.#pending.length - 1] = joined
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), ms)
  }

  async #begin(): Promise<void> {
    const state = stateOf(this.#present())
    this.#depth = state.past.length
    await this.#writer.begin(state)
  }

  async #send(): Promise<void> {
    try {
      while (this.#mustBegin || this.#pending.length > 0) {
        const records = this.#pending
        const isBegin = this.#mustBegin
        this.#pending = []
        this.#mustBegin = false
        try {
          if (isBegin) await this.#begin()
          else if ((await this.#writer.append(records)).begin) this.#mustBegin = true
        } catch (error) {
          // What was written of it is unknown: the next message tells everything.
          this.#mustBegin = true
          throw error
        }
      }
      this.#onTrouble(null)
    } catch (error) {
      this.#onTrouble(error)
      this.#later(retryMs)
      throw error
    }
  }
}
