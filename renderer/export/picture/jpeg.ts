/**
 * A JPEG, written as its rows come: Chromium's own writer wants the whole picture on one canvas. Baseline, three components of full resolution, so that small
 * letters keep their colours. Source: ITU-T T.81 (1992): Annex A.3.3 the transform, Annex F.1 coding, Annex K tables; JFIF 1.02.
 */
import { acTables, dcTables, luminanceSteps, chrominanceSteps, type HuffmanTable, zigzag } from './jpegTables.ts'

/** Rows must come in bands of a multiple of this, but for the last. */
export const blockSide = 8

type Component = { steps: Float64Array; dc: Codes; ac: Codes; lastDc: number }
/** Code and its length in bits, by symbol. */
type Codes = { code: Uint16Array; bits: Uint8Array }

export class JpegWriter {
  readonly #width: number
  readonly #components: [Component, Component, Component]
  readonly #block = new Float64Array(64)
  readonly #levels = new Int32Array(64)
  readonly #bits = new BitWriter()

  /** @param quality 1 to 100, as the reference software of the Independent JPEG Group counts it */
  constructor(widthPx: number, quality: number) {
    this.#width = widthPx
    const [luminance, chrominance] = [stepsFor(luminanceSteps, quality), stepsFor(chrominanceSteps, quality)]
    const component = (steps: number[], index: 0 | 1): Component => ({
      steps: Float64Array.from(steps),
      dc: codesOf(dcTables[index]),
      ac: codesOf(acTables[index]),
      lastDc: 0,
    })
    this.#components = [component(luminance, 0), component(chrominance, 1), component(chrominance, 1)]
  }

  /** @param pixels red, green, blue and alpha, opaque @param rows a multiple of eight but for the last band @returns what comes next in the file */
  rows(pixels: Uint8ClampedArray, rows: number): Uint8Array<ArrayBuffer> {
    for (let top = 0; top < rows; top += blockSide) {
      for (let left = 0; left < this.#width; left += blockSide) {
        for (const [index, component] of this.#components.entries()) {
          this.#take(pixels, rows, top, left, index)
          this.#code(component)
        }
      }
    }
    return this.#bits.taken()
  }

  end(): Uint8Array<ArrayBuffer> {
    this.#bits.fill()
    return Uint8Array.of(...this.#bits.taken(), 0xff, 0xd9)
  }

  /** Eight by eight samples of a component, minus 128; beyond the edge the last ones again. */
  #take(pixels: Uint8ClampedArray, rows: number, top: number, left: number, component: number): void {
    for (let y = 0; y < blockSide; y += 1) {
      const row = Math.min(rows - 1, top + y)
      for (let x = 0; x < blockSide; x += 1) {
        const at = (row * this.#width + Math.min(this.#width - 1, left + x)) * 4
        const r = pixels[at] ?? 0
        const g = pixels[at + 1] ?? 0
        const b = pixels[at + 2] ?? 0
        // JFIF 1.02, p. 3.
        this.#block[y * blockSide + x] =
          component === 0
            ? 0.299 * r + 0.587 * g + 0.114 * b - 128
            : component === 1
              ? -0.168736 * r - 0.331264 * g + 0.5 * b
              : 0.5 * r - 0.418688 * g - 0.081312 * b
      }
    }
  }

  #code(component: Component): void {
    const [block, levels, bits] = [this.#block, this.#levels, this.#bits]
    transform(block)
    for (let index = 0; index < 64; index += 1) {
      const from = zigzag[index] ?? 0
      levels[index] = Math.round((block[from] ?? 0) / (component.steps[from] ?? 1))
    }
    const dc = levels[0] ?? 0
    const difference = dc - component.lastDc
    component.lastDc = dc
    const size = sizeOf(difference)
    bits.symbol(component.dc, size)
    bits.value(difference, size)
    let zeros = 0
    for (let index = 1; index < 64; index += 1) {
      const level = levels[index] ?? 0
      if (level === 0) {
        zeros += 1
        continue
      }
      for (; zeros > 15; zeros -= 16) bits.symbol(component.ac, 0xf0)
      const acSize = sizeOf(level)
      bits.symbol(component.ac, (zeros << 4) | acSize)
      bits.value(level, acSize)
      zeros = 0
    }
    if (zeros > 0) bits.symbol(component.ac, 0)
  }
}

/** Everything before the rows. */
export function jpegHead(widthPx: number, heightPx: number, dpi: number, quality: number): Uint8Array<ArrayBuffer> {
  const word = (value: number): [number, number] => [(value >> 8) & 0xff, value & 0xff]
  const segment = (marker: number, ...data: number[]): number[] => [0xff, marker, ...word(data.length + 2), ...data]
  const density = word(Math.round(dpi))
  const huffman = (kind: number, { counts, symbols }: HuffmanTable): number[] => segment(0xc4, kind, ...counts, ...symbols)
  const steps = (index: number, table: readonly number[]): number[] => {
    const scaled = stepsFor(table, quality)
    return segment(0xdb, index, ...zigzag.map((at) => scaled[at] ?? 1))
  }
  const component = (id: number, table: number): number[] => [id, 0x11, table]
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, ...density, ...density, 0, 0),
    ...steps(0, luminanceSteps),
    ...steps(1, chrominanceSteps),
    ...segment(0xc0, 8, ...word(heightPx), ...word(widthPx), 3, ...component(1, 0), ...component(2, 1), ...component(3, 1)),
    ...dcTables.flatMap((table, index) => huffman(index, table)),
    ...acTables.flatMap((table, index) => huffman(0x10 | index, table)),
    ...segment(0xda, 3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0),
  ])
}

function stepsFor(table: readonly number[], quality: number): number[] {
  const scale = quality < 50 ? 5_000 / quality : 200 - quality * 2
  return table.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))))
}

/** Bits of a value without its sign: T.81, table F.1. */
const sizeOf = (value: number): number => 32 - Math.clz32(Math.abs(value))

/** cos((2x + 1)uπ / 16) with the factors of A.3.3, as `[u][x]`. */
const cosines = Float64Array.from({ length: 64 }, (_, index) => {
  const [u, x] = [index >> 3, index & 7]
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)
})
const half = new Float64Array(64)

/** Rows, then columns. A flat block, of which a map has most, is known at a glance. */
function transform(block: Float64Array): void {
  const first = block[0] ?? 0
  let isFlat = true
  for (let index = 1; index < 64 && isFlat; index += 1) isFlat = block[index] === first
  if (isFlat) {
    block.fill(0)
    block[0] = first * 8
    return
  }
  for (let y = 0; y < 64; y += 8) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0
      for (let x = 0; x < 8; x += 1) sum += (block[y + x] ?? 0) * (cosines[u * 8 + x] ?? 0)
      half[y + u] = sum
    }
  }
  for (let u = 0; u < 8; u += 1) {
    for (let v = 0; v < 8; v += 1) {
      let sum = 0
      for (let y = 0; y < 8; y += 1) sum += (half[y * 8 + u] ?? 0) * (cosines[v * 8 + y] ?? 0)
      block[v * 8 + u] = sum
    }
  }
}

/** Annex C: codes of one length are consecutive, shorter ones first. */
function codesOf({ counts, symbols }: HuffmanTable): Codes {
  const codes: Codes = { code: new Uint16Array(256), bits: new Uint8Array(256) }
  let code = 0
  let next = 0
  for (const [index, count] of counts.entries()) {
    for (let i = 0; i < count; i += 1) {
      const symbol = symbols[next] ?? 0
      codes.code[symbol] = code
      codes.bits[symbol] = index + 1
      code += 1
      next += 1
    }
    code <<= 1
  }
  return codes
}

class BitWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  #held = 0
  #count = 0

  symbol({ code, bits }: Codes, symbol: number): void {
    this.#put(code[symbol] ?? 0, bits[symbol] ?? 0)
  }

  /** Negative ones as one less, without their sign: F.1.2.1. */
  value(value: number, size: number): void {
    if (size > 0) this.#put(value < 0 ? value + (1 << size) - 1 : value, size)
  }

  fill(): void {
    if (this.#count > 0) this.#put((1 << (8 - this.#count)) - 1, 8 - this.#count)
  }

  taken(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  #put(value: number, size: number): void {
    this.#held = (this.#held << size) | value
    this.#count += size
    while (this.#count >= 8) {
      this.#count -= 8
      const byte = (this.#held >> this.#count) & 0xff
      this.#push(byte)
      // Otherwise it would be a marker: B.1.1.5.
      if (byte === 0xff) this.#push(0)
    }
    this.#held &= (1 << this.#count) - 1
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length] = byte
    this.#length += 1
  }
}
