/** Places to try the formats with, and distances between them. */
import * as fc from 'fast-check'
import type { LonLat } from '../../../../electron/contract/document.ts'

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })

export const anyLonLat: fc.Arbitrary<LonLat> = fc.tuple(degrees(-180, 180), degrees(-90, 90))

/** Where UTM holds. 180° itself is left out: it is zone 1 to some and zone 60 to others. */
export const anyUtmPlace: fc.Arbitrary<LonLat> = fc.tuple(degrees(-180, 179.999999), degrees(-80, 83.999999))

/** Distance in metres on a sphere; good for the small distances that are compared here. */
export function distanceM([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
  const radians = Math.PI / 180
  const x = Math.sin(((lonA - lonB) / 2) * radians) * 2 * Math.cos(((latA + latB) / 2) * radians)
  return Math.hypot(x, (latA - latB) * radians) * 6_378_137
}
