/** How often each value of a column occurs. */
import type { CategoryValue } from '../../contract/document.ts'
import { type Column, no, none, number, yes } from './column.ts'

/** The longest text that a value may be (`CategoryValue` in the contract). */
const textLimit = 10_000

export class Tally {
  /** Of each different value, in the order in which they came. */
  readonly counts: number[] = []
  readonly #column: Column
  /** A feature with each value. */
  readonly #examples: number[] = []
  readonly #byNumber = new Map<number, number>()
  /** Index of a text and 1; 0 for one that did not come yet. */
  readonly #byCode: Uint32Array
  /** Of none, false and true. */
  readonly #byKind = new Map<number, number>()

  constructor(column: Column) {
    this.#column = column
    this.#byCode = new Uint32Array(column.texts.count)
  }

  add(feature: number): void {
    const { kinds, numbers, codes } = this.#column
    const kind = kinds[feature] as number
    if (kind === number) this.#count(this.#byNumber, numbers?.[feature] ?? 0, feature)
    else if (kind === none || kind === no || kind === yes) this.#count(this.#byKind, kind, feature)
    else {
      const code = codes?.[feature] ?? 0
      const known = this.#byCode[code] as number
      if (known === 0) this.#byCode[code] = this.#begin(feature) + 1
      else this.counts[known - 1] = (this.counts[known - 1] as number) + 1
    }
  }

  /** Most frequent first, in the order in which they came where they are equally frequent. */
  top(limit: number): { value: CategoryValue; count: number }[] {
    const { counts } = this
    const least = counts.length <= limit ? 0 : (Uint32Array.from(counts).toSorted().at(-limit) ?? 0)
    const indices = counts.flatMap((count, index) => (count >= least ? [index] : []))
    const sorted = indices.toSorted((a, b) => (counts[b] as number) - (counts[a] as number) || a - b)
    return sorted.slice(0, limit).map((index) => ({ value: this.#valueOf(index), count: counts[index] as number }))
  }

  #count(known: Map<number, number>, value: number, feature: number): void {
    const index = known.get(value)
    if (index === undefined) known.set(value, this.#begin(feature))
    else this.counts[index] = (this.counts[index] as number) + 1
  }

  #begin(feature: number): number {
    this.#examples.push(feature)
    return this.counts.push(1) - 1
  }

  #valueOf(index: number): CategoryValue {
    const value = this.#column.valueAt(this.#examples[index] as number)
    return typeof value === 'string' ? value.slice(0, textLimit) : value
  }
}
