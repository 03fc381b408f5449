/**
 * Name, type and fill rate of the attributes, gathered while their bytes go by: no value is decoded. Features of a file mostly have the same names in the
 * same order, so the name that came next the last time is compared first.
 */
import { fieldLimit, type LayerField } from '../../contract/layer.ts'
import { isInteger } from '../json/number.ts'
import { stringText } from '../json/text.ts'

const keptNameLength = 500

type Kind = 'text' | 'date' | 'year' | 'integer' | 'number' | 'boolean' | 'json'

class Field {
  readonly name: string
  readonly raw: Uint8Array
  filled = 0
  /** Feature in which it was last seen filled, so that a repeated name counts once. */
  lastFeature = -1
  /** The field that followed it the last time. */
  next: Field | null = null
  readonly kinds: Record<Kind, number> = { text: 0, date: 0, year: 0, integer: 0, number: 0, boolean: 0, json: 0 }

  constructor(name: string, raw: Uint8Array) {
    this.name = name
    this.raw = raw
  }
}

export class FieldStatistics {
  /** Whether there were more names than are kept. */
  overflowed = false

  private readonly byName = new Map<string, Field>()
  private first: Field | null = null
  private current: Field | null = null
  private previous: Field | null = null
  /** What was counted for the last feature. */
  private readonly countedFields: Field[] = []
  private readonly countedKinds: Kind[] = []
  private counted = 0
  private countedFeature = -1

  /** The next names belong to another feature. */
  startFeature(): void {
    this.previous = null
    this.current = null
  }

  key(bytes: Uint8Array, from: number, to: number, escaped: boolean): void {
    const guess = this.previous === null ? this.first : this.previous.next
    if (guess !== null && equals(guess.raw, bytes, from, to)) this.current = guess
    else {
      this.current = this.find(bytes, from, to, escaped)
      if (this.current !== null) {
        if (this.previous === null) this.first = this.current
        else this.previous.next = this.current
      }
    }
    if (this.current !== null) this.previous = this.current
  }

  text(bytes: Uint8Array, from: number, to: number, feature: number): void {
    const c = bytes[from] as number
    this.count(c >= 0x30 && c <= 0x39 && to > from ? dateKind(bytes, from, to) : 'text', feature)
  }

  number(bytes: Uint8Array, from: number, to: number, feature: number): void {
    this.count(isInteger(bytes, from, to) ? 'integer' : 'number', feature)
  }

  boolean(feature: number): void {
    this.count('boolean', feature)
  }

  json(feature: number): void {
    this.count('json', feature)
  }

  /** @param features over which the fill rate is taken */
  summary(features: number): LayerField[] {
    return [...this.byName.values()].map((field) => ({
      name: field.name,
      type: typeOf(field),
      fillRate: features === 0 ? 0 : Math.min(1, field.filled / features),
    }))
  }

  /** Takes back what was counted for a feature, if it was the last one. */
  forget(feature: number): void {
    if (feature !== this.countedFeature) return
    for (let i = 0; i < this.counted; i++) {
      const field = this.countedFields[i] as Field
      field.filled--
      field.kinds[this.countedKinds[i] as Kind]--
    }
    this.counted = 0
  }

  private count(kind: Kind, feature: number): void {
    const field = this.current
    if (field === null || field.lastFeature === feature) return
    field.lastFeature = feature
    field.filled++
    field.kinds[kind]++
    if (feature !== this.countedFeature) {
      this.countedFeature = feature
      this.counted = 0
    }
    // Written over from feature to feature: a pair for each attribute of each feature would be garbage by the million.
    this.countedFields[this.counted] = field
    this.countedKinds[this.counted++] = kind
  }

  private find(bytes: Uint8Array, from: number, to: number, escaped: boolean): Field | null {
    const name = stringText(bytes, from, to, escaped)
    const known = this.byName.get(name)
    if (known !== undefined) return known
    if (this.byName.size === fieldLimit) {
      this.overflowed = true
      return null
    }
    const field = new Field(name, to - from <= keptNameLength ? bytes.slice(from, to) : new Uint8Array(0))
    this.byName.set(name, field)
    return field
  }
}

function equals(raw: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from || raw.length === 0) return false
  for (let i = 0; i < raw.length; i++) if (raw[i] !== bytes[from + i]) return false
  return true
}

function typeOf(field: Field): LayerField['type'] {
  const { text, date, year, integer, number, boolean, json } = field.kinds
  const all = field.filled
  if (all === 0) return 'empty'
  if (date > 0 && date + year === all) return 'date'
  if (text + date + year === all) return 'text'
  if (integer === all) return 'integer'
  if (integer + number === all) return 'number'
  if (boolean === all) return 'boolean'
  if (json === all) return 'json'
  return 'mixed'
}

/** ISO 8601 dates: `2020-09`, `2020-09-23`, and those followed by a time. `2020` alone may be a date beside others. */
function dateKind(bytes: Uint8Array, from: number, to: number): Kind {
  const length = to - from
  if (length < 4 || length > 40 || !areDigits(bytes, from, 4)) return 'text'
  if (length === 4) return 'year'
  if (length < 7 || bytes[from + 4] !== 0x2d || !isBetween(bytes, from + 5, 1, 12)) return 'text'
  if (length === 7) return 'date'
  if (length < 10 || bytes[from + 7] !== 0x2d || !isBetween(bytes, from + 8, 1, 31)) return 'text'
  if (length === 10) return 'date'
  const separator = bytes[from + 10]
  return (separator === 0x54 || separator === 0x20) && length >= 16 && areDigits(bytes, from + 11, 2) ? 'date' : 'text'
}

function areDigits(bytes: Uint8Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if ((bytes[i] as number) < 0x30 || (bytes[i] as number) > 0x39) return false
  return true
}

function isBetween(bytes: Uint8Array, from: number, low: number, high: number): boolean {
  if (!areDigits(bytes, from, 2)) return false
  const value = ((bytes[from] as number) - 0x30) * 10 + ((bytes[from + 1] as number) - 0x30)
  return value >= low && value <= high
}
