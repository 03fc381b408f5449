/** Distinct values of an attribute. */
import type { CategoryValue } from '../../contract/document.ts'
import type { FieldValues } from '../../contract/layer.ts'
import { membersOf } from '../json/members.ts'
import { stringText } from '../json/text.ts'
import { columnFor } from '../query/columns.ts'
import { maskOf } from '../query/filter.ts'
import { visitSelection } from '../query/selection.ts'
import type { WorkOptions } from '../query/sharedWork.ts'
import { Tally } from '../query/tally.ts'
import type { OpenLayer } from '../sources.ts'
import { valueOf } from './properties.ts'

/** The longest text that can be a category (`CategoryValue` in the contract). */
const textLimit = 10_000

export type FieldName = { text: string; bytes: Uint8Array }

/**
 * Values of all features that a filter lets through, most frequent first, in the order of the file where they are equally frequent. A feature without the
 * attribute counts as null; lists and objects are compared by their JSON.
 *
 * @throws RefusalError, CancelledError
 */
export async function valuesOf(open: OpenLayer, field: string, filter: string, limit: number, options: WorkOptions): Promise<FieldValues> {
  const mask = await maskOf(open, filter, options)
  const tally = new Tally(await columnFor(open, field, options))
  await visitSelection(open, mask, (feature) => tally.add(feature), options.signal)
  return { values: tally.top(limit), more: tally.counts.length > limit }
}

/** The value of an attribute; null where there is none, and for a list or an object. */
export function plainValueIn(properties: Uint8Array, field: FieldName): CategoryValue {
  return valueIn(properties, field, false)
}

/** The value of an attribute; null where there is none. @param withJson whether a list or an object counts as its JSON, or as nothing */
export function valueIn(properties: Uint8Array, field: FieldName, withJson = true): CategoryValue {
  let found: CategoryValue = null
  for (const { nameFrom, nameTo, nameEscaped, valueFrom, valueTo } of membersOf(properties, 0)) {
    if (!isName(properties, nameFrom, nameTo, nameEscaped, field)) continue
    const { type, text } = valueOf(properties, valueFrom, valueTo)
    if (type === 'null' || (type === 'json' && !withJson)) found = null
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
