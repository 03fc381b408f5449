/** Counts what tried to leave the computer, and what did. */
import type { NetworkLog, RefusedRequest } from '../contract/network.ts'

const maxEntries = 200
const maxUrlLength = 300

export class NetworkCounter {
  #left = 0
  #refused = 0
  #entries: RefusedRequest[] = []
  readonly #changed: (log: NetworkLog) => void

  constructor(changed: (log: NetworkLog) => void) {
    this.#changed = changed
  }

  /** Notes a request that was stopped. */
  refuse(url: string, by: RefusedRequest['by']): void {
    this.#refused += 1
    this.#entries = [{ at: Date.now(), url: url.slice(0, maxUrlLength), by }, ...this.#entries].slice(0, maxEntries)
    this.#changed(this.log())
  }

  /** Notes a request that was let through to something other than this computer. Should never be called; it is here so that zero is a count and not a claim. */
  leave(): void {
    this.#left += 1
    this.#changed(this.log())
  }

  log(): NetworkLog {
    return { left: this.#left, refused: this.#refused, entries: this.#entries }
  }
}
