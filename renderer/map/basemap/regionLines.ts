/**
 * Lines between first-level divisions, taken from their areas. The archives' own lines leave out whole stretches in some countries (all of Iraq's
 * Kurdistan), while their areas are complete. An edge that two areas share is kept once: drawn twice, dashes would fill each other's gaps.
 */
import RenderFeature from 'ol/render/Feature.js'
import { appendOutline, cutsOf } from './outline.ts'
import type { TileExtent } from './tileExtent.ts'

/** Layer name of what {@link regionLines} makes. */
export const regionLinesLayer = 'region_lines'

/** The lines of each country in a tile. */
export function regionLines(areas: readonly RenderFeature[], tile: TileExtent, bounds: readonly number[] = []): RenderFeature[] {
  const isCut = cutsOf(tile, bounds)
  const drawn = new Set<string>()
  const isNew = (x1: number, y1: number, x2: number, y2: number): boolean => {
    if (isCut(x1, y1, x2, y2)) return false
    const key = x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`
    if (drawn.has(key)) return false
    drawn.add(key)
    return true
  }
  return [...Map.groupBy(areas, (area) => String(area.get('a3')))].map(([a3, countryAreas]) => {
    const flat: number[] = []
    const ends: number[] = []
    for (const area of countryAreas) appendOutline(area, isNew, flat, ends)
    return new RenderFeature('MultiLineString', flat, ends, 2, { layer: regionLinesLayer, a3 }, undefined)
  })
}
