/** What of an annotation can be caught beside its shape: marks, boxes and labels, in CSS pixels from its place. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { textEra, textHeightPx, textWidthPx } from '../../labels/textSize.ts'
import { mmToPx, ptToPx } from '../../style/millimetres.ts'
import type { Placement } from '../../labels/placement.ts'
import { annotationFont, layoutOf } from '../calloutStyle.ts'
import { pointNameLines } from '../pointName.ts'
import type { PixelBox } from './boxes.ts'

export type PartName = 'body' | 'anchor' | 'box' | 'label'

/** @param angle radians clockwise, about the place */
export type Part = { name: PartName; box: PixelBox; angle: number }

const leastPx = 12
const known = new WeakMap<Annotation, { parts: Part[]; era: number }>()

/** Without the label, whose place depends on what is around. Empty for lines and areas. */
export function partsOf(annotation: Annotation): Part[] {
  const before = known.get(annotation)
  if (before?.era === textEra()) return before.parts
  const parts = computeParts(annotation)
  known.set(annotation, { parts, era: textEra() })
  return parts
}

function computeParts(annotation: Annotation): Part[] {
  const { geometry, properties } = annotation
  if (geometry.type !== 'Point') return []
  const { kind, style, image } = properties
  const angle = (style.rotationDeg * Math.PI) / 180
  switch (kind) {
    case 'point':
    case 'symbol':
      return [{ name: 'body', box: around(Math.max(leastPx, mmToPx(style.sizeMm) * (kind === 'symbol' ? 1.25 : 1)) / 2), angle: 0 }]
    case 'text':
    case 'callout': {
      const { left, top, width, height } = layoutOf(annotation)
      const box = { left, top, right: left + width, bottom: top + height }
      if (kind === 'text') return [{ name: 'body', box, angle }]
      return [
        { name: 'box', box, angle: 0 },
        { name: 'anchor', box: around(Math.max(leastPx, mmToPx(style.sizeMm)) / 2), angle: 0 },
      ]
    }
    case 'image':
      return image === null
        ? []
        : [{ name: 'body', box: { left: 0, top: 0, right: mmToPx(image.widthMm), bottom: mmToPx(image.heightMm) }, angle }]
    default:
      return []
  }
}

/** The name beside a point. @param placement where the program puts it, when the user did not; null when there is no room */
export function labelPart(annotation: Annotation, placement: Placement | null): Part | null {
  const { kind, labelOffsetMm, style } = annotation.properties
  if (kind !== 'point' && kind !== 'symbol') return null
  const lines = pointNameLines(annotation)
  if (lines.length === 0) return null
  const width = Math.max(...lines.map((line) => textWidthPx(line, annotationFont(style.textSizePt))))
  const sizePx = ptToPx(style.textSizePt)
  const height = Math.max(sizePx * 1.25 * lines.length, textHeightPx(lines.join('\n'), sizePx))
  const at: Placement | null =
    labelOffsetMm === null
      ? placement
      : { align: labelOffsetMm[0] < 0 ? 'right' : 'left', offsetX: mmToPx(labelOffsetMm[0]), offsetY: mmToPx(labelOffsetMm[1]) }
  if (at === null) return null
  const left = at.offsetX - (at.align === 'left' ? 0 : at.align === 'center' ? width / 2 : width)
  const top = at.offsetY - height / 2
  return { name: 'label', box: { left, top, right: left + width, bottom: top + height }, angle: 0 }
}

const around = (radius: number): PixelBox => ({ left: -radius, top: -radius, right: radius, bottom: radius })
