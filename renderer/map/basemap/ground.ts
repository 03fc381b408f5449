/** Land, towns' built-up areas and standing water. */
import type { FeatureLike } from 'ol/Feature.js'
import type RenderFeature from 'ol/render/Feature.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import { mix } from './colour.ts'
import { coastOf } from './antimeridian.ts'
import type { Palette } from './palette.ts'
import { atZoom } from './zoom.ts'

/** Drawing order of everything that is not a name, from the bottom. */
export const order = {
  waterline: 0,
  land: 1,
  urban: 2,
  coast: 2.5,
  river: 3,
  lake: 4,
  runway: 5,
  region: 6,
  borderBand: 7,
  border: 8,
  disputedGap: 9,
  disputed: 10,
}

/**
 * Land with its coast, and a pale band outside it that sets it off from the sea as the water-lining of engraved maps did.
 *
 * @param cut for land that was cut at 180°: its outline is drawn without the cut
 */
export function landStyles(palette: Palette, zoom: number, cut = false): Style[] {
  const styles: Style[] = []
  const outline = cut ? { geometry: (land: FeatureLike) => coastOf(land as RenderFeature) } : {}
  if (palette.waterline !== null) {
    const stroke = new Stroke({ color: palette.waterline, width: atZoom(zoom, [1, 2], [4, 4], [7, 7], [11, 10]), lineJoin: 'round' })
    styles.push(new Style({ zIndex: order.waterline, stroke, ...outline }))
  }
  const coast = new Stroke({ color: palette.coast, width: atZoom(zoom, [1, 0.4], [4, 0.7], [8, 1]), lineJoin: 'round' })
  if (palette.land !== null) styles.push(new Style({ zIndex: order.land, fill: new Fill({ color: palette.land }) }))
  styles.push(new Style({ zIndex: order.coast, stroke: coast, ...outline }))
  return styles
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
