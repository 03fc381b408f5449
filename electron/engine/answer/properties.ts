/** The attributes of one feature, straight from the bytes of the file. */
import { membersOf } from '../json/members.ts'
import { asciiText } from '../json/number.ts'
import { stringText } from '../json/text.ts'
import type { Attribute } from '../../contract/layer.ts'
import type { RangeReader } from '../file/ranges.ts'
import * as member from '../geojson/members.ts'
import { farAway, type LayerStore } from '../store/layerStore.ts'

/** Bytes of a feature's properties object; null when it has none. */
export function propertiesOf(store: LayerStore, feature: number, reader: RangeReader): Uint8Array | null | Promise<Uint8Array | null> {
  const start = store.starts[feature] as number
  const at = store.propertiesAt[feature] as number
  const length = store.propertiesLength[feature] as number
  if (at === 0) return null
  if (at !== farAway && length !== farAway) return reader.read(start + at, start + at + length)
  return findProperties(start, store.ends[feature] as number, reader)
}

async function findProperties(start: number, end: number, reader: RangeReader): Promise<Uint8Array | null> {
  return memberBytes(await reader.read(start, end), member.properties)
}

/** Bytes of a member of an object that begins at the first byte; the last one when its name is repeated. */
export function memberBytes(bytes: Uint8Array, wanted: number): Uint8Array | null {
  let found: Uint8Array | null = null
  for (const one of membersOf(bytes, 0)) {
    if (member.memberOf(bytes, one.nameFrom, one.nameTo, one.nameEscaped) === wanted) found = bytes.subarray(one.valueFrom, one.valueTo)
  }
  return found
}

/** All attributes in the order of the file; the last one counts when a name is repeated, as with `JSON.parse`. */
export function attributesIn(properties: Uint8Array): Attribute[] {
  const attributes = new Map<string, Attribute>()
  for (const { nameFrom, nameTo, nameEscaped, valueFrom, valueTo } of membersOf(properties, 0)) {
    const name = stringText(properties, nameFrom, nameTo, nameEscaped)
    attributes.set(name, { name, ...valueOf(properties, valueFrom, valueTo) })
  }
  return [...attributes.values()]
}

/** A value as text: a number as it is written, a list or object as its JSON. */
export function valueOf(bytes: Uint8Array, from: number, to: number): Pick<Attribute, 'type' | 'text'> {
  switch (bytes[from]) {
    case 0x22:
      return { type: 'text', text: stringText(bytes, from + 1, to - 1, bytes.subarray(from + 1, to - 1).includes(0x5c)) }
    case 0x74:
      return { type: 'boolean', text: 'true' }
    case 0x66:
      return { type: 'boolean', text: 'false' }
    case 0x6e:
      return { type: 'null', text: '' }
    case 0x7b:
    case 0x5b:
      return { type: 'json', text: stringText(bytes, from, to, false) }
    default:
      return { type: 'number', text: asciiText(bytes, from, to) }
  }
}
