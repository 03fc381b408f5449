/** How far beyond its geometry an annotation is drawn: marks, letters, line widths. In CSS pixels of a map that is not turned. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { Placement } from '../labels/placement.ts'
import { textWidthPx } from '../labels/textSize.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { annotationFont, layoutOf } from './calloutStyle.ts'
import { labelPart } from './editing/parts.ts'
import { nameText, shapeName } from './shapeName.ts'

/** From the edges of the geometry outward. */
export type Reach = { left: number; top: number; right: number; bottom: number }

/** Soft edges of what is drawn. */
const edgePx = 2
/** A military symbol has a frame, and signs around it. */
const symbolTimes = 1.6

/** @param placement where the name of a point stands; null when it has no room */
export function reachOf(annotation: Annotation, placement: Placement | null): Reach {
  const reach = usualReach(annotation, placement)
  const name = annotation.properties.labelOffsetMm === null ? null : shapeName(annotation)
  if (name === null) return reach
  // The anchor is within the geometry: nothing reaches farther from its edges than from there.
  const halo = haloPx(annotation.properties.style.textSizePt)
  const { left, top, right, bottom } = name.box
  return joined(reach, { left: halo - left, top: halo - top, right: right + halo, bottom: bottom + halo })
}

function usualReach(annotation: Annotation, placement: Placement | null): Reach {
  const { kind, style, label, image, tapered } = annotation.properties
  const line = mmToPx(style.lineWidthMm) / 2 + edgePx
  switch (kind) {
    case 'point':
    case 'symbol':
      return withName(annotation, placement, even(mmToPx(style.sizeMm) * symbolTimes + edgePx))
    case 'text':
    case 'callout':
      return boxReach(annotation)
    case 'image':
      return image === null
        ? even(0)
        : turnable({ left: 0, top: 0, right: mmToPx(image.widthMm), bottom: mmToPx(image.heightMm) }, style.rotationDeg)
    case 'arrow':
      return even(Math.max(line + mmToPx(style.headMm) * (tapered ? 1.6 : 1), lettersReach(label, style.textSizePt)))
    case 'rings':
      return even(Math.max(line, mmToPx(3) + lettersReach(label === '' ? '0,000 km' : label, style.textSizePt)))
    case 'measure':
      return even(Math.max(line + mmToPx(1.2), lettersReach(nameText(annotation), style.textSizePt)))
    case 'line':
    case 'freehand':
    case 'polygon':
    case 'rectangle':
    case 'circle':
      return even(Math.max(line, lettersReach(label, style.textSizePt)))
  }
}

/** Whatever way the letters run. */
function lettersReach(text: string, sizePt: number): number {
  if (text === '') return 0
  const lines = text.split('\n')
  const font = annotationFont(sizePt)
  return Math.max(...lines.map((one) => textWidthPx(one, font))) / 2 + ptToPx(sizePt) * 1.3 * lines.length + haloPx(sizePt)
}

function withName(annotation: Annotation, placement: Placement | null, mark: Reach): Reach {
  const name = labelPart(annotation, placement)
  if (name === null) return mark
  const halo = haloPx(annotation.properties.style.textSizePt)
  const { left, top, right, bottom } = name.box
  return joined(mark, { left: halo - left, top: halo - top, right: right + halo, bottom: bottom + halo })
}

function boxReach(annotation: Annotation): Reach {
  const { kind, style } = annotation.properties
  const { left, top, width, height } = layoutOf(annotation)
  const edge = mmToPx(style.lineWidthMm) + haloPx(style.textSizePt)
  const box = { left: edge - left, top: edge - top, right: left + width + edge, bottom: top + height + edge }
  if (kind === 'text') return turnable(box, style.rotationDeg)
  return joined(even(mmToPx(style.sizeMm) / 2 + edge), box)
}

const haloPx = (sizePt: number): number => Math.max(2.5, ptToPx(sizePt) / 4) + edgePx

const even = (px: number): Reach => ({ left: px, top: px, right: px, bottom: px })

/** The farthest corner, on all sides. */
function turnable(reach: Reach, rotationDeg: number): Reach {
  return rotationDeg % 360 === 0 ? joined(reach, even(edgePx)) : turned(reach)
}

/** Holds for any turn. */
export function turned({ left, top, right, bottom }: Reach): Reach {
  return even(Math.hypot(Math.max(Math.abs(left), Math.abs(right)), Math.max(Math.abs(top), Math.abs(bottom))))
}

const joined = (a: Reach, b: Reach): Reach => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})
