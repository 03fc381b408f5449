/**
 * What is done to a geometry that cannot be drawn as it is written: rings are closed, those with too few positions dropped, everything is cut at the
 * antimeridian. The reader does it to the flat copy, the answers do it to the exact coordinates; both come here, so that both come to the same.
 */
import { cutLine, cutPolygon, type Position, type World } from './antimeridian.ts'

export type Shape = { points: Position[]; lines: Position[][]; polygons: Position[][][] }

export type Repairs = {
  closedRing: boolean
  /** Positions of the shortest ring that was dropped; 0 when none was. */
  droppedRing: number
  droppedLine: boolean
}

export function repair(shape: Shape, world: World): { shape: Shape; repairs: Repairs } {
  const repairs: Repairs = { closedRing: false, droppedRing: 0, droppedLine: false }
  const lines = shape.lines.flatMap((line) => {
    if (line.length > 1) return cutLine(line, world)
    if (line.length === 1) repairs.droppedLine = true
    return []
  })
  const polygons = shape.polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => repairRing(ring, repairs))
    if (outer === undefined || outer === null) return []
    return cutPolygon([outer, ...holes.filter((hole) => hole !== null)], world)
  })
  return { shape: { points: shape.points, lines, polygons }, repairs }
}

function repairRing(ring: Position[], repairs: Repairs): Position[] | null {
  if (ring.length === 0) return null
  const first = ring[0] as Position
  const last = ring.at(-1) as Position
  const isClosed = first[0] === last[0] && first[1] === last[1]
  const closed = isClosed && ring.length > 1 ? ring : [...ring, [...first]]
  if (closed.length < 4) {
    repairs.droppedRing = repairs.droppedRing === 0 ? ring.length : Math.min(repairs.droppedRing, ring.length)
    return null
  }
  if (!isClosed) repairs.closedRing = true
  return closed
}
