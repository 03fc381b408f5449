/** A layer's style as an OpenLayers style function. Styles are made once and shared by all features. */
import type { FeatureLike } from 'ol/Feature.js'
import type { Geometry } from 'ol/geom.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style, { type StyleFunction } from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { CategoryValue, LabelStyle, LayerStyle, SymbolStyle } from '../../../electron/contract/document.ts'
import { ptToPx } from './millimetres.ts'
import { type SymbolStyles, symbolStyles } from './symbolStyle.ts'

/** Fonts that ship with the program: Latin, Greek, Cyrillic and Arabic. */
export const mapFont = '"Noto Sans", "Noto Sans Arabic", sans-serif'

/** @returns a style function for features whose properties are the attributes of the file */
export function layerStyleFunction(style: LayerStyle): StyleFunction {
  const symbolOf = symbolPicker(style)
  const label = style.label === null ? null : labelStyle(style.label)
  return (feature) => {
    const symbol = symbolOf(feature)
    const shapes = shapesOf(feature, symbol)
    if (label === null || style.label === null) return shapes
    const text = attributeText(feature.get(style.label.field))
    return text === '' ? shapes : [...shapes, label(feature, text, symbol.radiusPx)]
  }
}

type PickedSymbol = SymbolStyles & { radiusPx: number }

function symbolPicker(style: LayerStyle): (feature: FeatureLike) => PickedSymbol {
  if (style.kind === 'single') {
    const only = picked(style.symbol)
    return () => only
  }
  const byValue = new Map<CategoryValue, PickedSymbol>(style.categories.map(({ value, symbol }) => [value, picked(symbol)]))
  const other = picked(style.other)
  return (feature) => byValue.get((feature.get(style.field) as CategoryValue | undefined) ?? null) ?? other
}

const picked = (symbol: SymbolStyle): PickedSymbol => ({ ...symbolStyles(symbol), radiusPx: (symbol.sizeMm * 96) / 25.4 / 2 })

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

function labelStyle(label: LabelStyle): (feature: FeatureLike, text: string, radiusPx: number) => Style {
  const sizePx = ptToPx(label.sizePt)
  const fill = new Fill({ color: label.color })
  const stroke = new Stroke({ color: label.haloColor, width: Math.max(2.5, sizePx / 4), lineJoin: 'round' })
  const font = `600 ${sizePx}px ${mapFont}`
  return (feature, text, radiusPx) => {
    const type = feature.getGeometry()?.getType()
    if (type === 'LineString' || type === 'MultiLineString') {
      return new Style({ text: new Text({ text, font, fill, stroke, placement: 'line', textBaseline: 'bottom' }) })
    }
    const isPoint = type === 'Point' || type === 'MultiPoint'
    return new Style({
      text: new Text({
        text,
        font,
        fill,
        stroke,
        overflow: true,
        ...(isPoint ? { textAlign: 'left', offsetX: radiusPx + 4 } : {}),
      }),
    })
  }
}

/** @returns one line of text; nothing for what has no short form */
export function attributeText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}
