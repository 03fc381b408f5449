/** Rings and polygons as RFC 7946 wants them: closed, outer ring counter-clockwise, holes clockwise, no vertex twice in a row. */

/** Twice the signed area of a ring; positive when it runs counter-clockwise. */
export function signedArea(ring) {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
  return sum
}

/** Rounds to five decimals (about a metre), which keeps the edges that two polygons share the same in both. */
function round(value) {
  return Number(value.toFixed(5))
}

function tidyRing(ring, counterClockwise) {
  const tidy = []
  for (const [lon, lat] of ring) {
    const vertex = [round(lon), round(lat)]
    const last = tidy.at(-1)
    if (last === undefined || last[0] !== vertex[0] || last[1] !== vertex[1]) tidy.push(vertex)
  }
  const [first, last] = [tidy[0], tidy.at(-1)]
  if (first[0] !== last[0] || first[1] !== last[1]) tidy.push([...first])
  return signedArea(tidy) > 0 === counterClockwise ? tidy : tidy.toReversed()
}

/** A Polygon or MultiPolygon again, with tidy rings; rings that rounding has collapsed are left out. */
export function tidyPolygons(geometry) {
  const polygons = (geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates])
    .map((rings) => rings.map((ring, index) => tidyRing(ring, index === 0)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0)
  return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons }
}
