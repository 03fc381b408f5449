/** The vertices of a geometry, moved, added and taken away. Pure. A ring is closed: its first vertex is its last. */
import type { AnnotationGeometry } from '../../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../../electron/contract/values.ts'
import { positionsOf } from '../../../document/annotations/positions.ts'

/** `line` is 0 for a line, and counts the rings of a polygon. */
export type VertexAt = { line: number; index: number }

/** @returns each line or ring, rings open, with longitudes without jumps */
export function vertexLines(geometry: AnnotationGeometry): LonLat[][] {
  const all = positionsOf(geometry)
  if (geometry.type !== 'Polygon') return [all]
  let start = 0
  return geometry.coordinates.map((ring) => {
    const line = all.slice(start, start + ring.length - 1)
    start += ring.length
    return line
  })
}

export function withVertex(geometry: AnnotationGeometry, at: VertexAt, to: LonLat): AnnotationGeometry {
  return changed(geometry, at.line, (line) => line.with(at.index, to))
}

/** @param at where the new vertex will be: before the one that is there */
export function withInserted(geometry: AnnotationGeometry, at: VertexAt, vertex: LonLat): AnnotationGeometry {
  return changed(geometry, at.line, (line) => line.toSpliced(at.index, 0, vertex))
}

/** @returns null when the shape would have too few left */
export function withoutVertex(geometry: AnnotationGeometry, at: VertexAt): AnnotationGeometry | null {
  const least = geometry.type === 'Polygon' ? 3 : 2
  if (geometry.type === 'Point' || (vertexLines(geometry)[at.line]?.length ?? 0) <= least) return null
  return changed(geometry, at.line, (line) => line.toSpliced(at.index, 1))
}

function changed(geometry: AnnotationGeometry, line: number, change: (line: LonLat[]) => LonLat[]): AnnotationGeometry {
  const lines = vertexLines(geometry).map((one, index) => (index === line ? change(one) : one))
  const [first = []] = lines
  if (geometry.type === 'Point') return { type: 'Point', coordinates: first[0] ?? geometry.coordinates }
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: first }
  return { type: 'Polygon', coordinates: lines.map((ring) => (ring[0] === undefined ? ring : [...ring, ring[0]])) }
}
