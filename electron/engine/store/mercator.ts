/**
 * Web Mercator (EPSG:3857, “Popular Visualisation Pseudo Mercator” of IOGP Guidance Note 7-2) in 32-bit fixed point: one unit is one centimetre of the
 * projected plane. Rounding moves a vertex by at most 0.502 units on each axis, 0.71 cm in all; on the ground it is less, by the cosine of the latitude.
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
const edge = Math.round(halfWorld)

/** @param lon degrees, −180 to 180 @returns units from the prime meridian, rounded */
export function toX(lon: number): number {
  return rounded(lon * unitsPerDegree)
}

/*
 * y is wanted for every vertex, and a sine and a logarithm take most of the time of reading one. So it is tabulated, with its derivatives, at every 64th
 * of a degree; the cubic Taylor polynomial from the nearest node is within 0.002 units everywhere (a test measures it).
 */
const nodesPerDegree = 64
const lastNode = Math.ceil(maximumLatitude * nodesPerDegree)
const nodes = new Float64Array((lastNode * 2 + 1) * 4)

for (let node = -lastNode; node <= lastNode; node++) {
  const lat = (node / nodesPerDegree) * radians
  const sine = Math.sin(lat)
  const secant = 1 / Math.cos(lat)
  const tangent = sine * secant
  const at = (node + lastNode) * 4
  nodes[at] = (radius / 2) * Math.log((1 + sine) / (1 - sine))
  nodes[at + 1] = radius * secant * radians
  nodes[at + 2] = (radius * secant * tangent * radians ** 2) / 2
  nodes[at + 3] = (radius * secant * (2 * tangent * tangent + 1) * radians ** 3) / 6
}

/** @param lat degrees; beyond ±85.051° it is put at the edge @returns units from the equator, rounded */
export function toY(lat: number): number {
  if (lat >= maximumLatitude) return edge
  if (lat <= -maximumLatitude) return -edge
  const node = (lat * nodesPerDegree + lastNode + 0.5) | 0
  const d = lat - (node - lastNode) / nodesPerDegree
  const at = node * 4
  const y0 = nodes[at] as number
  return rounded(y0 + d * ((nodes[at + 1] as number) + d * ((nodes[at + 2] as number) + d * (nodes[at + 3] as number))))
}

/** `Math.round` of what fits 32 bits, at a third of its price. */
function rounded(value: number): number {
  return (value + (value < 0 ? -0.5 : 0.5)) | 0
}

/** @param x units @returns degrees */
export function toLon(x: number): number {
  return x / unitsPerDegree
}

/** @param y units @returns degrees */
export function toLat(y: number): number {
  return Math.atan(Math.sinh(y / radius)) / radians
}
