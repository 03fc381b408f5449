/** Outlines of circles on the ground, as lines to draw on a map: with as many vertices as they need, and longitudes without jumps. */
import type { LonLat } from '../../../electron/contract/values.ts'
import { destination, legBetween, type Position, wgs84 } from './ellipsoid.ts'

/** Steps of azimuth: 180 vertices stay within 0.02% of the radius. */
const baseSteps = 180
/** Near a pole, a small step of azimuth is a large one of longitude; it is halved until it is smaller than this. */
const maxLonStepDeg = 6
const maxHalvings = 12

/**
 * The line at a distance from a place, closed, clockwise from north.
 *
 * @returns longitudes that go on past 180; where the line goes round a pole, the last one is 360 degrees from the first
 */
export function circleOutline(center: Position, radiusM: number): LonLat[] {
  const at = (step: number): LonLat => destination(center, (step * 360) / baseSteps, radiusM)
  const line: LonLat[] = [at(0)]
  for (let step = 0; step < baseSteps; step += 1) extend(line, at, step, step + 1, 0)
  // Exactly closed: the same place as the first, whatever turn it is on.
  const [first, last] = [line[0], line.at(-1)]
  if (first !== undefined && last !== undefined) line[line.length - 1] = [first[0] + 360 * Math.round((last[0] - first[0]) / 360), first[1]]
  return line
}

/** Appends the vertices of a step of azimuth, without its first. */
function extend(line: LonLat[], at: (step: number) => LonLat, from: number, to: number, halvings: number): void {
  const last = line.at(-1) ?? at(from)
  const [lon, lat] = at(to)
  const continued: LonLat = [lon + 360 * Math.round((last[0] - lon) / 360), lat]
  if (Math.abs(continued[0] - last[0]) <= maxLonStepDeg || halvings === maxHalvings) {
    line.push(continued)
    return
  }
  const middle = (from + to) / 2
  extend(line, at, from, middle, halvings + 1)
  extend(line, at, middle, to, halvings + 1)
}

/**
 * The area within a distance of a place, as rings to fill on a flat map: the outer ring, and a hole where more than half of the world is inside. A ring
 * round a pole is closed along that pole's parallel, 90 degrees.
 */
export function circleArea(center: Position, radiusM: number): LonLat[][] {
  const line = circleOutline(center, radiusM)
  const [first, last] = [line[0], line.at(-1)]
  if (first === undefined || last === undefined) return []
  const north = legBetween(center, [center[0], 90]).lengthM < radiusM
  const south = legBetween(center, [center[0], -90]).lengthM < radiusM
  if (first[0] !== last[0]) {
    const pole = north ? 90 : -90
    return [[...line, [last[0], pole], [first[0], pole], first]]
  }
  if (!north || !south) return [line]
  const middle = line.reduce((sum, [lon]) => sum + lon, 0) / line.length
  const [west, east] = [middle - 180, middle + 180]
  return [
    [
      [west, -90],
      [east, -90],
      [east, 90],
      [west, 90],
      [west, -90],
    ],
    line,
  ]
}

/** Range rings, from the inside out. */
export function ringOutlines(center: Position, radiiM: readonly number[]): { radiusM: number; outline: LonLat[] }[] {
  return radiiM.toSorted((a, b) => a - b).map((radiusM) => ({ radiusM, outline: circleOutline(center, radiusM) }))
}

/**
 * The shortest way over the ground, as a line to draw on a map: vertices every so many metres, longitudes without jumps.
 *
 * @param maxStepM at most so far apart; at most 500 vertices to a leg
 */
export function geodesicLine(line: readonly Position[], maxStepM = 50_000): LonLat[] {
  const [first] = line
  if (first === undefined) return []
  const drawn: LonLat[] = [[first[0], first[1]]]
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index] ?? to
    const way = wgs84.InverseLine(from[1], from[0], to[1], to[0])
    const steps = Math.min(500, Math.max(1, Math.ceil(way.s13 / maxStepM)))
    for (let step = 1; step <= steps; step += 1) {
      const { lon2 = to[0], lat2 = to[1] } = step === steps ? { lon2: to[0], lat2: to[1] } : way.Position((way.s13 * step) / steps)
      const last = drawn.at(-1)?.[0] ?? lon2
      drawn.push([lon2 + 360 * Math.round((last - lon2) / 360), lat2])
    }
  }
  return drawn
}
