/** The list behind File > Open Recent: documents and layers, newest first. */
import { basename, extname } from 'node:path'
import { z } from '../contract/schema.ts'
import { RecentFile } from '../contract/session.ts'
import { sourceIdOf } from './admission.ts'
import { KeptState } from './keptState.ts'

const maxEntries = 12

export class RecentFiles {
  readonly #state: KeptState<RecentFile[]>
  #entries: RecentFile[] = []

  constructor(path: string) {
    this.#state = new KeptState(path, z.array(RecentFile))
  }

  async load(): Promise<void> {
    this.#entries = (await this.#state.read()) ?? []
  }

  get entries(): readonly RecentFile[] {
    return this.#entries
  }

  /** @param path absolute */
  async add(kind: RecentFile['kind'], path: string): Promise<void> {
    const id = sourceIdOf(path)
    const name = kind === 'document' ? basename(path, extname(path)) : basename(path)
    this.#entries = [{ id, kind, name, path }, ...this.#entries.filter((entry) => entry.id !== id)].slice(0, maxEntries)
    await this.#state.write(this.#entries)
  }

  find(id: string): RecentFile | null {
    return this.#entries.find((entry) => entry.id === id) ?? null
  }

  async remove(id: string): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.id !== id)
    await this.#state.write(this.#entries)
  }
}
