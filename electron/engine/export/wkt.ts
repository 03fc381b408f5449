/** Well-known text of a geometry (OGC 06-103r4, §7), with its heights where every position has one. */
import type { Geometry } from '../answer/exactGeometry.ts'

type Nested = number[] | Nested[]

/** @param coordinateText how one number of a position is written */
export function wktOf(geometry: Geometry, coordinateText: (value: number) => string): string {
  const hasHeights = positionsIn(geometry).every((position) => position.length > 2)
  const body = (nested: Nested): string => {
    if (nested.length === 0) return 'EMPTY'
    if (isPosition(nested))
      return nested
        .slice(0, hasHeights ? 3 : 2)
        .map(coordinateText)
        .join(' ')
    return `(${nested.map(body).join(', ')})`
  }
  const write = (one: Geometry): string => {
    const name = `${one.type.toUpperCase()}${hasHeights ? ' Z' : ''}`
    if ('geometries' in one) return one.geometries.length === 0 ? `${name} EMPTY` : `${name} (${one.geometries.map(write).join(', ')})`
    const coordinates = one.coordinates as Nested
    if (coordinates.length === 0) return `${name} EMPTY`
    // The positions of several points stand in parentheses of their own.
    const nested = one.type === 'MultiPoint' ? (coordinates as number[][]).map((position) => [position]) : coordinates
    return `${name} ${isPosition(nested) ? `(${body(nested)})` : body(nested)}`
  }
  return write(geometry)
}

const isPosition = (nested: Nested): nested is number[] => typeof nested[0] === 'number'

function positionsIn(geometry: Geometry): number[][] {
  if ('geometries' in geometry) return geometry.geometries.flatMap(positionsIn)
  const flatten = (nested: Nested): number[][] => (isPosition(nested) ? [nested] : nested.flatMap(flatten))
  return flatten(geometry.coordinates as Nested)
}
