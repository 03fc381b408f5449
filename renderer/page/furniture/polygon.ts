/** Cutting lines and areas off at a rectangle. */
import { bottom, right } from '../boxes.ts'
import type { Box, Point } from '../drawing.ts'

/** Liang and Barsky's way. @returns null when nothing of the line is inside */
export function clipLine([x1, y1]: Point, [x2, y2]: Point, box: Box): [Point, Point] | null {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [from, to] = [0, 1]
  for (const [delta, room] of [
    [-dx, x1 - box.x],
    [dx, right(box) - x1],
    [-dy, y1 - box.y],
    [dy, bottom(box) - y1],
  ] as const) {
    if (delta === 0) {
      if (room < 0) return null
      continue
    }
    const at = room / delta
    if (delta < 0) from = Math.max(from, at)
    else to = Math.min(to, at)
  }
  if (!(from < to)) return null
  return [
    [x1 + from * dx, y1 + from * dy],
    [x1 + to * dx, y1 + to * dy],
  ]
}

/** Sutherland and Hodgman's way, for one ring. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  const sides: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, box.x, 1],
    [0, right(box), -1],
    [1, box.y, 1],
    [1, bottom(box), -1],
  ]
  let points = [...ring]
  for (const [axis, limit, sign] of sides) {
    const isIn = (point: Point): boolean => (point[axis] - limit) * sign >= 0
    const next: Point[] = []
    for (const [index, point] of points.entries()) {
      const before = points[(index + points.length - 1) % points.length] ?? point
      if (isIn(point) !== isIn(before)) {
        const part = (limit - before[axis]) / (point[axis] - before[axis])
        const other = before[(1 - axis) as 0 | 1] + part * (point[(1 - axis) as 0 | 1] - before[(1 - axis) as 0 | 1])
        next.push(axis === 0 ? [limit, other] : [other, limit])
      }
      if (isIn(point)) next.push(point)
    }
    points = next
  }
  return points
}
