/** The features of a table query, in its order. */
import { createHash } from 'node:crypto'
import { isMatching, type TableQuery } from '../../contract/query.ts'
import type { OpenLayer } from '../sources.ts'
import { type LayerStore, skipped } from '../store/layerStore.ts'
import { columnFor } from './columns.ts'
import { maskOf } from './filter.ts'
import type { Mask } from './mask.ts'
import { ranksOf, type Ranks, unranked } from './ranks.ts'
import { searchMaskOf } from './search.ts'
import { KeptWork, type WorkOptions } from './sharedWork.ts'
import { stepOf } from './steps.ts'

export type Order = {
  /** Indices in the file. */
  features: Uint32Array<ArrayBuffer>
  /** By feature: where it stands, or `nowhere`. Made when it is first asked for. */
  positions(): Uint32Array
}

export const nowhere = 0xffff_ffff

/** Tables that are open, and the ones before; an order of a million features is 4 MB, or 8 with positions. */
const maxKept = 6

const orders = new WeakMap<LayerStore, KeptWork<Order>>()

/** @throws RefusalError, CancelledError */
export async function orderOf(open: OpenLayer, query: TableQuery, options: WorkOptions): Promise<Order> {
  const { store } = open.layer
  const kept = orders.get(store) ?? new KeptWork<Order>(maxKept)
  orders.set(store, kept)
  return kept.get(keyOf(query), (work) => makeOrder(open, query, work), options)
}

function keyOf({ filter, search, sort, only }: TableQuery): string {
  const chosen = only === null ? null : createHash('sha256').update(only).digest('base64')
  return JSON.stringify([filter.trim(), search.trim().toLowerCase(), sort?.field, sort?.descending, chosen])
}

async function makeOrder(open: OpenLayer, { filter, search, sort, only }: TableQuery, options: WorkOptions): Promise<Order> {
  const { store } = open.layer
  const steps = [filter, search, sort, sort].filter((one) => one !== '' && one !== null).length
  let step = 0
  const next = (): WorkOptions => stepOf(options, step++, steps)
  const masks = [
    filter === '' ? null : await maskOf(open, filter, next()),
    search === '' ? null : await searchMaskOf(open, search, next()),
  ].filter((mask) => mask !== null)
  const chosen = choose(store, masks, only)
  if (sort === null) return withPositions(store, chosen)
  const column = await columnFor(open, sort.field, next())
  return withPositions(store, arrange(chosen, await ranksOf(open, sort.field, column, next()), sort.descending))
}

/** In the order of the file. */
function choose({ featureCount, kinds }: LayerStore, masks: readonly Mask[], only: Uint8Array | null): Uint32Array<ArrayBuffer> {
  const chosen = new Uint32Array(featureCount)
  let count = 0
  for (let feature = 0; feature < featureCount; feature++) {
    if (kinds[feature] === skipped || (only !== null && !isMatching(only, feature))) continue
    if (masks.every((mask) => mask.has(feature))) chosen[count++] = feature
  }
  return chosen.slice(0, count)
}

/** By counting: what has one rank stays in the order of the file. */
function arrange(features: Uint32Array<ArrayBuffer>, { ranks, count }: Ranks, descending: boolean): Uint32Array<ArrayBuffer> {
  const slotOf = (feature: number): number => {
    const rank = ranks[feature] as number
    return rank === unranked ? count : descending ? count - 1 - rank : rank
  }
  const starts = new Uint32Array(count + 2)
  for (const feature of features) starts[slotOf(feature) + 1] = (starts[slotOf(feature) + 1] as number) + 1
  for (let slot = 1; slot < starts.length; slot++) starts[slot] = (starts[slot] as number) + (starts[slot - 1] as number)
  const arranged = new Uint32Array(features.length)
  for (const feature of features) {
    const slot = slotOf(feature)
    const at = starts[slot] as number
    arranged[at] = feature
    starts[slot] = at + 1
  }
  return arranged
}

function withPositions({ featureCount }: LayerStore, features: Uint32Array<ArrayBuffer>): Order {
  let positions: Uint32Array | null = null
  return {
    features,
    positions: () => {
      if (positions === null) {
        positions = new Uint32Array(featureCount).fill(nowhere)
        for (const [at, feature] of features.entries()) positions[feature] = at
      }
      return positions
    },
  }
}
