/** Distinct values of an attribute. */
import type { CategoryValue } from '../../contract/document.ts'
import type { FieldValues } from '../../contract/layer.ts'
import { CancelledError } from '../../contract/refusal.ts'
import { RangeReader } from '../file/ranges.ts'
import { membersOf } from '../json/members.ts'
import { stringText } from '../json/text.ts'
import type { OpenLayer } from '../sources.ts'
import { skipped } from '../store/layerStore.ts'
import { propertiesOf, valueOf } from './properties.ts'

/** Values that are told apart; with more of them, nobody makes categories. */
const distinctLimit = 100_000

/** The longest text that can be a category (`CategoryValue` in the contract). */
const textLimit = 10_000

export type FieldName = { text: string; bytes: Uint8Array }

/**
 * Values of all features but the skipped ones, most frequent first, in the order of the file where they are equally frequent. A feature without the
 * attribute counts as null; lists and objects are compared by their JSON.
 *
 * @throws RefusalError, CancelledError
 */
export async function valuesOf(open: OpenLayer, field: string, limit: number, signal: AbortSignal): Promise<FieldValues> {
  const { store } = open.layer
  const name: FieldName = { text: field, bytes: new TextEncoder().encode(field) }
  const counts = new Map<CategoryValue, number>()
  let overflowed = false
  const reader = await RangeReader.open(open.path, open.state)
  try {
    for (let feature = 0; feature < store.featureCount; feature++) {
      if ((feature & 0x3ff) === 0) {
        // Lets a cancel come through: most readings are answered from memory and do not wait.
        await new Promise(setImmediate)
        if (signal.aborted) throw new CancelledError()
      }
      if (store.kinds[feature] === skipped) continue
      const reading = propertiesOf(store, feature, reader)
      const properties = reading instanceof Promise ? await reading : reading
      const value = properties === null ? null : valueIn(properties, name)
      const count = counts.get(value)
      if (count !== undefined) counts.set(value, count + 1)
      else if (counts.size < distinctLimit) counts.set(value, 1)
      else overflowed = true
    }
  } finally {
    await reader.close()
  }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1])
  return { values: sorted.slice(0, limit).map(([value, count]) => ({ value, count })), more: overflowed || sorted.length > limit }
}

/** The value of an attribute; null where there is none. */
export function valueIn(properties: Uint8Array, field: FieldName): CategoryValue {
  let found: CategoryValue = null
  for (const { nameFrom, nameTo, nameEscaped, valueFrom, valueTo } of membersOf(properties, 0)) {
    if (!isName(properties, nameFrom, nameTo, nameEscaped, field)) continue
    const { type, text } = valueOf(properties, valueFrom, valueTo)
    if (type === 'null') found = null
    else if (type === 'boolean') found = text === 'true'
    else if (type === 'number') found = finite(Number(text), text)
    else found = text.slice(0, textLimit)
  }
  return found
}

/** Compares bytes where it can: making a text of every name would take most of the time. */
function isName(bytes: Uint8Array, from: number, to: number, escaped: boolean, field: FieldName): boolean {
  // A replacement character may stand for bytes that are not UTF-8.
  if (escaped || field.text.includes('\ufffd')) return stringText(bytes, from, to, escaped) === field.text
  if (to - from !== field.bytes.length) return false
  for (let i = 0; i < field.bytes.length; i++) if (bytes[from + i] !== field.bytes[i]) return false
  return true
}

/** A number that is too large to be one stays what it is: its digits. */
function finite(value: number, text: string): CategoryValue {
  return Number.isFinite(value) ? value : text.slice(0, textLimit)
}
