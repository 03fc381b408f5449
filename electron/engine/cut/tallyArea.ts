/** How many features of a layer are inside an area, and with which values. */
import type { AreaTally, TallyRequest } from '../../contract/tally.ts'
import { columnFor } from '../query/columns.ts'
import { maskOf } from '../query/filter.ts'
import { Mask } from '../query/mask.ts'
import { Pauses } from '../query/pause.ts'
import type { WorkOptions } from '../query/sharedWork.ts'
import { Tally } from '../query/tally.ts'
import type { OpenLayer } from '../sources.ts'
import { boxesOf, isInBox } from './hit.ts'
import { featuresIn } from './spatialIndex.ts'

/** As many as the contract lets through. */
const maxValues = 10_000

/** @throws RefusalError, CancelledError */
export async function tallyArea(open: OpenLayer, { area, filter, field }: TallyRequest, options: WorkOptions): Promise<AreaTally> {
  const { store } = open.layer
  const mask = await maskOf(open, filter, options)
  const tally = field === null ? null : new Tally(await columnFor(open, field, options))
  const inside = new Mask(store.featureCount)
  const pauses = new Pauses(options.signal)
  for (const box of boxesOf(area)) {
    for (const [at, feature] of featuresIn(store, box).entries()) {
      if ((at & 0xff) === 0 && pauses.isDue) await pauses.take()
      // A feature that reaches over the antimeridian is found on both sides of it.
      if (inside.has(feature) || (mask !== null && !mask.has(feature)) || !isInBox(store, feature, box)) continue
      inside.add(feature)
      tally?.add(feature)
    }
  }
  return { count: inside.count, values: tally?.top(maxValues) ?? [] }
}
