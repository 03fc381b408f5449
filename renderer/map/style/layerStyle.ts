/** A layer's style as an OpenLayers style function. Styles are made once and shared by all features. */
import type { FeatureLike } from 'ol/Feature.js'
import type { Geometry } from 'ol/geom.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style, { type StyleFunction } from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { LabelStyle, LayerStyle } from '../../../electron/contract/document.ts'
import { symbolsOf } from '../../document/layerLook.ts'
import type { Placement } from '../labels/placement.ts'
import { lookPicker, textPicker } from './featureLook.ts'
import { labelFont, wrapped } from './labelText.ts'
import { ptToPx } from './millimetres.ts'
import { type SymbolStyles, symbolStyles } from './symbolStyle.ts'

/** Where the name of a point goes; null when there is no room for it. */
export type PlacementOf = (feature: FeatureLike, resolution: number) => Placement | null

type Drawing = {
  placementOf: PlacementOf
  /** Pixels of the picture in a CSS pixel. */
  pixelRatio: number
  /** Asked at every feature: labels may be seen at some scales alone. */
  showsLabels: () => boolean
}

/** @returns a style function for features whose properties are the attributes of the file */
export function layerStyleFunction(style: LayerStyle, { placementOf, pixelRatio, showsLabels }: Drawing): StyleFunction {
  const symbols = symbolsOf(style)
  const hasHalos = symbols.some(({ haloColor }) => haloColor !== undefined && haloColor !== null)
  const styles = symbols.map((symbol) => symbolStyles(symbol, { size: style.size ?? null, hasHalos, pixelRatio }))
  const lookOf = lookPicker(style)
  const label = style.label === null ? null : labelStyles(style.label, placementOf)
  return (feature, resolution) => {
    const { index, share } = lookOf(feature)
    const shapes = shapesOf(feature, styles[index] as SymbolStyles, share)
    const written = label === null || !showsLabels() ? null : label(feature, resolution)
    return written === null ? shapes : [...shapes, written]
  }
}

/** @returns a style function for the names alone, of features whose marks are drawn by somebody else */
export function labelStyleFunction(label: LabelStyle, placementOf: PlacementOf): StyleFunction {
  const styleOf = labelStyles(label, placementOf)
  return (feature, resolution) => styleOf(feature, resolution) ?? []
}

function shapesOf(feature: FeatureLike, styles: SymbolStyles, share: number): Style[] {
  switch (feature.getGeometry()?.getType()) {
    case 'Point':
    case 'MultiPoint':
      return styles.point(share)
    case 'LineString':
    case 'MultiLineString':
      return styles.line(share)
    case 'Polygon':
    case 'MultiPolygon':
      return styles.polygon
    default:
      return partsOf(feature, styles, share)
  }
}

/** A collection draws each of its parts with the style for its own type. */
function partsOf(feature: FeatureLike, styles: SymbolStyles, share: number): Style[] {
  const geometry = feature.getGeometry() as Geometry | undefined
  if (geometry === undefined || !('getGeometries' in geometry)) return []
  const parts = (geometry as unknown as { getGeometries(): Geometry[] }).getGeometries()
  return parts.flatMap((part) =>
    shapesOf({ getGeometry: () => part } as FeatureLike, styles, share).map((style) => withGeometry(style, part)),
  )
}

function withGeometry(style: Style, geometry: Geometry): Style {
  const copy = style.clone()
  copy.setGeometry(geometry)
  return copy
}

/** Names lie over the marks of their layer, and those of points, which have their places, before the others, which make room. */
const [nameZIndex, pointNameZIndex] = [1, 2]

function labelStyles(label: LabelStyle, placementOf: PlacementOf): (feature: FeatureLike, resolution: number) => Style | null {
  const fill = new Fill({ color: label.color })
  const halo = label.haloColor
  const stroke = halo === null ? undefined : new Stroke({ color: halo, width: Math.max(2.5, ptToPx(label.sizePt) / 4), lineJoin: 'round' })
  const letters = { font: labelFont(label), fill, ...(stroke === undefined ? {} : { stroke }) }
  const textOf = textPicker(label)
  return (feature, resolution) => {
    const text = textOf(feature)
    if (text === '') return null
    switch (feature.getGeometry()?.getType()) {
      case 'LineString':
      case 'MultiLineString':
        // Along a line there is room for one line of text alone.
        return new Style({
          zIndex: nameZIndex,
          text: new Text({ ...letters, text: text.replaceAll('\n', ' '), placement: 'line', textBaseline: 'bottom' }),
        })
      case 'Point': {
        const placement = placementOf(feature, resolution)
        if (placement === null) return null
        const { align, offsetX, offsetY } = placement
        // It was placed with care: it is drawn as it is, and names of the basemap make room.
        return new Style({
          zIndex: pointNameZIndex,
          text: new Text({ ...letters, text: wrapped(text, label), textAlign: align, offsetX, offsetY, declutterMode: 'obstacle' }),
        })
      }
      default:
        return new Style({ zIndex: nameZIndex, text: new Text({ ...letters, text: wrapped(text, label), overflow: true }) })
    }
  }
}
