/** Commands that change where annotations are and what shape they have. Locked annotations stay as they are. */
import type { Annotation, AnnotationGeometry, AnnotationProperties } from '../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { LonLat } from '../../../electron/contract/values.ts'
import type { Command } from '../history.ts'
import { alignOffsets, type Direction, distributeOffsets, type Edge } from './align.ts'
import { type Change, editCommand, findAnnotations, type When } from './change.ts'
import { normalGeometry } from './positions.ts'
import { type Offset, rotated, scaled, shifted } from './transform.ts'

export { type Direction, type Edge, middleOf } from './align.ts'
export type { Offset } from './transform.ts'

/** @param to how far, the same for all; or where each comes to be, by id */
export function moveAnnotations(
  document: MapDocument,
  ids: readonly string[],
  to: Offset | ReadonlyMap<string, AnnotationGeometry>,
  when: When = {},
): Command {
  return shapeCommand(document, ids, 'move of', when, ({ id, geometry }) => {
    if (!(to instanceof Map)) return { geometry: shifted(geometry, to as Offset) }
    const own = to.get(id) as AnnotationGeometry | undefined
    return own === undefined ? {} : { geometry: normalGeometry(own) }
  })
}

/** The shape of one annotation, after a vertex was moved, added or taken away. Its type stays. */
export function setGeometry(document: MapDocument, id: string, geometry: AnnotationGeometry, when: When = {}): Command {
  return shapeCommand(document, [id], 'shape of', when, (annotation) =>
    annotation.geometry.type === geometry.type ? { geometry: normalGeometry(geometry) } : {},
  )
}

/** Turns about a pivot on the map. Marks, texts and images turn about themselves too. @param angleDeg clockwise */
export function rotateAnnotations(
  document: MapDocument,
  ids: readonly string[],
  angleDeg: number,
  pivot: LonLat,
  when: When = {},
): Command {
  return shapeCommand(document, ids, 'rotation of', when, ({ geometry, properties }) => {
    const { kind, style } = properties
    const turns = kind === 'point' || kind === 'symbol' || kind === 'text' || kind === 'image'
    return {
      geometry: rotated(geometry, angleDeg, pivot),
      ...(turns ? { properties: { style: { ...style, rotationDeg: turned(style.rotationDeg + angleDeg) } } } : {}),
    }
  })
}

/** Scales about a pivot on the map: shapes, radii, and the sizes of marks, texts and images. @param factor greater than 0 */
export function scaleAnnotations(document: MapDocument, ids: readonly string[], factor: number, pivot: LonLat, when: When = {}): Command {
  return shapeCommand(document, ids, 'scaling of', when, ({ geometry, properties }) =>
    factor > 0 && Number.isFinite(factor) ? { geometry: scaled(geometry, factor, pivot), properties: scaledSizes(properties, factor) } : {},
  )
}

/** Brings edges or centres to one line, as seen on the map: that of the outermost, or the middle of all. */
export function alignAnnotations(document: MapDocument, ids: readonly string[], edge: Edge, when: When = {}): Command {
  return offsetCommand(document, ids, 'alignment of', when, alignOffsets(findAnnotations(document, ids), edge))
}

/** Spaces centres evenly, as seen on the map, between the two that are farthest apart. */
export function distributeAnnotations(document: MapDocument, ids: readonly string[], direction: Direction, when: When = {}): Command {
  return offsetCommand(document, ids, 'distribution of', when, distributeOffsets(findAnnotations(document, ids), direction))
}

function offsetCommand(
  document: MapDocument,
  ids: readonly string[],
  word: string,
  when: When,
  offsets: ReadonlyMap<string, { dxM: number; dyM: number }>,
): Command {
  return shapeCommand(document, ids, word, when, ({ id, geometry }) => {
    const by = offsets.get(id)
    return by === undefined || (by.dxM === 0 && by.dyM === 0) ? {} : { geometry: shifted(geometry, by) }
  })
}

function shapeCommand(
  document: MapDocument,
  ids: readonly string[],
  word: string,
  when: When,
  edit: (annotation: Annotation) => Change,
): Command {
  return editCommand(document, ids, word, when, (annotation) => (annotation.properties.locked ? {} : edit(annotation)))
}

/** Within what the document takes. */
function scaledSizes({ kind, style, radiiM, image }: AnnotationProperties, factor: number): Partial<AnnotationProperties> {
  const times = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, Number((value * factor).toPrecision(12))))
  if (kind === 'circle' || kind === 'rings') return { radiiM: radiiM.map((radius) => times(radius, 0.001, 20_000_000)) }
  if (kind === 'point' || kind === 'symbol') return { style: { ...style, sizeMm: times(style.sizeMm, 0.5, 100) } }
  if (kind === 'text') return { style: { ...style, textSizePt: times(style.textSizePt, 4, 144) } }
  if (image === null) return {}
  // Both sides by the same factor, so that a picture at its limit is not distorted.
  const most = Math.min(1_500 / image.widthMm, 1_500 / image.heightMm)
  const least = Math.max(1 / image.widthMm, 1 / image.heightMm)
  const by = Math.min(Math.max(factor, Math.min(1, least)), Math.max(1, most))
  const side = (lengthMm: number): number => Math.min(1_500, Math.max(1, lengthMm * by))
  return { image: { ...image, widthMm: side(image.widthMm), heightMm: side(image.heightMm) } }
}

/** The same direction, in −180 … 180 degrees. */
function turned(angleDeg: number): number {
  const angle = Number((angleDeg % 360).toFixed(6)) + 0
  return angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle
}
