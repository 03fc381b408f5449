/** Asking for a cut: the features of a layer that mark a picture, generalised to its pixels. What comes back is in `pieces.ts`. */
import { z } from './schema.ts'
import { CategoryValue } from './document.ts'
import { Filter } from './query.ts'

/** The most pixels that a picture may have on a side, its margins included. */
export const maxPictureSide = 16_384

const Metres = z.number().min(-1e9).max(1e9)

const Pixels = z.number().min(0).max(4_096)
const Field = z.string().max(1_000)

/** Classes of values, or of ranges: from the lower bound up to the upper one, which belongs to a range unless another one begins there. Ranges ascend. */
export const CutClasses = z.union([
  z.strictObject({ field: Field, values: z.array(CategoryValue).max(100) }),
  z.strictObject({ field: Field, ranges: z.array(z.tuple([z.number(), z.number()])).max(100) }),
])

/** Sizes by a field: `shareOf` in `sizes.ts`. */
export const CutSizes = z.strictObject({ field: Field, from: z.number(), to: z.number() })

/** How a class is marked, in pixels of the picture. */
const CutMark = z.strictObject({
  /** How far a mark reaches beyond its geometry, by the shape. */
  pointPx: Pixels,
  linePx: Pixels,
  areaPx: Pixels,
  /** Half the side of the square around a point that its mark covers whole, so that nothing shines through; 0 where there is none. */
  solidPx: Pixels,
})

export const CutRequest = z
  .strictObject({
    /** West, south, east, north of the picture, in metres of EPSG:3857; within one world (±20,037,508.35), or beyond its edge where there is nothing. */
    box: z.tuple([Metres, Metres, Metres, Metres]),
    /** Metres a pixel of the picture. */
    resolution: z.number().min(1e-4).max(1e6),
    /** How far a mark reaches beyond its geometry, in pixels of the picture: half of the widest symbol or line. */
    reachPx: Pixels,
    /** Features that it does not let through are not there. */
    filter: Filter,
    /** Only these of them: bits as in the contract's `Matching`, in base64, since what is asked is JSON. Left out: all. */
    only: z
      .base64()
      .max(1 << 29)
      .optional(),
    /** Tells classes apart by the values of a field; null where all features look alike. */
    classes: CutClasses.nullable(),
    /** Has the pieces tell of each feature how large it is, and brings the largest first. Left out or null: not. */
    sizes: CutSizes.nullable().optional(),
    /** The marks of each class: where they are told, what lies wholly under the points of the same picture is left out. */
    marks: z.array(CutMark).max(101).optional(),
  })
  .refine(({ box: [west, south, east, north], resolution }) => {
    const width = (east - west) / resolution
    const height = (north - south) / resolution
    return width >= 0 && height >= 0 && width <= maxPictureSide && height <= maxPictureSide
  }, 'a picture has sides of 0 to 16,384 pixels')

/** Asking for the names in a picture. */
export const LabelRequest = z.strictObject({
  cut: CutRequest,
  /** What is written on each feature (`labelTemplate.ts`). */
  template: z.string().max(4_100),
  limit: z.int().min(1).max(10_000),
})

/** Features that can bear a name: one piece of a cut (`pieces.ts`), null when there are none; and what is written on each, by its index in the file. */
export const CutLabels = z.strictObject({
  piece: z.instanceof(Uint8Array).nullable(),
  texts: z.array(z.tuple([z.int().min(0), z.string()])),
})

export type LabelRequest = z.infer<typeof LabelRequest>
export type CutLabels = z.infer<typeof CutLabels>
export type CutRequest = z.infer<typeof CutRequest>
export type CutClasses = z.infer<typeof CutClasses>
export type CutSizes = z.infer<typeof CutSizes>
export type CutMark = z.infer<typeof CutMark>

/** How many classes are told apart, all other values not counted. */
export const classCount = (classes: CutClasses): number => ('values' in classes ? classes.values.length : classes.ranges.length)
