/**
 * The inner loop of the reader: a run of positions, `[lon, lat], [lon, lat, height], …`, straight from bytes to numbers. It takes what it understands at
 * once and leaves everything else (exponents, very long numbers, a position cut by the end of the piece, anything wrong) to the scanner.
 */

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

export const runLimit = 8_192

const dot = 0x2e - 0x30

export class PositionRun {
  /** First and second number of each position. */
  readonly first = new Float64Array(runLimit)
  readonly second = new Float64Array(runLimit)
  /** Positions read. */
  count = 0
  /** Line ends among them, and the index of the last. */
  lineEnds = 0
  lastLineEnd = 0

  /** Index after the number that `number` read; −1 when it did not understand. */
  private cursor = 0
  /** Line ends in the white space around numbers. */
  private blankLineEnds = 0
  private blankLastLineEnd = 0

  /**
   * Reads positions as long as they follow each other, separated by commas.
   *
   * @param at index of a `[`
   * @param limit the most positions to read, at most `runLimit`
   * @returns index after the `]` of the last position read; `at` when none was
   */
  read(bytes: Uint8Array, at: number, length: number, limit: number): number {
    let next = at
    let i = at
    let lineEnds = 0
    let lastLineEnd = 0
    this.count = 0
    this.lineEnds = 0
    while (this.count < limit && bytes[i] === 0x5b) {
      const x = this.number(bytes, i + 1, length)
      i = this.cursor
      if (i < 0 || bytes[i] !== 0x2c) break
      const y = this.number(bytes, i + 1, length)
      i = this.cursor
      if (i < 0) break
      while (bytes[i] === 0x2c) {
        this.number(bytes, i + 1, length)
        i = this.cursor
        if (i < 0) break
      }
      if (i < 0 || i >= length || bytes[i] !== 0x5d) break
      this.first[this.count] = x
      this.second[this.count] = y
      this.count++
      this.lineEnds += this.blankLineEnds + lineEnds
      if (this.blankLineEnds > 0) this.lastLineEnd = this.blankLastLineEnd
      else if (lineEnds > 0) this.lastLineEnd = lastLineEnd
      this.blankLineEnds = 0
      lineEnds = 0
      next = ++i
      // Past the comma, to the next position.
      let c = bytes[i] as number
      let commas = 0
      while (i < length && (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09 || (c === 0x2c && commas === 0))) {
        if (c === 0x0a) {
          lineEnds++
          lastLineEnd = i
        } else if (c === 0x2c) commas++
        c = bytes[++i] as number
      }
      if (commas === 0 || i >= length) break
    }
    this.blankLineEnds = 0
    return next
  }

  /** One number with white space around it. Leaves `cursor` on the byte after, which is inside of the piece. */
  private number(bytes: Uint8Array, from: number, length: number): number {
    let i = from
    let c = bytes[i] as number
    if (c <= 0x20) {
      i = this.skipBlank(bytes, i, length)
      c = bytes[i] as number
    }
    const negative = c === 0x2d
    if (negative) c = bytes[++i] as number
    // A digit is what is below ten after the subtraction, as an unsigned number.
    let digit = c - 0x30
    if (digit >>> 0 > 9) return this.give(-1, 0)
    let whole = digit
    digit = (bytes[++i] as number) - 0x30
    if (whole > 0) {
      const start = i
      while (digit >>> 0 <= 9) {
        whole = whole * 10 + digit
        digit = (bytes[++i] as number) - 0x30
      }
      if (i - start > 14) return this.give(-1, 0)
    }
    let value = whole
    if (digit === dot) {
      // Nine digits fit an integer; that is much faster than doubles. At most eighteen are taken.
      let start = ++i
      let nine = 0
      digit = (bytes[i] as number) - 0x30
      while (digit >>> 0 <= 9 && i - start < 9) {
        nine = (nine * 10 + digit) | 0
        digit = (bytes[++i] as number) - 0x30
      }
      let digits = i - start
      if (digits === 0) return this.give(-1, 0)
      let fraction = nine
      if (digit >>> 0 <= 9) {
        start = i
        nine = 0
        while (digit >>> 0 <= 9 && i - start < 9) {
          nine = (nine * 10 + digit) | 0
          digit = (bytes[++i] as number) - 0x30
        }
        if (digit >>> 0 <= 9) return this.give(-1, 0)
        fraction = fraction * (powers[i - start] as number) + nine
        digits += i - start
      }
      const scale = powers[digits] as number
      // Exact as long as all digits together stay below 2^53, by one correctly rounded division; else within one unit in the last place.
      value = (whole * scale + fraction) / scale
    }
    c = bytes[i] as number
    if (c <= 0x20) {
      i = this.skipBlank(bytes, i, length)
      c = bytes[i] as number
    }
    if (i >= length || (c !== 0x2c && c !== 0x5d)) return this.give(-1, 0)
    return this.give(i, negative ? -value : value)
  }

  private give(cursor: number, value: number): number {
    this.cursor = cursor
    return value
  }

  private skipBlank(bytes: Uint8Array, from: number, length: number): number {
    let i = from
    for (;;) {
      const c = bytes[i] as number
      if (c === 0x0a) {
        this.blankLineEnds++
        this.blankLastLineEnd = i
      } else if (c !== 0x20 && c !== 0x0d && c !== 0x09) return i
      if (++i >= length) return i
    }
  }
}
