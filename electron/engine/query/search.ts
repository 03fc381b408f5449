/** Features with a text in any of their attributes, whatever its case. */
import { attributesIn } from '../answer/properties.ts'
import type { OpenLayer } from '../sources.ts'
import type { LayerStore } from '../store/layerStore.ts'
import { Mask } from './mask.ts'
import { visitRows } from './rows.ts'
import { KeptWork, type WorkOptions } from './sharedWork.ts'

/** What was typed lately: each letter more is a search. */
const maxKept = 16

const masks = new WeakMap<LayerStore, KeptWork<Mask>>()

/** @returns null for an empty text, which is in every feature. @throws RefusalError, CancelledError */
export async function searchMaskOf(open: OpenLayer, search: string, options: WorkOptions): Promise<Mask | null> {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return null
  const { store } = open.layer
  const kept = masks.get(store) ?? new KeptWork<Mask>(maxKept)
  masks.set(store, kept)
  return kept.get(wanted, (work) => find(open, wanted, work), options)
}

/** @param wanted in lower case */
async function find(open: OpenLayer, wanted: string, options: WorkOptions): Promise<Mask> {
  const mask = new Mask(open.layer.store.featureCount)
  const mayHave = glanceFor(wanted)
  const visit = (feature: number, properties: Uint8Array | null): void => {
    if (properties === null || !mayHave(properties)) return
    if (attributesIn(properties).some(({ text }) => text.toLowerCase().includes(wanted))) mask.add(feature)
  }
  await visitRows(open, visit, options)
  return mask
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Most features do not have what is looked for anywhere in their bytes, names and all: then none of their values is made a text.
 *
 * @returns false only where no value can have it
 */
function glanceFor(wanted: string): (properties: Uint8Array) => boolean {
  const needle = /^[\u0020-\u007e]+$/.test(wanted) ? new TextEncoder().encode(wanted) : null
  return (properties) => {
    let seen = 0
    for (let i = 0; i < properties.length; i++) {
      const c = properties[i] as number
      // An escape may stand for anything.
      if (c === 0x5c) return true
      seen |= c
    }
    if (seen >= 0x80) return decoder.decode(properties).toLowerCase().includes(wanted)
    return needle !== null && hasBytes(properties, needle)
  }
}

/** Upper case letters of ASCII as lower case ones, other bytes as they are. */
const lowered = Uint8Array.from({ length: 0x100 }, (_, c) => (c >= 0x41 && c <= 0x5a ? c + 0x20 : c))

/** @param needle in lower case */
function hasBytes(bytes: Uint8Array, needle: Uint8Array): boolean {
  const first = needle[0] as number
  const last = bytes.length - needle.length
  for (let from = 0; from <= last; from++) {
    if (lowered[bytes[from] as number] !== first) continue
    let i = 1
    while (i < needle.length && lowered[bytes[from + i] as number] === needle[i]) i++
    if (i === needle.length) return true
  }
  return false
}
