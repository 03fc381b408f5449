/** Asking which features are at a place. */
import { z } from './schema.ts'
import { BoundingBox, LonLat } from './document.ts'
import { Filter } from './query.ts'

const ReachM = z.number().min(0).max(1e7)

export const HitRequest = z.strictObject({
  /** A place, or a box, in degrees. */
  area: z.union([LonLat, BoundingBox]),
  /** How far from it a feature still counts, in metres of EPSG:3857: by its shape, since a mark is wider than a line. */
  reachM: z.strictObject({ point: ReachM, line: ReachM, area: ReachM }),
  /** Features that it does not let through are not there. */
  filter: Filter,
  limit: z.int().min(1).max(10_000),
})

export type HitRequest = z.infer<typeof HitRequest>
