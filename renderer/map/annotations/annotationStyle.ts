/** How each kind of annotation is drawn. Sizes come from the document in millimetres and points. */
import type { Coordinate } from 'ol/coordinate.js'
import LineString from 'ol/geom/LineString.js'
import Point from 'ol/geom/Point.js'
import Polygon from 'ol/geom/Polygon.js'
import Fill from 'ol/style/Fill.js'
import Icon from 'ol/style/Icon.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { ringOutlines } from '../../document/geodesy/circle.ts'
import { formatLength } from '../../document/geodesy/format.ts'
import { toPlane } from '../../document/geodesy/mercator.ts'
import type { Placement } from '../labels/placement.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { dashOf } from '../style/symbolStyle.ts'
import { lineArrow, taperedArrow } from './arrowShape.ts'
import { boxOnPage } from './calloutPlace.ts'
import { annotationFont, boxStyle } from './calloutStyle.ts'
import { geometryOf } from './geometry.ts'
import { linePart } from './linePart.ts'
import { fillOf } from '../style/hatch.ts'
import { pointNameLines } from './pointName.ts'
import { nameText, offsetPx, shapeName } from './shapeName.ts'
import type { SymbolImages } from './symbolImages.ts'

export type DrawingContext = {
  symbols: SymbolImages
  /** Metres of EPSG:3857 a CSS pixel. */
  resolution: number
  pixelRatio: number
  /** Where the name of a point goes; null when there is no room. */
  placement: Placement | null
  /** On a page the box of a callout has a place that is found for it, like a name; otherwise its usual one. */
  boxesGiveWay?: boolean
}

export function annotationStyles(annotation: Annotation, context: DrawingContext): Style[] {
  const { kind } = annotation.properties
  switch (kind) {
    case 'point':
    case 'symbol':
      return pointStyles(annotation, context)
    case 'text':
    case 'callout':
      return [context.boxesGiveWay === true ? boxStyle(annotation, boxOnPage(annotation, context.placement)) : boxStyle(annotation)]
    case 'image':
      return imageStyles(annotation)
    case 'arrow':
      return arrowStyles(annotation, context)
    case 'line':
    case 'freehand':
      return [outlineStyle(annotation), ...alongLine(annotation, context)]
    case 'measure':
      return measureStyles(annotation, context)
    case 'rings':
      return ringStyles(annotation, context)
    case 'polygon':
    case 'rectangle':
    case 'circle':
      return [areaStyle(annotation, context), ...inMiddle(annotation, context)]
  }
}

/** Letters beside or along something, and nothing else. Texts and callouts are bodies of their own. */
export const isName = (style: Style): boolean =>
  style.getText() !== null && style.getImage() === null && style.getStroke() === null && style.getFill() === null

/** Radius within which nothing else is written around a point, in CSS pixels. */
export const markRadiusPx = ({ properties: { style } }: Annotation): number => mmToPx(style.sizeMm) / 2

function pointStyles(annotation: Annotation, { symbols, placement }: DrawingContext): Style[] {
  const { style, symbol, labelOffsetMm } = annotation.properties
  const look = { sizePx: mmToPx(style.sizeMm), color: style.color, haloColor: style.haloColor }
  const image = symbols.icon(symbol ?? { set: 'mark', name: 'circle' }, look, style.rotationDeg)
  const styles = image === null ? [] : [new Style({ image })]
  const label = pointNameLines(annotation).join('\n')
  if (label === '') return styles
  if (labelOffsetMm !== null) {
    const [x, y] = labelOffsetMm
    const offset = { offsetX: mmToPx(x), offsetY: mmToPx(y), textAlign: x < 0 ? ('right' as const) : ('left' as const) }
    return [...styles, new Style({ text: letters(style, label, offset) })]
  }
  if (placement === null) return styles
  const { align, offsetX, offsetY } = placement
  return [...styles, new Style({ text: letters(style, label, { textAlign: align, offsetX, offsetY }) })]
}

function imageStyles({ properties: { image, style } }: Annotation): Style[] {
  if (image === null) return []
  const icon = new Icon({
    src: image.data,
    width: mmToPx(image.widthMm),
    height: mmToPx(image.heightMm),
    anchor: [0, 0],
    rotation: (style.rotationDeg * Math.PI) / 180,
    rotateWithView: false,
    declutterMode: 'none',
  })
  return [new Style({ image: icon })]
}

function strokeOf({ style }: Annotation['properties']): Stroke {
  return new Stroke({ color: style.color, width: mmToPx(style.lineWidthMm), lineJoin: 'round', ...dashOf(style, style.lineWidthMm) })
}

const outlineStyle = ({ properties }: Annotation): Style => new Style({ stroke: strokeOf(properties) })

function areaStyle({ properties }: Annotation, { pixelRatio }: DrawingContext): Style {
  const paint = fillOf(properties.style, pixelRatio)
  return new Style({ stroke: strokeOf(properties), ...(paint === null ? {} : { fill: new Fill({ color: paint }) }) })
}

function arrowStyles(annotation: Annotation, context: DrawingContext): Style[] {
  const geometry = geometryOf(annotation)
  if (!(geometry instanceof LineString)) return []
  const { style, tapered } = annotation.properties
  const line = geometry.getCoordinates()
  const perMm = mmToPx(1) * context.resolution
  const named = alongLine(annotation, context)
  if (tapered) {
    const ring = taperedArrow(line, style.headMm * perMm)
    const area = areaStyle(annotation, context)
    area.setGeometry(new Polygon([ring]))
    return [area, ...named]
  }
  const { shaft, head } = lineArrow(line, style.headMm * perMm)
  const shaftStyle = outlineStyle(annotation)
  shaftStyle.setGeometry(new LineString(shaft))
  const headStyle = new Style({ geometry: new Polygon([head]), fill: new Fill({ color: style.color }) })
  return [shaftStyle, headStyle, ...named]
}

function measureStyles(annotation: Annotation, context: DrawingContext): Style[] {
  const { geometry } = annotation
  if (geometry.type === 'Polygon') return [areaStyle(annotation, context), ...inMiddle(annotation, context)]
  if (geometry.type !== 'LineString') return []
  const ends = geometryOf(annotation)
  const marks = ends instanceof LineString ? endMarks(annotation, ends.getCoordinates(), context) : []
  return [outlineStyle(annotation), ...marks, ...alongLine(annotation, context)]
}

/** Short strokes across both ends, as on a drawing. */
function endMarks({ properties }: Annotation, line: Coordinate[], { resolution }: DrawingContext): Style[] {
  const half = mmToPx(1.2) * resolution
  const across = (at: Coordinate | undefined, toward: Coordinate | undefined): Style[] => {
    if (at === undefined || toward === undefined) return []
    const [x = 0, y = 0] = at
    const angle = Math.atan2((toward[1] ?? 0) - y, (toward[0] ?? 0) - x) + Math.PI / 2
    const [dx, dy] = [Math.cos(angle) * half, Math.sin(angle) * half]
    const geometry = new LineString([
      [x - dx, y - dy],
      [x + dx, y + dy],
    ])
    return [new Style({ geometry, stroke: new Stroke({ color: properties.style.color, width: mmToPx(properties.style.lineWidthMm) }) })]
  }
  return [...across(line[0], line[1]), ...across(line.at(-1), line.at(-2))]
}

/** Each ring is named by its radius, at its top; where rings lie close, the outer ones are. */
function ringStyles(annotation: Annotation, { resolution }: DrawingContext): Style[] {
  const { geometry, properties } = annotation
  if (geometry.type !== 'Point') return []
  const lineHeightPx = ptToPx(properties.style.textSizePt) * 1.25
  const middle = toPlane(geometry.coordinates)
  const [, nameY] = properties.label === '' ? [0, Infinity] : offsetPx(annotation)
  let lastPx = Infinity
  const names = ringOutlines(geometry.coordinates, properties.radiiM)
    .toReversed()
    .flatMap(({ radiusM, outline }) => {
      const top = outline[0] === undefined ? null : toPlane(outline[0])
      if (top === null) return []
      const abovePx = (top[1] - middle[1]) / resolution
      const isClear = lastPx - abovePx >= lineHeightPx && Math.abs(abovePx + nameY) >= lineHeightPx
      if (lastPx !== Infinity && !isClear) return []
      lastPx = abovePx
      return [new Style({ geometry: new Point([...top]), text: letters(properties.style, formatLength(radiusM), { offsetY: 0 }) })]
    })
  return [outlineStyle(annotation), ...names, ...(properties.label === '' ? [] : standing(annotation))]
}

function alongLine(annotation: Annotation, { placement }: DrawingContext): Style[] {
  const { properties } = annotation
  const text = nameText(annotation)
  if (text === '') return []
  if (properties.labelOffsetMm !== null) return standing(annotation)
  if (isOneRun(text)) return inOneRun(annotation, placement)
  const style = new Style({ text: letters(properties.style, text, { placement: 'line', textBaseline: 'bottom', overflow: true }) })
  const [from, to] = shapeName(annotation, placement)?.part ?? [0, 1]
  const shape = from === 0 && to === 1 ? null : geometryOf(annotation)
  // OpenLayers writes it along the middle of what it is given.
  if (shape instanceof LineString) style.setGeometry(new LineString(linePart(shape.getCoordinates(), from, to)))
  return [style]
}

/** Joined letters, or several lines: OpenLayers bends a name letter by letter, and would tear them apart. */
const isOneRun = (text: string): boolean =>
  /[\n\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u.test(
    text,
  )

/** Straight, over the line and as steep as it is there. */
function inOneRun(annotation: Annotation, placement: Placement | null): Style[] {
  const name = shapeName(annotation, placement)
  if (name === null) return []
  const options = { rotation: name.angle, rotateWithView: true, textBaseline: 'bottom' as const }
  return [new Style({ geometry: new Point([...name.anchor]), text: letters(annotation.properties.style, name.text, options) })]
}

function inMiddle(annotation: Annotation, { placement }: DrawingContext): Style[] {
  const { properties } = annotation
  const text = nameText(annotation)
  if (text === '') return []
  if (properties.labelOffsetMm !== null) return standing(annotation)
  const style = new Style({ text: letters(properties.style, text, { overflow: true }) })
  const name = shapeName(annotation, placement)
  if (name !== null && name !== shapeName(annotation)) style.setGeometry(new Point([...name.anchor]))
  return [style]
}

/** Upright, at so much from the anchor of its line or area. */
function standing(annotation: Annotation): Style[] {
  const name = shapeName(annotation)
  if (name === null) return []
  const [offsetX, offsetY] = offsetPx(annotation)
  return [new Style({ geometry: new Point([...name.anchor]), text: letters(annotation.properties.style, name.text, { offsetX, offsetY }) })]
}

function letters(style: Annotation['properties']['style'], text: string, options: ConstructorParameters<typeof Text>[0]): Text {
  return new Text({
    text,
    font: annotationFont(style.textSizePt),
    fill: new Fill({ color: style.textColor }),
    ...(style.haloColor === null
      ? {}
      : { stroke: new Stroke({ color: style.haloColor, width: Math.max(2.5, mmToPx(style.textSizePt * 0.09)), lineJoin: 'round' }) }),
    // The analyst put it there: it is never left out, and names of the basemap make room.
    declutterMode: 'obstacle',
    ...options,
  })
}
