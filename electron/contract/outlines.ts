/** Asking for the vertices and edges near a place, to draw along them. */
import { z } from './schema.ts'
import { BoundingBox } from './document.ts'
import { Filter } from './query.ts'

export const OutlinesRequest = z.strictObject({
  /** Degrees. */
  area: BoundingBox,
  /** Features that it does not let through are not there. */
  filter: Filter,
  /** Vertices, at most. */
  limit: z.int().min(1).max(50_000),
})

export const Outlines = z.strictObject({
  /** Runs of vertices that are joined by edges, a point being a run of one: x, y, x, y, … in metres of EPSG:3857, to the centimetre. */
  runs: z.array(z.array(z.number())),
  /** False when there are more than was asked for. */
  complete: z.boolean(),
})

export type OutlinesRequest = z.infer<typeof OutlinesRequest>
export type Outlines = z.infer<typeof Outlines>
