/** Which kinds of shapes a layer has, and so which parts of a symbol are seen. */
import type { LayerSummary } from '../../../electron/contract/layer.ts'

export type GeometryKinds = {
  points: boolean
  lines: boolean
  areas: boolean
  counts: LayerSummary['geometries'] | null
  /** How large marks and lines are is told by a field, and not by their symbol. */
  areSized: boolean
}

/** @param summary null while the file is being read: then everything can be set */
export function geometryKinds(summary: LayerSummary | null): GeometryKinds {
  const all = { points: true, lines: true, areas: true, counts: summary?.geometries ?? null, areSized: false }
  if (summary === null) return all
  const { Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection } = summary.geometries
  const has = (...counts: (number | undefined)[]): boolean => counts.some((count) => (count ?? 0) > 0)
  if (has(GeometryCollection)) return all
  const kinds = {
    ...all,
    points: has(Point, MultiPoint),
    lines: has(LineString, MultiLineString),
    areas: has(Polygon, MultiPolygon),
  }
  return kinds.points || kinds.lines || kinds.areas ? kinds : all
}
