/** Lengths of lines and areas of polygons on WGS84, along geodesics. */
import { legBetween, type Leg, type Position, wgs84 } from './ellipsoid.ts'

/** Length of a line in metres. Fewer than two positions are 0. */
export const lengthOf = (line: readonly Position[]): number => legsOf(line).reduce((sum, { lengthM }) => sum + lengthM, 0)

/** The parts of a line, from vertex to vertex. */
export function legsOf(line: readonly Position[]): Leg[] {
  return line.slice(1).map((to, index) => legBetween(line[index] ?? to, to))
}

/**
 * Area and outline of a polygon whose sides are geodesics. The area is that of the smaller side where a ring winds round a pole either way, so the
 * direction of drawing does not matter. Holes are taken off the area; their outlines count as perimeter.
 * Source: Karney (2013), §6.
 *
 * @param rings outer ring, then holes; closed or not
 */
export function areaOf(rings: readonly (readonly Position[])[]): { areaM2: number; perimeterM: number } {
  const measured = rings.map(ringArea)
  const [outer = { areaM2: 0, perimeterM: 0 }, ...holes] = measured
  return {
    areaM2: Math.max(0, outer.areaM2 - holes.reduce((sum, { areaM2 }) => sum + areaM2, 0)),
    perimeterM: measured.reduce((sum, { perimeterM }) => sum + perimeterM, 0),
  }
}

function ringArea(ring: readonly Position[]): { areaM2: number; perimeterM: number } {
  const polygon = wgs84.Polygon(false)
  for (const [lon, lat] of openRing(ring)) polygon.AddPoint(lat, lon)
  const { area = 0, perimeter } = polygon.Compute(false, true)
  return { areaM2: Math.abs(area), perimeterM: perimeter }
}

/** Without the last position where it is the first again. */
export function openRing(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length > 1 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
    ? ring.slice(0, -1)
    : ring
}
