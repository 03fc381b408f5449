/** Distances in the projected plane. All vertices are given by their index in `xy`; numbers are units. */
import type { UnitBox } from './spatialIndex.ts'

/** Squared distance of the stretch between two vertices from a box: exact for a box without width and for a single vertex. */
export function nearest(xy: Int32Array, a: number, b: number, [west, south, east, north]: UnitBox): number {
  const ax = xy[a * 2] as number
  const ay = xy[a * 2 + 1] as number
  const dx = (xy[b * 2] as number) - ax
  const dy = (xy[b * 2 + 1] as number) - ay
  // The place of the box that is nearest to the first vertex; for a box without width, the only one.
  const x = Math.min(east, Math.max(west, ax)) - ax
  const y = Math.min(north, Math.max(south, ay)) - ay
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
  return (x - t * dx) ** 2 + (y - t * dy) ** 2
}

/** Whether the stretch between two vertices has a place in a box (Liang and Barsky 1984). */
export function crosses(xy: Int32Array, a: number, b: number, [west, south, east, north]: UnitBox): boolean {
  const ax = xy[a * 2] as number
  const ay = xy[a * 2 + 1] as number
  const dx = (xy[b * 2] as number) - ax
  const dy = (xy[b * 2 + 1] as number) - ay
  let enter = 0
  let leave = 1
  for (const [step, room] of [
    [-dx, ax - west],
    [dx, east - ax],
    [-dy, ay - south],
    [dy, north - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false
    } else if (step < 0) enter = Math.max(enter, room / step)
    else leave = Math.min(leave, room / step)
  }
  return enter <= leave
}

/** Whether a place is inside of a ring, by the edges that lie west of it. */
export function isInside(xy: Int32Array, from: number, to: number, x: number, y: number): boolean {
  let inside = false
  for (let vertex = from, before = to - 1; vertex < to; before = vertex++) {
    const ay = xy[before * 2 + 1] as number
    const by = xy[vertex * 2 + 1] as number
    if (ay > y === by > y) continue
    const ax = xy[before * 2] as number
    const bx = xy[vertex * 2] as number
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) < x) inside = !inside
  }
  return inside
}
