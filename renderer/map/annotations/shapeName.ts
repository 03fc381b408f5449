/** The name of a line or an area: what is written, and where. In its usual place, or where it was moved by hand. */
import LineString from 'ol/geom/LineString.js'
import Polygon from 'ol/geom/Polygon.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { formatArea, formatLength } from '../../document/geodesy/format.ts'
import { areaOf, lengthOf } from '../../document/geodesy/measure.ts'
import { type PlanePoint, toPlane } from '../../document/geodesy/mercator.ts'
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
}

/** Above the middle of range rings. */
const ringsNameMm = -3
const lineHeight = 1.25

const known = new WeakMap<Annotation, { name: ShapeName | null; era: number }>()

/** Worked out once for each state of an annotation. Null for points, texts, callouts and images, and where nothing is written. */
export function shapeName(annotation: Annotation): ShapeName | null {
  const before = known.get(annotation)
  if (before?.era === textEra()) return before.name
  const name = found(annotation)
  known.set(annotation, { name, era: textEra() })
  return name
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
    return { text, anchor, angle, box: { left: -half, top: -high, right: half, bottom: 0 } }
  const [x, y] = offsetPx(annotation)
  return { text, anchor, angle: 0, box: { left: x - half, top: y - high / 2, right: x + half, bottom: y + high / 2 } }
}

/** Around a name, whichever way its letters run. In CSS pixels from the anchor. */
export function uprightBox({ box, angle }: ShapeName): PixelBox {
  return (angle === 0 ? null : boxAround(cornersOf(box).map((corner) => turned(corner, angle)))) ?? box
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
  if (!(shape instanceof LineString)) return { anchor: [0, 0], angle: 0 }
  const [[x = 0, y = 0], [x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [0.5, 0.49, 0.51].map((share) => shape.getCoordinateAt(share)) as [
    number[],
    number[],
    number[],
  ]
  const angle = Math.atan2(y1 - y2, x2 - x1)
  // Letters are written so that they can be read from below.
  return { anchor: [x, y], angle: Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle }
}
