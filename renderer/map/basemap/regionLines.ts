/**
 * Lines between first-level divisions, taken from their areas. The archives' own lines leave out whole stretches in some countries (all of Iraq's
 * Kurdistan), while their areas are complete. An edge that two areas share is kept once: drawn twice, dashes would fill each other's gaps.
 */
import RenderFeature from 'ol/render/Feature.js'
import { ringEnds } from './coast.ts'

/** Layer name of what {@link regionLines} makes. */
export const regionLinesLayer = 'region_lines'

/** Lines of one country in one tile, ready to be drawn; in the order of their countries. */
export function regionLines(areas: readonly RenderFeature[]): RenderFeature[] {
  const byCountry = Map.groupBy(areas, (area) => String(area.get('a3')))
  const drawn = new Set<string>()
  return [...byCountry].map(([a3, countryAreas]) => {
    const flat: number[] = []
    const ends: number[] = []
    for (const area of countryAreas) appendEdges(area, drawn, flat, ends)
    return new RenderFeature('MultiLineString', flat, ends, 2, { layer: regionLinesLayer, a3 }, undefined)
  })
}

function appendEdges(area: RenderFeature, drawn: Set<string>, flat: number[], ends: number[]): void {
  const coordinates = area.getFlatCoordinates()
  let start = 0
  for (const end of ringEnds(area)) {
    let open = false
    for (let i = start; i + 3 < end; i += 2) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [coordinates[i], coordinates[i + 1], coordinates[i + 2], coordinates[i + 3]]
      const key = x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`
      if (drawn.has(key)) {
        if (open) ends.push(flat.length)
        open = false
        continue
      }
      drawn.add(key)
      if (!open) flat.push(x1, y1)
      flat.push(x2, y2)
      open = true
    }
    if (open) ends.push(flat.length)
    start = end
  }
}
