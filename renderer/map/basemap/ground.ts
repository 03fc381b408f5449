/** Land, towns' built-up areas and standing water. */
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Palette } from './palette.ts'
import { atZoom } from './zoom.ts'

/** Drawing order of everything that is not a name, from the bottom. */
export const order = { waterline: 0, land: 1, urban: 2, river: 3, lake: 4, runway: 5, region: 6, borderBand: 7, border: 8, disputedGap: 9, disputed: 10 }

/** Land with its coast, and a pale band outside it that sets it off from the sea as the water-lining of engraved maps did. */
export function landStyles(palette: Palette, zoom: number): Style[] {
  const styles: Style[] = []
  if (palette.waterline !== null) {
    const stroke = new Stroke({ color: palette.waterline, width: atZoom(zoom, [1, 2], [4, 4], [7, 7], [11, 10]), lineJoin: 'round' })
    styles.push(new Style({ zIndex: order.waterline, stroke }))
  }
  const coast = new Stroke({ color: palette.coast, width: atZoom(zoom, [1, 0.4], [4, 0.7], [8, 1]), lineJoin: 'round' })
  const fill = palette.land === null ? null : new Fill({ color: palette.land })
  styles.push(new Style({ zIndex: order.land, stroke: coast, ...(fill !== null && { fill }) }))
  return styles
}

/** Built-up areas, faint; null while they would be specks. */
export function urbanStyle(palette: Palette, zoom: number): Style | null {
  if (palette.urban === null || zoom < 5.5) return null
  return new Style({ zIndex: order.urban, fill: new Fill({ color: palette.urban }) })
}

/** Lakes and reservoirs, with a shore once they are large enough to have one. */
export function lakeStyle(palette: Palette, zoom: number): Style {
  const width = atZoom(zoom, [3, 0], [5, 0.4], [8, 0.8])
  const stroke = width === 0 ? null : new Stroke({ color: palette.shore, width, lineJoin: 'round' })
  return new Style({ zIndex: order.lake, fill: new Fill({ color: palette.lake }), ...(stroke !== null && { stroke }) })
}

/** Surveyed water surfaces of the detailed archive: many small pieces, which an outline would only clutter. */
export function surveyedWaterStyle(palette: Palette): Style {
  return new Style({ zIndex: order.lake, fill: new Fill({ color: palette.lake }), stroke: new Stroke({ color: palette.lake, width: 0.6 }) })
}

/** Runways, as soon as they are longer than their line is wide. */
export function runwayStyle({ runway }: Palette, zoom: number): Style | null {
  if (zoom < 9) return null
  return new Style({ zIndex: order.runway, stroke: new Stroke({ color: runway, width: atZoom(zoom, [9, 1.2], [12, 3], [14, 6]), lineCap: 'butt' }) })
}
