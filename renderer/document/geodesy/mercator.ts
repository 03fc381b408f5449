/**
 * The plane of the screen: spherical Mercator, EPSG:3857, in metres. Shapes are turned, scaled and aligned there, because that is where the user sees them.
 * Formulas: EPSG Guidance Note 7-2 (2019), method 1024, "Popular Visualisation Pseudo Mercator".
 */
import type { LonLat } from '../../../electron/contract/values.ts'

/** `[x, y]` in metres, x to the east. */
export type PlanePoint = readonly [x: number, y: number]

/** Radius of the sphere, metres: the semi-major axis of WGS84. */
const radiusM = 6_378_137
const degree = Math.PI / 180

/** Half of the way round, metres: x of longitude 180. */
export const halfWorldM = Math.PI * radiusM

/** Northern edge of the square world, degrees: the plane has no poles. */
export const edgeLatitude = 85.051_128_779_806_59

/** Latitudes beyond the edge of the map come to stand on it. Longitudes may be beyond 180. */
export function toPlane([lon, lat]: readonly [number, number]): PlanePoint {
  const phi = Math.min(edgeLatitude, Math.max(-edgeLatitude, lat)) * degree
  return [radiusM * lon * degree, radiusM * Math.asinh(Math.tan(phi))]
}

/** @returns a longitude that may be beyond 180; `positions.ts` brings it back */
export function fromPlane([x, y]: PlanePoint): LonLat {
  return [x / radiusM / degree, Math.atan(Math.sinh(y / radiusM)) / degree]
}
