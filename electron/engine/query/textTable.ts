/** Texts, each kept once, as UTF-8 in one run of bytes: a million names take a tenth of what they would as strings. */
import { Buffer } from 'node:buffer'

/** More than that is no table any more. */
const byteLimit = 1 << 30

/** Each text has a number, from 0 in the order in which they came. */
export class TextTable {
  readonly count: number
  private readonly bytes: Buffer
  private readonly ends: Uint32Array

  constructor(bytes: Uint8Array, ends: Uint32Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.ends = ends
    this.count = ends.length
  }

  get byteLength(): number {
    return this.bytes.length + this.ends.byteLength
  }

  text(index: number): string {
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index])
  }
}

/** Thrown when there is more text than a table takes. */
export class TooMuchText extends Error {}

/** Collects texts, and finds those that came before by a hash table over their bytes (open addressing, at most half full). */
export class TextCollector {
  private bytes = new Uint8Array(1 << 12)
  private length = 0
  private ends = new Uint32Array(1 << 8)
  private hashes = new Uint32Array(1 << 8)
  private count = 0
  /** Number of a text and 1; 0 where there is none. */
  private slots = new Uint32Array(1 << 9)

  /** @returns the number of a text, by its UTF-8 bytes. @throws TooMuchText */
  number(source: Uint8Array, from: number, to: number): number {
    const hash = hashOf(source, from, to)
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let known = this.slots[slot] as number; known !== 0; known = this.slots[slot] as number) {
      if (this.hashes[known - 1] === hash && this.isSame(known - 1, source, from, to)) return known - 1
      slot = (slot + 1) & mask
    }
    const index = this.add(source, from, to, hash)
    this.slots[slot] = index + 1
    if (this.count * 2 > this.slots.length) this.grow()
    return index
  }

  finish(): TextTable {
    return new TextTable(this.bytes.slice(0, this.length), this.ends.slice(0, this.count))
  }

  private isSame(index: number, source: Uint8Array, from: number, to: number): boolean {
    const start = index === 0 ? 0 : (this.ends[index - 1] as number)
    if ((this.ends[index] as number) - start !== to - from) return false
    for (let i = from, at = start; i < to; i++, at++) if (source[i] !== this.bytes[at]) return false
    return true
  }

  private add(source: Uint8Array, from: number, to: number, hash: number): number {
    const index = this.count
    const end = this.length + to - from
    if (end > byteLimit) throw new TooMuchText()
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, end))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    for (let i = from, at = this.length; i < to; i++, at++) this.bytes[at] = source[i] as number
    if (index === this.ends.length) {
      this.ends = doubled(this.ends)
      this.hashes = doubled(this.hashes)
    }
    this.ends[index] = end
    this.hashes[index] = hash
    this.length = end
    this.count += 1
    return index
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2)
    const mask = this.slots.length - 1
    for (let index = 0; index < this.count; index++) {
      let slot = (this.hashes[index] as number) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = index + 1
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** FNV-1a over the bytes, and the last mix of MurmurHash3, since the low bits choose the slot. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
