/** A geometry with the coordinates of the file, ready to be drawn: on WGS 84, repaired and cut as the flat copy was. */
import type { Crs } from '../crs/find.ts'
import { degrees, type Position } from '../geojson/antimeridian.ts'
import { isOnGlobe, wrapLon } from '../geojson/placer.ts'
import { repair, type Shape } from '../geojson/repair.ts'

export type Geometry = { type: string; coordinates: unknown } | { type: 'GeometryCollection'; geometries: Geometry[] }

/** @param geometry a geometry object that the reader has accepted @returns null when nothing of it can be drawn */
export function exactGeometry(geometry: unknown, crs: Crs): Geometry | null {
  const { type, coordinates, geometries } = geometry as { type: string; coordinates: unknown; geometries: unknown }
  if (type === 'GeometryCollection') {
    const members = (geometries as unknown[]).filter((one) => one !== null).map((one) => exactGeometry(one, crs))
    const drawable = members.filter((one) => one !== null)
    return drawable.length === 0 ? null : { type: 'GeometryCollection', geometries: drawable }
  }
  const shape = shapeOf(type, coordinates, crs)
  return shape === null ? null : geometryOf(type, repair(shape, degrees).shape)
}

function shapeOf(type: string, coordinates: unknown, crs: Crs): Shape | null {
  const position = (one: unknown): Position => place(one as number[], crs)
  // Empty lists stand for nothing, wherever they stand.
  const line = (one: unknown): Position[] => (one as unknown[][]).filter((inner) => typeof inner[0] === 'number').map(position)
  const lines = (one: unknown): Position[][] => (one as unknown[]).map(line)
  const shape: Shape = { points: [], lines: [], polygons: [] }
  if ((coordinates as unknown[]).length === 0) return null
  switch (type) {
    case 'Point':
      shape.points = [position(coordinates)]
      break
    case 'MultiPoint':
      shape.points = line(coordinates)
      break
    case 'LineString':
      shape.lines = [line(coordinates)]
      break
    case 'MultiLineString':
      shape.lines = lines(coordinates)
      break
    case 'Polygon':
      shape.polygons = [lines(coordinates)]
      break
    default:
      shape.polygons = (coordinates as unknown[]).map(lines)
  }
  return shape
}

/** The type stays what it is, as long as there is still only one of it. */
function geometryOf(type: string, { points, lines, polygons }: Shape): Geometry | null {
  if (points.length > 0) return type === 'Point' ? { type, coordinates: points[0] } : { type, coordinates: points }
  if (lines.length > 0)
    return type === 'LineString' && lines.length === 1 ? { type, coordinates: lines[0] } : { type: 'MultiLineString', coordinates: lines }
  if (polygons.length === 0) return null
  return type === 'Polygon' && polygons.length === 1 ? { type, coordinates: polygons[0] } : { type: 'MultiPolygon', coordinates: polygons }
}

function place(position: number[], crs: Crs): Position {
  const [x, y, ...rest] = position as [number, number, ...number[]]
  const [lon, lat] = crs.toLonLat(x, y)
  if (!isOnGlobe(lon, lat)) throw new Error(`a position that was accepted cannot be placed: ${x}, ${y}`)
  return [wrapLon(lon), Math.min(90, Math.max(-90, lat)), ...rest]
}
