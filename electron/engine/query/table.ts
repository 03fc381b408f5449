/** What the attribute table asks. */
import { Buffer } from 'node:buffer'
import { endianness } from 'node:os'
import type { Matching, TablePage, TableQuery } from '../../contract/query.ts'
import { recordsOf } from '../answer/records.ts'
import type { OpenLayer } from '../sources.ts'
import { skipped } from '../store/layerStore.ts'
import { maskOf } from './filter.ts'
import { Mask } from './mask.ts'
import { nowhere, orderOf } from './order.ts'
import type { WorkOptions } from './sharedWork.ts'

/** @throws RefusalError, CancelledError */
export async function pageOf(open: OpenLayer, query: TableQuery, offset: number, limit: number, options: WorkOptions): Promise<TablePage> {
  const { features } = await orderOf(open, query, options)
  return { total: features.length, records: await recordsOf(open, [...features.subarray(offset, offset + limit)]) }
}

/** @throws RefusalError, CancelledError */
export async function positionsOf(
  open: OpenLayer,
  query: TableQuery,
  features: readonly number[],
  options: WorkOptions,
): Promise<(number | null)[]> {
  const positions = (await orderOf(open, query, options)).positions()
  return features.map((feature) => {
    const position = positions[feature] ?? nowhere
    return position === nowhere ? null : position
  })
}

/** @returns 32-bit integers, little-endian. @throws RefusalError, CancelledError */
export async function orderedFeatures(open: OpenLayer, query: TableQuery, options: WorkOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { features } = await orderOf(open, query, options)
  // A copy: the bytes are handed over.
  const bytes = new Uint8Array(features.slice().buffer)
  if (endianness() === 'BE') Buffer.from(bytes.buffer).swap32()
  return bytes
}

/** @throws RefusalError, CancelledError */
export async function matchingOf(open: OpenLayer, filter: string, options: WorkOptions): Promise<Matching> {
  const { count, bits } = (await maskOf(open, filter, options)) ?? everything(open)
  return { count, bits: bits.slice() }
}

function everything({ layer: { store } }: OpenLayer): Mask {
  const mask = new Mask(store.featureCount)
  for (let feature = 0; feature < store.featureCount; feature++) if (store.kinds[feature] !== skipped) mask.add(feature)
  return mask
}
