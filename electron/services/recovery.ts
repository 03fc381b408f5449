/**
 * The journals that earlier runs left in the user's data folder. One that was closed in order is the session; one that was not is offered for recovery. A
 * journal that has served is kept for five more starts: what is in it may be the cause of the crash, or be wanted after all.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecoveryOffer } from '../contract/recovery.ts'
import { journalEnding } from './journal.ts'
import { type ReadJournal, readJournal } from './journalReader.ts'
import { isAlive } from './liveness.ts'

export const markEnding = '.running'
const keptStarts = 5

export type FoundJournal = ReadJournal & { id: string }

export class Recovery {
  readonly #folder: string
  readonly #unfinished = new Map<string, FoundJournal>()
  #session: FoundJournal | null = null
  #served: string[] = []

  /** @param folder where journals are */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Looks through the folder; once, at start. Journals of runs that still run are left alone. */
  async survey(): Promise<void> {
    await this.#ageKept()
    const names = await readdir(this.#folder).catch(() => [])
    const found: FoundJournal[] = []
    for (const name of names.filter((one) => one.endsWith(journalEnding))) {
      const id = name.slice(0, -journalEnding.length)
      if (await isAlive(this.#mark(id))) continue
      const journal = await readJournal(join(this.#folder, name))
      if (journal === null) await this.keep(id)
      else found.push({ ...journal, id })
    }
    found.sort((a, b) => b.offer.lastAt - a.offer.lastAt)
    for (const journal of found) {
      // A crash that cost nothing needs no question.
      const isSession = journal.end !== null || !journal.modified
      if (!isSession) this.#unfinished.set(journal.id, journal)
      else if (this.#session === null) this.#session = journal
      else this.#served.push(journal.id)
    }
  }

  /** What the last run had open when it was closed in order. */
  get session(): FoundJournal | null {
    return this.#session
  }

  /** The session is not shown, since something else was asked for: what was not saved of it is offered instead. */
  setSessionAside(): void {
    const session = this.#session
    if (session === null) return
    this.#session = null
    if (session.modified && session.end?.keep !== false) this.#unfinished.set(session.id, session)
    else this.#served.push(session.id)
  }

  /** Newest first. */
  offers(): RecoveryOffer[] {
    return [...this.#unfinished.values()]
      .map(({ id, offer, end }) => ({ ...offer, id, crashed: end === null }))
      .toSorted((a, b) => b.lastAt - a.lastAt)
  }

  unfinished(id: string): FoundJournal | null {
    return this.#unfinished.get(id) ?? null
  }

  /** An offer was taken or turned down. */
  async settle(id: string): Promise<void> {
    if (this.#unfinished.delete(id)) await this.keep(id)
  }

  /** This run's own journal is on disk: the session that it began with is not needed any more. */
  async begun(): Promise<void> {
    const served = [...this.#served, ...(this.#session === null ? [] : [this.#session.id])]
    this.#served = []
    this.#session = null
    for (const id of served) await this.keep(id)
  }

  async keep(id: string): Promise<void> {
    await mkdir(this.#kept(), { recursive: true })
    await rename(join(this.#folder, `${id}${journalEnding}`), join(this.#kept(), `${id}.0${journalEnding}`)).catch(() => undefined)
    await rm(this.#mark(id), { force: true })
  }

  /** The number in a kept journal's name says how many starts it has seen. */
  async #ageKept(): Promise<void> {
    for (const name of await readdir(this.#kept()).catch(() => [])) {
      const [, id, starts] = /^(.+)\.(\d)\.journal$/.exec(name) ?? []
      if (id === undefined) continue
      const seen = Number(starts) + 1
      if (seen > keptStarts) await rm(join(this.#kept(), name), { force: true })
      else await rename(join(this.#kept(), name), join(this.#kept(), `${id}.${seen}${journalEnding}`)).catch(() => undefined)
    }
  }

  #mark(id: string): string {
    return join(this.#folder, `${id}${markEnding}`)
  }

  #kept(): string {
    return join(this.#folder, 'kept')
  }
}
