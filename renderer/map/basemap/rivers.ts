/** Rivers, wider the greater they are. */
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { order } from './ground.ts'
import type { Palette } from './palette.ts'
import { atZoom } from './zoom.ts'

/** Ranks run from 0 or 1 (Nile, Amazon) to 10. */
export const riverRanks = 11

/** Width in pixels of a river of a rank; 0 is not drawn. */
export function riverWidth(rank: number, zoom: number): number {
  const greatness = Math.max(0, 10 - rank) / 10
  const from = 1.5 + rank * 0.55
  if (zoom < from) return 0
  return atZoom(zoom, [2, 0.3 + 0.3 * greatness], [6, 0.5 + 1.2 * greatness], [9, 0.8 + 2.2 * greatness], [13, 1.2 + 5 * greatness])
}

/** One style per rank; null where the rank is not drawn at this zoom. */
export function riverStyles(palette: Palette, zoom: number): (Style | null)[] {
  return Array.from({ length: riverRanks }, (_, rank) => {
    const width = riverWidth(rank, zoom)
    if (width === 0) return null
    return new Style({ zIndex: order.river, stroke: new Stroke({ color: palette.river, width, lineCap: 'round', lineJoin: 'round' }) })
  })
}
