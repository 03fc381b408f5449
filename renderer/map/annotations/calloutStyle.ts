/** Draws callouts and texts on the map's canvas: vector paths and real text, so that a PDF has them as such. */
import type { Coordinate } from 'ol/coordinate.js'
import type { State } from 'ol/render.js'
import Style from 'ol/style/Style.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { calloutHomeMm } from '../../document/annotations/calloutHome.ts'
import { mapFontFamily } from '../fonts.ts'
import { textWidthPx } from '../labels/textSize.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { type BoxLayout, layoutBox, leaderEnd } from './calloutBox.ts'

/** @returns CSS font */
export const annotationFont = (sizePt: number): string => `600 ${ptToPx(sizePt)}px ${mapFontFamily}`

/**
 * A text stands with its middle on its place; a callout's box stands off, with a leader line.
 *
 * @param layout of its box; null for a callout whose box has no room, of which there is the mark alone
 */
export function boxStyle(annotation: Annotation, layout: BoxLayout | null = layoutOf(annotation)): Style {
  const style = new Style({
    renderer: (coordinates, state) => draw(annotation, layout, coordinates as Coordinate, state),
    hitDetectionRenderer: (coordinates, state) => drawHit(layout, coordinates as Coordinate, state),
  })
  return style
}

/** Where a text's or a callout's box is, in CSS pixels from its place: where it was put, or in its usual place. */
export function layoutOf({ properties: { kind, label, style, labelOffsetMm, boxWidthMm } }: Annotation): BoxLayout {
  const font = annotationFont(style.textSizePt)
  const measure = (text: string): number => textWidthPx(text, font)
  const width = boxWidthMm === null ? null : mmToPx(boxWidthMm)
  const text = label === '' ? 'Text' : label
  const [x, y] = labelOffsetMm ?? (kind === 'callout' ? calloutHomeMm : [0, 0])
  const layout = layoutBox(text, ptToPx(style.textSizePt), [mmToPx(x), mmToPx(y)], width, measure)
  return kind === 'callout' ? layout : { ...layout, left: mmToPx(x) - layout.width / 2, top: mmToPx(y) - layout.height / 2 }
}

function draw(
  { properties: { kind, style, label } }: Annotation,
  layout: BoxLayout | null,
  [x = 0, y = 0]: Coordinate,
  state: State,
): void {
  const { context, pixelRatio } = state
  context.save()
  context.translate(x, y)
  // Upright on a map that is turned.
  context.rotate(-state.rotation)
  context.scale(pixelRatio, pixelRatio)
  context.globalAlpha *= label === '' ? 0.5 : 1
  if (kind === 'callout') {
    const end = layout === null ? null : leaderEnd(layout)
    context.strokeStyle = style.color
    context.fillStyle = style.color
    context.lineWidth = lineWidthPx(style)
    if (end !== null) {
      context.beginPath()
      context.moveTo(0, 0)
      context.lineTo(end[0], end[1])
      context.stroke()
    }
    context.beginPath()
    context.arc(0, 0, mmToPx(style.sizeMm) / 2, 0, 2 * Math.PI)
    context.fill()
  }
  if (layout !== null) drawBox(context, { kind, style }, layout)
  context.restore()
}

function drawBox(
  context: CanvasRenderingContext2D,
  { kind, style }: Pick<Annotation['properties'], 'kind' | 'style'>,
  layout: BoxLayout,
): void {
  if (kind === 'text') context.rotate((style.rotationDeg * Math.PI) / 180)
  if (style.boxColor !== null) {
    context.beginPath()
    context.roundRect(layout.left, layout.top, layout.width, layout.height, Math.min(3, layout.height / 6))
    context.fillStyle = style.boxColor
    context.fill()
    context.strokeStyle = style.color
    context.lineWidth = lineWidthPx(style)
    context.stroke()
  }
  drawLines(context, layout, style)
}

const lineWidthPx = ({ lineWidthMm }: Annotation['properties']['style']): number => Math.max(0.5, mmToPx(lineWidthMm))

function drawLines(
  context: CanvasRenderingContext2D,
  { lines, left, top, width, lineHeight, padding }: BoxLayout,
  style: Annotation['properties']['style'],
): void {
  context.font = annotationFont(style.textSizePt)
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  const size = ptToPx(style.textSizePt)
  for (const [index, line] of lines.entries()) {
    const isRightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line)
    context.direction = isRightToLeft ? 'rtl' : 'ltr'
    context.textAlign = isRightToLeft ? 'right' : 'left'
    const x = isRightToLeft ? left + width - padding : left + padding
    const y = top + padding + size * 0.86 + index * lineHeight
    if (style.haloColor !== null) {
      context.strokeStyle = style.haloColor
      context.lineWidth = Math.max(2.5, size / 4)
      context.strokeText(line, x, y)
    }
    context.fillStyle = style.textColor
    context.fillText(line, x, y)
  }
}

/** The box and the place itself can be caught; the leader line between them lets what is under it through. */
function drawHit(layout: BoxLayout | null, [x = 0, y = 0]: Coordinate, { context, pixelRatio, rotation }: State): void {
  context.save()
  context.translate(x, y)
  context.rotate(-rotation)
  context.scale(pixelRatio, pixelRatio)
  context.beginPath()
  if (layout !== null) context.rect(layout.left, layout.top, layout.width, layout.height)
  context.arc(0, 0, 6, 0, 2 * Math.PI)
  context.fill()
  context.restore()
}
