/**
 * A set of features of one file, by their index in it. One bit a feature, the lowest bit of a byte first, as in the contract's `Matching`: a million of them
 * are 125 kB, and a copy takes no time. A set never changes; what changes it makes another one.
 */
export class FeatureSet implements Iterable<number> {
  static readonly empty = new FeatureSet(new Uint8Array(0))

  /** Not to be written to. */
  readonly bits: Uint8Array<ArrayBuffer>
  readonly count: number

  constructor(bits: Uint8Array<ArrayBuffer>) {
    this.bits = bits
    this.count = countOf(bits)
  }

  static of(features: Iterable<number>): FeatureSet {
    return FeatureSet.empty.with(features)
  }

  has(feature: number): boolean {
    return ((this.bits[feature >> 3] ?? 0) & (1 << (feature & 7))) !== 0
  }

  with(features: Iterable<number>): FeatureSet {
    const list = [...features]
    const bits = copyOf(
      this.bits,
      list.reduce((most, feature) => Math.max(most, (feature >> 3) + 1), this.bits.length),
    )
    for (const feature of list) bits[feature >> 3] = (bits[feature >> 3] ?? 0) | (1 << (feature & 7))
    return new FeatureSet(bits)
  }

  without(features: Iterable<number>): FeatureSet {
    const bits = copyOf(this.bits, this.bits.length)
    for (const feature of features) {
      if (feature >> 3 < bits.length) bits[feature >> 3] = (bits[feature >> 3] ?? 0) & ~(1 << (feature & 7))
    }
    return new FeatureSet(bits)
  }

  toggled(feature: number): FeatureSet {
    return this.has(feature) ? this.without([feature]) : this.with([feature])
  }

  union(other: FeatureSet): FeatureSet {
    return this.#combined(other, (a, b) => a | b)
  }

  intersection(other: FeatureSet): FeatureSet {
    return this.#combined(other, (a, b) => a & b)
  }

  /** What is in one of the two and not in both: inverts this set within `other`, where it is a part of it. */
  symmetricDifference(other: FeatureSet): FeatureSet {
    return this.#combined(other, (a, b) => a ^ b)
  }

  /** The only one, the lowest one; null when there is none. */
  get first(): number | null {
    for (const feature of this) return feature
    return null
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [index, byte] of this.bits.entries()) {
      for (let rest = byte, bit = 0; rest !== 0; rest >>= 1, bit++) if ((rest & 1) === 1) yield index * 8 + bit
    }
  }

  #combined(other: FeatureSet, combine: (a: number, b: number) => number): FeatureSet {
    const bits = new Uint8Array(Math.max(this.bits.length, other.bits.length))
    for (let i = 0; i < bits.length; i++) bits[i] = combine(this.bits[i] ?? 0, other.bits[i] ?? 0)
    return new FeatureSet(bits)
  }
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

function countOf(bits: Uint8Array): number {
  let count = 0
  for (const byte of bits) count += ones[byte] ?? 0
  return count
}

function copyOf(bits: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(length)
  copy.set(bits)
  return copy
}
