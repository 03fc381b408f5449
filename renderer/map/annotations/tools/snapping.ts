/** What the pointer catches on: the nearest vertex within reach, or else the nearest place of an edge. Pure; everything in one plane. */
import { nearestOnSegment } from './simplify.ts'

type Position = readonly [x: number, y: number]

/** A shape's positions as OpenLayers keeps them: one after another, `stride` numbers each. `ends` has the end of each line or ring. */
export type Shape = { flat: readonly number[]; stride: number; ends: readonly number[] }

export type Catch = { at: Position; on: 'vertex' | 'edge' }

/** @param reach in the units of the plane */
export function nearestCatch(shapes: Iterable<Shape>, [x, y]: Position, reach: number): Catch | null {
  let vertex: Position | null = null
  let edge: Position | null = null
  let [toVertex, toEdge] = [reach, reach]
  for (const { flat, stride, ends } of shapes) {
    let start = 0
    for (const end of ends) {
      for (let index = start; index < end; index += stride) {
        const [x2, y2] = [flat[index] ?? 0, flat[index + 1] ?? 0]
        const away = Math.hypot(x2 - x, y2 - y)
        if (away <= toVertex) [vertex, toVertex] = [[x2, y2], away]
        if (index === start) continue
        const [x1, y1] = [flat[index - stride] ?? 0, flat[index - stride + 1] ?? 0]
        // Most edges are far away, and that is quickly seen.
        if (
          Math.min(x1, x2) > x + toEdge ||
          Math.max(x1, x2) < x - toEdge ||
          Math.min(y1, y2) > y + toEdge ||
          Math.max(y1, y2) < y - toEdge
        )
          continue
        const [nearX, nearY] = nearestOnSegment([x, y], [x1, y1], [x2, y2])
        const off = Math.hypot(nearX - x, nearY - y)
        if (off <= toEdge) [edge, toEdge] = [[nearX, nearY], off]
      }
      start = end
    }
  }
  if (vertex !== null) return { at: vertex, on: 'vertex' }
  return edge === null ? null : { at: edge, on: 'edge' }
}
