/** Boxes on the globe, `[west, south, east, north]`; west is greater than east across the antimeridian (RFC 7946 §5.2). */
import type { BoundingBox } from './values.ts'

/** The smallest box around several: it leaves out the widest gap between them, wherever on the globe that is. */
export function unionOfBoxes(boxes: readonly (BoundingBox | null)[]): BoundingBox | null {
  const known = boxes.filter((box) => box !== null)
  if (known.length === 0) return null
  const [west, east] = unionOfSpans(known)
  return [west, Math.min(...known.map(([, south]) => south)), east, Math.max(...known.map(([, , , north]) => north))]
}

/** Walks around the globe from west to east, and begins the union where the widest gap ends. */
function unionOfSpans(boxes: BoundingBox[]): [west: number, east: number] {
  const spans = boxes.map(([west, , east]) => ({ west, east, end: east < west ? east + 360 : east })).toSorted((a, b) => a.west - b.west)
  const farthest = spans.reduce((one, other) => (other.end > one.end ? other : one))
  // The walk comes from the farthest end, one turn before.
  let reached = { east: farthest.east, end: farthest.end - 360 }
  let best = { gap: 0, west: -180, east: 180 }
  for (const { west, east, end } of spans) {
    if (west - reached.end > best.gap) best = { gap: west - reached.end, west, east: reached.east }
    if (end > reached.end) reached = { east, end }
  }
  return [best.west, best.east]
}
