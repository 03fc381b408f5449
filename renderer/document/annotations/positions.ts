/** Positions of a geometry: counted on past the antimeridian for calculation, and brought back into −180 … 180 to be kept. */
import type { AnnotationGeometry } from '../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../electron/contract/values.ts'

/** A ten-millionth of a degree is a centimetre; a hand draws no finer, and a file reads better. */
const steps = 1e7
const rounded = (degrees: number): number => Math.round(degrees * steps) / steps + 0

/** Longitude in −180 … 180. Values that are there already stay as they are: a line may end on 180. */
export function wrapLongitude(lon: number): number {
  return lon >= -180 && lon <= 180 ? lon : lon - 360 * Math.floor((lon + 180) / 360)
}

/** A position as it is kept. */
export function normalPosition([lon, lat]: readonly [number, number]): LonLat {
  return [rounded(wrapLongitude(lon)), rounded(Math.min(90, Math.max(-90, lat)))]
}

/** Every position of a geometry through `change`, with longitudes that go on past 180 where the shape crosses the antimeridian. */
export function mapPositions(geometry: AnnotationGeometry, change: (position: LonLat) => readonly [number, number]): AnnotationGeometry {
  if (geometry.type === 'Point') return { type: 'Point', coordinates: pair(change(geometry.coordinates)) }
  const changed = (line: readonly LonLat[], near?: number): LonLat[] => unwrapped(line, near).map((one) => pair(change(one)))
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: changed(geometry.coordinates) }
  const near = geometry.coordinates[0]?.[0]?.[0]
  return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => changed(ring, near)) }
}

/** A geometry as it is kept: a copy, longitudes in −180 … 180, latitudes in −90 … 90, to a centimetre. */
export const normalGeometry = (geometry: AnnotationGeometry): AnnotationGeometry => mapPositions(geometry, normalPosition)

/**
 * A line without jumps: each longitude is the one nearest to the longitude before it, whatever the number of turns.
 *
 * @param near longitude that the first one is to be near to; its own when left out
 */
export function unwrapped(line: readonly (readonly [number, number])[], near?: number): LonLat[] {
  let last = near
  return line.map(([lon, lat]) => {
    last = last === undefined ? lon : nearest(lon, last)
    return [last, lat]
  })
}

/** The longitude that is the same meridian as `lon` and at most half a turn from `near`. */
export function nearest(lon: number, near: number): number {
  const turns = Math.round((near - lon) / 360)
  return turns === 0 ? lon : lon + 360 * turns
}

/** All positions of a geometry, ring after ring, without jumps. */
export function positionsOf(geometry: AnnotationGeometry): LonLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'LineString') return unwrapped(geometry.coordinates)
  const near = geometry.coordinates[0]?.[0]?.[0]
  return geometry.coordinates.flatMap((ring) => unwrapped(ring, near))
}

const pair = ([lon, lat]: readonly [number, number]): LonLat => [lon, lat]
