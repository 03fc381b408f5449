/** Asking what of a layer is inside an area: for the legend of a page, which lists what its frame shows. */
import { z } from './schema.ts'
import { BoundingBox, CategoryValue } from './document.ts'
import { Filter } from './query.ts'

export const TallyRequest = z.strictObject({
  area: BoundingBox,
  filter: Filter,
  /** Whose values are counted; null where the number of features is enough. */
  field: z.string().max(1_000).nullable(),
})

export const AreaTally = z.strictObject({
  /** Features inside, or partly inside, by their true shapes. */
  count: z.int().min(0),
  /** Most frequent first; those beyond the ten-thousandth are left out, and are in `count` all the same. */
  values: z.array(z.strictObject({ value: CategoryValue, count: z.int().min(1) })).max(10_000),
})

export type TallyRequest = z.infer<typeof TallyRequest>
export type AreaTally = z.infer<typeof AreaTally>
