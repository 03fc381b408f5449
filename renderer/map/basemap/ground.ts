/** Land, towns' built-up areas and standing water. */
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { mix } from './colour.ts'
import type { Palette } from './palette.ts'
import { atZoom } from './zoom.ts'

/** Drawing order of everything that is not a name, from the bottom. */
export const order = {
  waterline: 0,
  land: 1,
  urban: 2,
  coast: 3,
  river: 4,
  lake: 5,
  runway: 6,
  region: 7,
  borderBand: 8,
  border: 9,
  disputedGap: 10,
  disputed: 11,
}

/** Land; null where a raster shows it. */
export function landStyle(palette: Palette): Style | null {
  return palette.land === null ? null : new Style({ zIndex: order.land, fill: new Fill({ color: palette.land }) })
}

/** The coast, and a pale band outside it that sets land off from the sea as the water-lining of engraved maps did. Land covers the band's other half. */
export function coastStyles(palette: Palette, zoom: number): Style[] {
  const coast = new Stroke({ color: palette.coast, width: atZoom(zoom, [1, 0.4], [4, 0.7], [8, 1]), lineJoin: 'round' })
  const line = new Style({ zIndex: order.coast, stroke: coast })
  if (palette.waterline === null) return [line]
  const band = new Stroke({ color: palette.waterline, width: atZoom(zoom, [1, 2], [4, 4], [7, 7], [11, 10]), lineJoin: 'round' })
  return [new Style({ zIndex: order.waterline, stroke: band }), line]
}

/** Built-up areas, faint; null while they would be specks, and fainter where their outlines were not surveyed for the zoom. */
export function urbanStyle(palette: Palette, zoom: number): Style | null {
  if (palette.urban === null || palette.land === null || zoom < 5.5) return null
  const strength = atZoom(zoom, [5.5, 0.55], [7.5, 1], [10, 1], [12.5, 0.45])
  // Mixed, not let through: tiles overlap by a hair, and there it would show.
  return new Style({ zIndex: order.urban, fill: new Fill({ color: mix(palette.land, palette.urban, strength) }) })
}

/** Lakes and reservoirs, with a shore once they are large enough to have one. */
export function lakeStyle(palette: Palette, zoom: number): Style {
  const width = atZoom(zoom, [3, 0], [5, 0.4], [8, 0.8])
  const stroke = width === 0 ? null : new Stroke({ color: palette.shore, width, lineJoin: 'round' })
  return new Style({ zIndex: order.lake, fill: new Fill({ color: palette.lake }), ...(stroke !== null && { stroke }) })
}

/** Surveyed water of the detailed archive: the reservoirs that the general one leaves out. */
export function surveyedWaterStyle(palette: Palette): Style {
  return new Style({ zIndex: order.lake, fill: new Fill({ color: palette.lake }), stroke: new Stroke({ color: palette.lake, width: 0.6 }) })
}

/** Runways, as soon as they are longer than their line is wide. */
export function runwayStyle({ runway }: Palette, zoom: number): Style | null {
  if (zoom < 9) return null
  return new Style({
    zIndex: order.runway,
    stroke: new Stroke({ color: runway, width: atZoom(zoom, [9, 1.2], [12, 3], [14, 6]), lineCap: 'butt' }),
  })
}
