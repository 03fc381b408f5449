/** A layer's style as an OpenLayers style function. Styles are made once and shared by all features. */
import type { FeatureLike } from 'ol/Feature.js'
import type { Geometry } from 'ol/geom.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style, { type StyleFunction } from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { CategoryValue, LabelStyle, LayerStyle } from '../../../electron/contract/document.ts'
import type { Placement } from '../labels/placement.ts'
import { attributeText, labelFont } from './labelText.ts'
import { ptToPx } from './millimetres.ts'
import { type SymbolStyles, symbolStyles } from './symbolStyle.ts'

/** Where the name of a point goes; null when there is no room for it. */
export type PlacementOf = (feature: FeatureLike, resolution: number) => Placement | null

/** @returns a style function for features whose properties are the attributes of the file */
export function layerStyleFunction(style: LayerStyle, placementOf: PlacementOf): StyleFunction {
  const symbolOf = symbolPicker(style)
  const label = style.label === null ? null : labelStyles(style.label, placementOf)
  return (feature, resolution) => {
    const shapes = shapesOf(feature, symbolOf(feature))
    if (label === null || style.label === null) return shapes
    const text = attributeText(feature.get(style.label.field))
    const written = text === '' ? null : label(feature, text, resolution)
    return written === null ? shapes : [...shapes, written]
  }
}

/** @returns a style function for the names alone, of features whose marks are drawn by somebody else */
export function labelStyleFunction(label: LabelStyle, placementOf: PlacementOf): StyleFunction {
  const styleOf = labelStyles(label, placementOf)
  return (feature, resolution) => {
    const text = attributeText(feature.get(label.field))
    return (text === '' ? null : styleOf(feature, text, resolution)) ?? []
  }
}

function symbolPicker(style: LayerStyle): (feature: FeatureLike) => SymbolStyles {
  if (style.kind === 'single') {
    const only = symbolStyles(style.symbol)
    return () => only
  }
  const byValue = new Map<CategoryValue, SymbolStyles>(style.categories.map(({ value, symbol }) => [value, symbolStyles(symbol)]))
  const other = symbolStyles(style.other)
  return (feature) => byValue.get((feature.get(style.field) as CategoryValue | undefined) ?? null) ?? other
}

function shapesOf(feature: FeatureLike, styles: SymbolStyles): Style[] {
  switch (feature.getGeometry()?.getType()) {
    case 'Point':
    case 'MultiPoint':
      return [styles.point]
    case 'LineString':
    case 'MultiLineString':
      return [styles.line]
    case 'Polygon':
    case 'MultiPolygon':
      return [styles.polygon]
    default:
      return partsOf(feature, styles)
  }
}

/** A collection draws each of its parts with the style for its own type. */
function partsOf(feature: FeatureLike, styles: SymbolStyles): Style[] {
  const geometry = feature.getGeometry() as Geometry | undefined
  if (geometry === undefined || !('getGeometries' in geometry)) return []
  const parts = (geometry as unknown as { getGeometries(): Geometry[] }).getGeometries()
  return parts.flatMap((part) => shapesOf({ getGeometry: () => part } as FeatureLike, styles).map((style) => withGeometry(style, part)))
}

function withGeometry(style: Style, geometry: Geometry): Style {
  const copy = style.clone()
  copy.setGeometry(geometry)
  return copy
}

function labelStyles(
  label: LabelStyle,
  placementOf: PlacementOf,
): (feature: FeatureLike, text: string, resolution: number) => Style | null {
  const fill = new Fill({ color: label.color })
  const stroke = new Stroke({ color: label.haloColor, width: Math.max(2.5, ptToPx(label.sizePt) / 4), lineJoin: 'round' })
  const letters = { font: labelFont(label), fill, stroke }
  return (feature, text, resolution) => {
    switch (feature.getGeometry()?.getType()) {
      case 'LineString':
      case 'MultiLineString':
        return new Style({ text: new Text({ ...letters, text, placement: 'line', textBaseline: 'bottom' }) })
      case 'Point': {
        const placement = placementOf(feature, resolution)
        if (placement === null) return null
        const { align, offsetX, offsetY } = placement
        // It was placed with care: it is drawn as it is, and names of the basemap make room.
        return new Style({ text: new Text({ ...letters, text, textAlign: align, offsetX, offsetY, declutterMode: 'obstacle' }) })
      }
      default:
        return new Style({ text: new Text({ ...letters, text, overflow: true }) })
    }
  }
}
