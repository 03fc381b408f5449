/**
 * The values of one field of a layer, by feature: a byte for the kind of each, numbers as 64-bit floating point (integers beyond 2^53 are rounded), texts by
 * their number in a table. What is shown and exported is read from the file instead, digit by digit.
 */
import { Buffer, isUtf8 } from 'node:buffer'
import type { Value } from '../../contract/expression/index.ts'
import { numberValue } from '../json/number.ts'
import { stringText } from '../json/text.ts'
import { TextCollector, type TextTable } from './textTable.ts'

/** Kinds of values. `none`: the feature lacks the field, or has null in it. */
export const none = 0
export const no = 1
export const yes = 2
export const number = 3
export const text = 4
/** A list or an object, as its JSON. */
export const json = 5

export class Column {
  readonly kinds: Uint8Array
  /** Null when there is no number; meaningless where the kind is another. */
  readonly numbers: Float64Array | null
  /** Numbers of texts; null when there is no text. */
  readonly codes: Uint32Array | null
  readonly texts: TextTable

  constructor(kinds: Uint8Array, numbers: Float64Array | null, codes: Uint32Array | null, texts: TextTable) {
    this.kinds = kinds
    this.numbers = numbers
    this.codes = codes
    this.texts = texts
  }

  get byteLength(): number {
    return this.kinds.byteLength + (this.numbers?.byteLength ?? 0) + (this.codes?.byteLength ?? 0) + this.texts.byteLength
  }

  valueAt(feature: number): Value {
    switch (this.kinds[feature]) {
      case no:
        return false
      case yes:
        return true
      case number:
        return this.numbers?.[feature] ?? null
      case text:
      case json:
        return this.codes === null ? null : this.texts.text(this.codes[feature] as number)
      default:
        return null
    }
  }
}

export class ColumnBuilder {
  private readonly kinds: Uint8Array<ArrayBuffer>
  private numbers: Float64Array<ArrayBuffer> | null = null
  private codes: Uint32Array<ArrayBuffer> | null = null
  private readonly collector = new TextCollector()

  constructor(featureCount: number) {
    this.kinds = new Uint8Array(featureCount)
  }

  /** @param from first byte of the value as it stands in the file; a second value of a feature takes the place of the first. @throws TooMuchText */
  set(feature: number, bytes: Uint8Array, from: number, to: number): void {
    switch (bytes[from]) {
      case 0x22:
        this.kinds[feature] = text
        this.setText(feature, bytes, from + 1, to - 1)
        break
      case 0x74:
        this.kinds[feature] = yes
        break
      case 0x66:
        this.kinds[feature] = no
        break
      case 0x6e:
        this.kinds[feature] = none
        break
      case 0x7b:
      case 0x5b:
        this.kinds[feature] = json
        this.setCode(feature, bytes, from, to)
        break
      default:
        this.setNumber(feature, bytes, from, to)
    }
  }

  finish(): Column {
    return new Column(this.kinds, this.numbers, this.codes, this.collector.finish())
  }

  /** A number that is too large to be one stays what it is: its digits. */
  private setNumber(feature: number, bytes: Uint8Array, from: number, to: number): void {
    const value = numberValue(bytes, from, to)
    if (Number.isFinite(value)) {
      this.kinds[feature] = number
      this.numbers ??= new Float64Array(this.kinds.length)
      this.numbers[feature] = value
    } else {
      this.kinds[feature] = text
      this.setCode(feature, bytes, from, to)
    }
  }

  private setText(feature: number, bytes: Uint8Array, from: number, to: number): void {
    if (!isSpecial(bytes, from, to)) {
      this.setCode(feature, bytes, from, to)
      return
    }
    // Escaped, or not in UTF-8: the same text has the same bytes afterwards.
    const own = Buffer.from(stringText(bytes, from, to, bytes.subarray(from, to).includes(0x5c)), 'utf8')
    this.setCode(feature, own, 0, own.length)
  }

  private setCode(feature: number, bytes: Uint8Array, from: number, to: number): void {
    this.codes ??= new Uint32Array(this.kinds.length)
    this.codes[feature] = this.collector.number(bytes, from, to)
  }
}

/** Whether the bytes of a text are not simply its UTF-8. */
function isSpecial(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = 0
  for (let i = from; i < to; i++) {
    const c = bytes[i] as number
    if (c === 0x5c) return true
    seen |= c
  }
  return seen >= 0x80 && !isUtf8(bytes.subarray(from, to))
}
