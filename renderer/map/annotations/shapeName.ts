/** The name of a line or an area: what is written, and where. In its usual place, in another where that is taken, or where it was moved by hand. */
import { getInteriorPointOfArray } from 'ol/geom/flat/interiorpoint.js'
import LineString from 'ol/geom/LineString.js'
import Polygon from 'ol/geom/Polygon.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { formatArea, formatLength } from '../../document/geodesy/format.ts'
import { areaOf, lengthOf } from '../../document/geodesy/measure.ts'
import { type PlanePoint, toPlane } from '../../document/geodesy/mercator.ts'
import type { Placement } from '../labels/placement.ts'
import { textEra, textWidthPx } from '../labels/textSize.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { annotationFont } from './calloutStyle.ts'
import { boxAround, cornersOf, type PixelBox, turned } from './editing/boxes.ts'
import { geometryOf } from './geometry.ts'

export type ShapeName = {
  text: string
  /** What it stands at and is moved from, in EPSG:3857: the middle of a circle, a place well inside an area, half way along a line. */
  anchor: PlanePoint
  /** In CSS pixels from the anchor. */
  box: PixelBox
  /** Clockwise, of a map that is not turned; 0 for letters that stay upright when it is. Radians. */
  angle: number
  /** Along a line: the shares of its length between which the name is in the middle. */
  part: readonly [from: number, to: number]
  /** Metres of EPSG:3857 a CSS pixel: only on a map that shows as much or more is there room for it. The usual place is always good enough. */
  maxResolution: number
}

/** Of a line's length: where else its name may stand. */
const otherShares = [0.35, 0.65, 0.2, 0.8]
/** Of an area's height, from below. */
const otherHeights = [0.35, 0.65, 0.22, 0.78]

/** Above the middle of range rings. */
const ringsNameMm = -3
const lineHeight = 1.25

const known = new WeakMap<Annotation, { names: ShapeName[]; era: number }>()

/**
 * Null for points, texts, callouts and images, and where nothing is written.
 *
 * @param placement which of its places it has; the usual one when there is none
 */
export function shapeName(annotation: Annotation, placement: Placement | null = null): ShapeName | null {
  const names = shapeNames(annotation)
  return names[placement?.choice ?? 0] ?? names[0] ?? null
}

/** The places that its name may have, the usual one first. Worked out once for each state of an annotation. */
export function shapeNames(annotation: Annotation): ShapeName[] {
  const before = known.get(annotation)
  if (before?.era === textEra()) return before.names
  const usual = found(annotation)
  const names = usual === null ? [] : [usual, ...otherPlaces(annotation, usual)]
  known.set(annotation, { names, era: textEra() })
  return names
}

/** What is written: of a measure, its label and its figure. */
export function nameText({ geometry, properties: { kind, label } }: Annotation): string {
  if (kind !== 'measure') return label
  if (geometry.type === 'Polygon') return joined([label, formatArea(areaOf(geometry.coordinates).areaM2)], '\n')
  return geometry.type === 'LineString' ? joined([label, formatLength(lengthOf(geometry.coordinates))], ' · ') : label
}

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by)

function found(annotation: Annotation): ShapeName | null {
  const { geometry, properties } = annotation
  const { kind, style, labelOffsetMm } = properties
  if (geometry.type === 'Point' && kind !== 'circle' && kind !== 'rings') return null
  const text = nameText(annotation)
  if (text.trim() === '') return null
  const lines = text.split('\n')
  const half = Math.max(...lines.map((line) => textWidthPx(line, annotationFont(style.textSizePt)))) / 2
  const high = ptToPx(style.textSizePt) * lineHeight * lines.length
  const { anchor, angle } = anchorOf(annotation)
  if (labelOffsetMm === null && geometry.type === 'LineString')
    return { text, anchor, angle, box: { left: -half, top: -high, right: half, bottom: 0 }, part: whole, maxResolution: Infinity }
  const [x, y] = offsetPx(annotation)
  const box = { left: x - half, top: y - high / 2, right: x + half, bottom: y + high / 2 }
  return { text, anchor, angle: 0, box, part: whole, maxResolution: Infinity }
}

const whole = [0, 1] as const

/** Along the line, or inside the area. None for a name that was moved by hand, or stands over rings. */
function otherPlaces(annotation: Annotation, usual: ShapeName): ShapeName[] {
  if (annotation.properties.labelOffsetMm !== null || annotation.properties.kind === 'rings') return []
  const shape = geometryOf(annotation)
  const [widthPx, highPx] = [usual.box.right - usual.box.left, usual.box.bottom - usual.box.top]
  if (shape instanceof LineString) {
    const lengthM = shape.getLength()
    return otherShares.map((share) => {
      const room = 2 * Math.min(share, 1 - share)
      const part = share < 0.5 ? ([0, room] as const) : ([1 - room, 1] as const)
      return { ...usual, ...onLine(shape, share), part, maxResolution: (lengthM * room) / widthPx }
    })
  }
  if (!(shape instanceof Polygon)) return []
  const [, south = 0, , north = 0] = shape.getExtent()
  return otherHeights.flatMap((height): ShapeName[] => {
    const y = south + (north - south) * height
    const [x = 0, , acrossM = 0] = getInteriorPointOfArray(
      shape.getFlatCoordinates(),
      0,
      shape.getEnds(),
      shape.getStride(),
      [Number.NaN, y],
      0,
    )
    if (Number.isNaN(x)) return []
    // As far from the top or the bottom of the area as half of it is high.
    const highM = 2 * Math.min(y - south, north - y)
    return [{ ...usual, anchor: [x, y], maxResolution: Math.min(acrossM / widthPx, highM / highPx) }]
  })
}

/** Around a name, whichever way its letters run. In CSS pixels from the anchor. */
export function uprightBox({ box, angle }: ShapeName): PixelBox {
  return (angle === 0 ? null : boxAround(cornersOf(box).map((corner) => turned(corner, angle)))) ?? box
}

/**
 * From the place that names are moved from by hand to the middle of a name that may stand elsewhere. In CSS pixels.
 *
 * @param pixelOf where a place of EPSG:3857 is on the screen
 */
export function middleFromUsual(
  annotation: Annotation,
  placement: Placement | null,
  pixelOf: (at: PlanePoint) => readonly [number, number],
): [number, number] {
  const [usual, name] = [shapeName(annotation), shapeName(annotation, placement)]
  if (usual === null || name === null) return [0, 0]
  const [x, y] = middleOfName(name)
  const [from, to] = [pixelOf(usual.anchor), pixelOf(name.anchor)]
  return [to[0] - from[0] + x, to[1] - from[1] + y]
}

/** The middle of a name, in CSS pixels from its anchor. */
export function middleOfName({ box, angle }: ShapeName): readonly [number, number] {
  return turned([(box.left + box.right) / 2, (box.top + box.bottom) / 2], angle)
}

/** From its anchor to its middle. */
export function offsetPx({ properties: { kind, labelOffsetMm } }: Annotation): [number, number] {
  const [x, y] = labelOffsetMm ?? [0, kind === 'rings' ? ringsNameMm : 0]
  return [mmToPx(x), mmToPx(y)]
}

/** @returns `angle` of a line where its name begins to be written */
function anchorOf(annotation: Annotation): { anchor: PlanePoint; angle: number } {
  if (annotation.geometry.type === 'Point') return { anchor: toPlane(annotation.geometry.coordinates), angle: 0 }
  const shape = geometryOf(annotation)
  if (shape instanceof Polygon) {
    const [x = 0, y = 0] = shape.getInteriorPoint().getCoordinates()
    return { anchor: [x, y], angle: 0 }
  }
  return shape instanceof LineString ? onLine(shape, 0.5) : { anchor: [0, 0], angle: 0 }
}

/** @param share of the line's length */
function onLine(shape: LineString, share: number): { anchor: PlanePoint; angle: number } {
  const [[x = 0, y = 0], [x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [share, share - 0.01, share + 0.01].map((at) =>
    shape.getCoordinateAt(at),
  ) as [number[], number[], number[]]
  const angle = Math.atan2(y1 - y2, x2 - x1)
  // Letters are written so that they can be read from below.
  return { anchor: [x, y], angle: Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle }
}
