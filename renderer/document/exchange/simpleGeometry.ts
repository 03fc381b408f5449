/** GeoJSON geometries of any kind, as the points, lines and polygons that annotations are made of. */
import { AnnotationGeometry } from '../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../electron/contract/values.ts'
import { wrapLongitude } from '../annotations/positions.ts'

/** Longest line of an annotation, in vertices. */
const maxVertices = 20_000
const maxNesting = 20
/** Ten turns: a line that goes round a pole several times counts on. More is no longitude. */
const maxLongitude = 3_600

export type Parts = {
  geometries: AnnotationGeometry[]
  /** Heights in metres, of points that have one. */
  heightsM: (number | null)[]
  /** Why parts were left out, as ends of sentences: 'a line of it has fewer than two places'. */
  faults: string[]
}

/** @param geometry as it came from a file, not trusted */
export function simpleGeometries(geometry: unknown, nesting = 0): Parts {
  const { type, coordinates, geometries } = (typeof geometry === 'object' && geometry !== null ? geometry : {}) as Record<string, unknown>
  if (type === 'GeometryCollection' && Array.isArray(geometries) && nesting < maxNesting) {
    return joined(geometries.map((part) => simpleGeometries(part, nesting + 1)))
  }
  if (type === 'MultiPoint' && Array.isArray(coordinates)) return joined(coordinates.map(point))
  if (type === 'MultiLineString' && Array.isArray(coordinates)) return joined(coordinates.map(line))
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return joined(coordinates.map(polygon))
  if (type === 'Point') return point(coordinates)
  if (type === 'LineString') return line(coordinates)
  if (type === 'Polygon') return polygon(coordinates)
  return fault(
    geometry === null || geometry === undefined ? 'it has no place on the map' : `its geometry “${String(type).slice(0, 40)}” is not known`,
  )
}

function point(coordinates: unknown): Parts {
  const position = lonLat(coordinates)
  if (position === null) return fault('its place is not a longitude and a latitude')
  const height: unknown = Array.isArray(coordinates) ? coordinates[2] : null
  return {
    geometries: [{ type: 'Point', coordinates: position }],
    heightsM: [typeof height === 'number' && Number.isFinite(height) && height !== 0 ? height : null],
    faults: [],
  }
}

function line(coordinates: unknown): Parts {
  const positions = lonLats(coordinates)
  if (positions === null) return fault('a place of it is not a longitude and a latitude')
  if (positions.length < 2) return fault('a line of it has fewer than two places')
  return checked({ type: 'LineString', coordinates: positions })
}

function polygon(coordinates: unknown): Parts {
  const rings = Array.isArray(coordinates) ? coordinates.map(lonLats) : []
  if (rings.some((ring) => ring === null) || rings.length === 0) return fault('a place of it is not a longitude and a latitude')
  const closed = rings.filter((ring) => ring !== null).map(closedRing)
  if (closed.some((ring) => ring.length < 4)) return fault('a ring of it has fewer than three places')
  return checked({ type: 'Polygon', coordinates: closed })
}

function checked(geometry: AnnotationGeometry): Parts {
  const lines = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'LineString' ? [geometry.coordinates] : []
  if (lines.some(({ length }) => length > maxVertices)) {
    return fault(`it has more than ${maxVertices.toLocaleString('en-US')} vertices, which is a matter for a layer`)
  }
  return AnnotationGeometry.safeParse(geometry).success
    ? { geometries: [geometry], heightsM: [null], faults: [] }
    : fault('it has more rings than an annotation takes')
}

function closedRing(ring: LonLat[]): LonLat[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1]) ? ring : [...ring, first]
}

function lonLats(coordinates: unknown): LonLat[] | null {
  if (!Array.isArray(coordinates)) return null
  const positions = coordinates.map(lonLat)
  return positions.every((position) => position !== null) ? positions : null
}

/** Longitudes beyond 180 come back from the other side; every other digit stays. */
function lonLat(position: unknown): LonLat | null {
  if (!Array.isArray(position)) return null
  const [lon, lat] = position as unknown[]
  if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= maxLongitude) || !(Math.abs(lat) <= 90)) return null
  const inside = wrapLongitude(lon)
  return [inside === lon ? lon + 0 : Number(inside.toFixed(9)) + 0, lat + 0]
}

const fault = (reason: string): Parts => ({ geometries: [], heightsM: [], faults: [reason] })

function joined(parts: readonly Parts[]): Parts {
  return {
    geometries: parts.flatMap(({ geometries }) => geometries),
    heightsM: parts.flatMap(({ heightsM }) => heightsM),
    faults: [...new Set(parts.flatMap(({ faults }) => faults))],
  }
}
