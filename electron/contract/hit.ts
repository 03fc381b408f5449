/** Asking which features are at a place. */
import { z } from './schema.ts'
import { CutClasses, CutSizes } from './cut.ts'
import { BoundingBox, LonLat } from './document.ts'
import { Filter } from './query.ts'

const ReachM = z.number().min(0).max(1e7)

const Reach = z.strictObject({ point: ReachM, line: ReachM, area: ReachM })

export const HitRequest = z.strictObject({
  /** A place, or a box, in degrees. */
  area: z.union([LonLat, BoundingBox]),
  /** How far from it a feature still counts, in metres of EPSG:3857: by its shape, since a mark is wider than a line. */
  reachM: Reach,
  /** Where not all features reach as far: `reachM` is then the farthest. */
  look: z
    .strictObject({
      classes: CutClasses.nullable(),
      /** By class, all other values last. */
      reachM: z.array(Reach).min(1).max(101),
      /** Comes to what is said by class: from half the smallest to half the largest size. */
      sizes: CutSizes.extend({
        by: z.enum(['area', 'width']),
        pointM: z.tuple([ReachM, ReachM]),
        lineM: z.tuple([ReachM, ReachM]),
      }).nullable(),
    })
    .optional(),
  /** Features that it does not let through are not there. */
  filter: Filter,
  limit: z.int().min(1).max(10_000),
})

export type HitRequest = z.infer<typeof HitRequest>
