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
  const visit = (feature: number, properties: Uint8Array | null): void => {
    if (properties !== null && attributesIn(properties).some(({ text }) => text.toLowerCase().includes(wanted))) mask.add(feature)
  }
  await visitRows(open, visit, options)
  return mask
}
