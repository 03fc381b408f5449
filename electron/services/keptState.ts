/** Small state that the program keeps between two starts, one JSON file each in the user's data folder. Damage costs the state, never the start. */
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeDurably } from './durableFile.ts'

export class KeptState<T> {
  readonly #path: string
  readonly #schema: z.ZodType<T>
  #writing: Promise<void> = Promise.resolve()
  #next: T | undefined

  constructor(path: string, schema: z.ZodType<T>) {
    this.#path = path
    this.#schema = schema
  }

  /** @returns null when nothing was kept, or what was kept cannot be understood */
  async read(): Promise<T | null> {
    try {
      const decoded = this.#schema.safeParse(JSON.parse(await readFile(this.#path, 'utf8')))
      return decoded.success ? decoded.data : null
    } catch {
      return null
    }
  }

  /** Writes the latest state; states that come while one is being written are folded into one. */
  async write(state: T): Promise<void> {
    const waiting = this.#next !== undefined
    this.#next = state
    if (!waiting) this.#writing = this.#writing.catch(() => undefined).then(() => this.#flush())
    await this.#writing
  }

  async #flush(): Promise<void> {
    const state = this.#next
    this.#next = undefined
    if (state === undefined) return
    await mkdir(dirname(this.#path), { recursive: true })
    await writeDurably(this.#path, JSON.stringify(state))
  }
}
