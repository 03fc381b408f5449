/** From the plane of the screen to the geometries that a document keeps. Pure. */
import type { AnnotationGeometry } from '../../../../electron/contract/annotation.ts'
import { destination, legBetween } from '../../../document/geodesy/ellipsoid.ts'
import { type PlanePoint, toPlane } from '../../../document/geodesy/mercator.ts'
import type { Entry } from './entry.ts'
import { lonLatAt, nearWorld, pixelOf, pointAt, type Screen } from './screen.ts'

export const pointShape = (at: PlanePoint): AnnotationGeometry => ({ type: 'Point', coordinates: lonLatAt(at) })

export const lineShape = (line: readonly PlanePoint[]): AnnotationGeometry => ({ type: 'LineString', coordinates: line.map(lonLatAt) })

/** @param ring open */
export function polygonShape(ring: readonly PlanePoint[]): AnnotationGeometry {
  const corners = ring.map(lonLatAt)
  const [first] = corners
  return { type: 'Polygon', coordinates: [first === undefined ? corners : [...corners, first]] }
}

/**
 * The rectangle between two corners, with its sides along the edges of the screen.
 *
 * @param square both sides as long as the longer one
 * @returns its four corners
 */
export function rectangleCorners(screen: Screen, from: PlanePoint, to: PlanePoint, square = false): PlanePoint[] {
  const [x1, y1] = pixelOf(screen, from)
  const [endX, endY] = pixelOf(screen, to)
  const side = Math.max(Math.abs(endX - x1), Math.abs(endY - y1))
  const x2 = square ? x1 + side * (endX < x1 ? -1 : 1) : endX
  const y2 = square ? y1 + side * (endY < y1 ? -1 : 1) : endY
  return [from, pointAt(screen, [x2, y1]), square ? pointAt(screen, [x2, y2]) : to, pointAt(screen, [x1, y2])]
}

/**
 * Where a typed entry leads from the last vertex.
 *
 * @param toward the pointer; a distance without a direction goes that way
 * @returns null when there is no vertex to start from
 */
export function entryPoint(entry: Entry, from: PlanePoint | null, toward: PlanePoint): PlanePoint | null {
  if (entry.kind === 'place') return nearWorld(toPlane(entry.lonLat), (from ?? toward)[0])
  if (from === null) return null
  const start = lonLatAt(from)
  const azimuthDeg = entry.kind === 'polar' ? entry.azimuthDeg : legBetween(start, lonLatAt(toward)).azimuthDeg
  return toPlane(destination(start, azimuthDeg, entry.distanceM))
}
