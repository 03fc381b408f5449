/**
 * The bytes of a cut: the features of a layer that mark a picture, generalised to its pixels. The engine writes them, the painter reads them.
 *
 * A cut is a sequence of pieces, each whole in itself, little-endian. Features come in the order of the file, which is the order of drawing; where sizes were asked for, the largest come
 * first. A piece:
 *
 * | at | type | what |
 * | --- | --- | --- |
 * | 0 | u32 | bytes of the piece, this header included; a multiple of 4 |
 * | 4 | u32 | F, features |
 * | 8 | u32 | P, parts |
 * | 12 | u32 | V, vertices |
 * | 16 | f32 × 2V | x, y of each vertex: pixels from the north-west corner of the picture, x to the east, y to the south |
 * | | u32 × F | index of each feature in the file |
 * | | u32 × F | part after the last of each feature, counted in the piece |
 * | | u32 × P | vertex after the last of each part, counted in the piece |
 * | | u8 × P | what each part is: a value of `partKind` |
 * | | u8 × F | class of each feature: an index into the values or ranges that were asked for; their number for all others |
 * | | u16 × F | where sizes were asked for, from the next even byte on: how large each feature is, from 0 to 65,535 for a share of 0 to 1 (`sizes.ts`) |
 *
 * Points are one part; a line is a part; a ring is a part that does not repeat its first vertex, and holes follow their outer ring. A line or an outer ring of one vertex stands for
 * everything that is smaller than half a pixel in that place.
 */

export const pieceHeaderBytes = 16

/** A share of 1 in a piece. A share is off by 1/131,070 at most; a point of 50 mm that grows from nothing by area is off by less than 0.14 mm where it is smallest, and by less than 0.001 mm from 20 mm on. */
export const wholeShare = 65_535

/** Where the shares of a piece begin, in bytes. */
export function sharesStart(features: number, parts: number, vertices: number): number {
  const end = pieceHeaderBytes + vertices * 8 + features * 8 + parts * 5 + features
  return end + (end % 2)
}

export const partKind = { points: 0, line: 1, outerRing: 2, hole: 3 } as const
