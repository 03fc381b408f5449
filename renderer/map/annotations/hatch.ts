/** Fills of areas: solid, hatched, crossed, dotted. Patterns are drawn in the pixels of the picture, so that they have one spacing at every scale. */
import type { ColorLike } from 'ol/colorlike.js'
import type { AnnotationStyle } from '../../../electron/contract/annotation.ts'
import { mmToPx } from '../style/millimetres.ts'
import { withOpacity } from '../style/symbolStyle.ts'

const spacingMm = 1.6
const lineMm = 0.25
const patterns = new Map<string, CanvasPattern | null>()

/** @returns null where nothing is filled */
export function fillOf({ fill, color, fillOpacity }: AnnotationStyle, pixelRatio: number): ColorLike | null {
  if (fill === 'none' || fillOpacity === 0) return null
  const paint = withOpacity(color, fillOpacity)
  if (fill === 'solid') return paint
  const key = `${fill} ${paint} ${pixelRatio}`
  const known = patterns.get(key)
  if (known !== undefined) return known
  if (patterns.size > 500) patterns.clear()
  const pattern = drawPattern(fill, paint, pixelRatio)
  patterns.set(key, pattern)
  return pattern
}

function drawPattern(fill: 'hatch' | 'cross' | 'dots', paint: string, pixelRatio: number): CanvasPattern | null {
  const side = Math.round(mmToPx(spacingMm) * pixelRatio)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.strokeStyle = paint
  context.fillStyle = paint
  context.lineWidth = Math.max(1, mmToPx(lineMm) * pixelRatio)
  if (fill === 'dots') {
    context.beginPath()
    context.arc(side / 2, side / 2, context.lineWidth * 1.1, 0, 2 * Math.PI)
    context.fill()
  } else {
    // Lines go on past the tile, so that they meet at its corners.
    context.beginPath()
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - side / 2, side * 1.5)
      context.lineTo(shift + side * 1.5, -side / 2)
      if (fill === 'cross') {
        context.moveTo(shift - side / 2, -side / 2)
        context.lineTo(shift + side * 1.5, side * 1.5)
      }
    }
    context.stroke()
  }
  return context.createPattern(canvas, 'repeat')
}
