/** Borders by rank: countries strongest, disputed lines broken over them, first-level divisions thin and dashed. */
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { order } from './ground.ts'
import type { Palette } from './palette.ts'
import { atZoom } from './zoom.ts'

/** A country border: a soft band under a fine line, so that it carries without being loud. */
export function borderStyles(palette: Palette, zoom: number): Style[] {
  const width = atZoom(zoom, [1, 0.4], [3, 0.7], [6, 1.1], [10, 1.6])
  const line = new Style({ zIndex: order.border, stroke: new Stroke({ color: palette.border, width, lineJoin: 'round' }) })
  if (zoom < 3.5) return [line]
  const band = new Stroke({
    color: palette.borderBand,
    width: atZoom(zoom, [3.5, 2], [6, 5.5], [10, 9]),
    lineJoin: 'round',
    lineCap: 'butt',
  })
  return [new Style({ zIndex: order.borderBand, stroke: band }), line]
}

/** A disputed line: the ground's colour breaks whatever border runs beneath it, then dashes follow. */
export function disputedStyles(palette: Palette, zoom: number): Style[] {
  if (zoom < 3) return []
  const width = atZoom(zoom, [3, 0.7], [6, 1.1], [10, 1.6])
  const gap = new Stroke({ color: palette.disputedGap, width: width + 0.6, lineCap: 'butt' })
  const dashes = new Stroke({ color: palette.disputed, width, lineDash: [4 * width, 3 * width], lineCap: 'butt' })
  return [new Style({ zIndex: order.disputedGap, stroke: gap }), new Style({ zIndex: order.disputed, stroke: dashes })]
}

/** Zoom from which any divisions are drawn. The archive decides when they arrive; very large countries have few and come early. */
const anyRegionsFrom = 3.8

/** Countries whose divisions the archives hold as areas, and the zoom from which those are large enough to be parted by lines. */
const areasFrom: ReadonlyMap<unknown, number> = new Map([
  ['IRQ', 5],
  ['SAU', 5.5],
  ['IRN', 5.8],
  ['SYR', 6],
  ['JOR', 6.5],
  ['TUR', 6.5],
  ['KWT', 8],
])

export const hasRegionAreas = (a3: unknown): boolean => areasFrom.has(a3)
export const regionsFrom = (a3: unknown): number => areasFrom.get(a3) ?? anyRegionsFrom

/** Lines between first-level divisions. */
export function regionStyle(palette: Palette, zoom: number): Style | null {
  if (zoom < anyRegionsFrom) return null
  const width = atZoom(zoom, [4, 0.5], [6, 0.8], [9, 1.1])
  return new Style({
    zIndex: order.region,
    stroke: new Stroke({ color: palette.region, width, lineDash: [3.5, 2.5], lineCap: 'butt', lineJoin: 'round' }),
  })
}
