/** Rows of a PNG before they are compressed. Source: PNG (Third Edition), W3C 2025, §9 Filtering and §12.7 Filter selection. */

export type Channels = 3 | 4

const filters = { none: 0, sub: 1, up: 2, paeth: 4 } as const

/** Filters rows in their order, each against the one before. */
export class PngRows {
  readonly #channels: Channels
  readonly #bytes: number
  #before: Uint8Array
  #row: Uint8Array
  readonly #tries: { filter: number; row: Uint8Array }[]

  constructor(widthPx: number, channels: Channels) {
    this.#channels = channels
    this.#bytes = widthPx * channels
    this.#before = new Uint8Array(this.#bytes)
    this.#row = new Uint8Array(this.#bytes)
    this.#tries = Object.values(filters).map((filter) => ({ filter, row: new Uint8Array(this.#bytes) }))
  }

  /** @param pixels red, green, blue and alpha of whole rows @returns the rows, each after the number of its filter */
  filtered(pixels: Uint8ClampedArray, rows: number): Uint8Array<ArrayBuffer> {
    const filtered = new Uint8Array(rows * (this.#bytes + 1))
    for (let row = 0; row < rows; row += 1)
      this.#filter(pixels, row, filtered.subarray(row * (this.#bytes + 1), (row + 1) * (this.#bytes + 1)))
    return filtered
  }

  #filter(pixels: Uint8ClampedArray, index: number, out: Uint8Array): void {
    const [row, before, channels] = [this.#row, this.#before, this.#channels]
    packed(pixels, index * (this.#bytes / channels) * 4, row, channels)
    const best = isSame(row, before) ? { filter: filters.up, row: null } : this.#best(row, before)
    out[0] = best.filter
    // A row like the one before is nothing but zeros.
    if (best.row !== null) out.set(best.row, 1)
    this.#row = before
    this.#before = row
  }

  /** That with the least sum of distances from zero, as the standard advises. */
  #best(row: Uint8Array, before: Uint8Array): { filter: number; row: Uint8Array } {
    let best: { filter: number; row: Uint8Array } | null = null
    let least = Infinity
    for (const one of this.#tries) {
      const sum = tryFilter(one.filter, row, before, this.#channels, one.row, least)
      if (sum >= least) continue
      least = sum
      best = one
    }
    return best ?? { filter: filters.none, row }
  }
}

function packed(pixels: Uint8ClampedArray, from: number, row: Uint8Array, channels: Channels): void {
  if (channels === 4) {
    row.set(pixels.subarray(from, from + row.length))
    return
  }
  for (let to = 0, at = from; to < row.length; to += 3, at += 4) {
    row[to] = pixels[at] ?? 0
    row[to + 1] = pixels[at + 1] ?? 0
    row[to + 2] = pixels[at + 2] ?? 0
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}

/** @returns the sum of distances from zero, or what is at least `least` */
function tryFilter(filter: number, row: Uint8Array, before: Uint8Array, channels: Channels, out: Uint8Array, least: number): number {
  let sum = 0
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] ?? 0
    const left = index < channels ? 0 : (row[index - channels] ?? 0)
    const up = before[index] ?? 0
    const guess =
      filter === filters.none
        ? 0
        : filter === filters.sub
          ? left
          : filter === filters.up
            ? up
            : paeth(left, up, index < channels ? 0 : (before[index - channels] ?? 0))
    const rest = (value - guess) & 0xff
    out[index] = rest
    sum += rest < 128 ? rest : 256 - rest
    if (sum >= least) return sum
  }
  return sum
}

/** §9.4: the neighbour nearest to left + up − upper left. */
function paeth(left: number, up: number, upperLeft: number): number {
  const estimate = left + up - upperLeft
  const a = Math.abs(estimate - left)
  const b = Math.abs(estimate - up)
  const c = Math.abs(estimate - upperLeft)
  if (a <= b && a <= c) return left
  return b <= c ? up : upperLeft
}
