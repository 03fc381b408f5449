/**
 * Web Mercator (EPSG:3857, EPSG Guidance Note 7-2 §3.2.1.2) in 32-bit fixed point: one unit is one centimetre of the projected plane. Rounding moves a
 * vertex by at most half a unit on each axis, 0.71 cm in all; on the ground it is less, by the cosine of the latitude.
 */

const earthRadiusM = 6378137

/** Units in one metre. */
export const unitsPerMetre = 100

/** Half the width of the world, in metres. */
export const halfWorldM = Math.PI * earthRadiusM

/** Half the width of the world, in units. Below 2³¹. */
export const halfWorld = halfWorldM * unitsPerMetre

/** The latitude at which the square world ends, in degrees. */
export const maximumLatitude = (Math.atan(Math.sinh(Math.PI)) * 180) / Math.PI

const unitsPerDegree = halfWorld / 180
const radius = earthRadiusM * unitsPerMetre
const radians = Math.PI / 180

/** @param lon degrees, −180 to 180 @returns units from the prime meridian, rounded */
export function toX(lon: number): number {
  return Math.round(lon * unitsPerDegree)
}

/** @param lat degrees; beyond ±85.051° it is put at the edge @returns units from the equator, rounded */
export function toY(lat: number): number {
  if (lat >= maximumLatitude) return Math.round(halfWorld)
  if (lat <= -maximumLatitude) return -Math.round(halfWorld)
  const sine = Math.sin(lat * radians)
  return Math.round((radius / 2) * Math.log((1 + sine) / (1 - sine)))
}

/** @param x units @returns degrees */
export function toLon(x: number): number {
  return x / unitsPerDegree
}

/** @param y units @returns degrees */
export function toLat(y: number): number {
  return Math.atan(Math.sinh(y / radius)) / radians
}
