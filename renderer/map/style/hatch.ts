/** Fills of areas: solid, hatched, crossed, dotted. Patterns are drawn in the pixels of the picture, so that they have one spacing at every scale. Needs no window: the painter's worker fills with the same ones. */
import type { hatches } from '../../../electron/contract/values.ts'
import { mmToPx } from './millimetres.ts'
import { withOpacity } from './strokes.ts'

export type Hatch = (typeof hatches)[number]

/**
 * A pattern begins anew at every multiple of 512 CSS pixels from the world's origin (`Executor.fill_` of OpenLayers): its tile has to be a part of that,
 * or it would jump while the map is moved. CSS pixels; 2.1 mm.
 */
const tilePx = 8
const lineMm = 0.25
const patterns = new Map<string, CanvasPattern | null>()
const maxKept = 500

type Fill = { fill: Hatch; color: string; fillOpacity: number }

/** Whether a fill is more than one colour. */
export const isPattern = ({ fill, fillOpacity }: Pick<Fill, 'fill' | 'fillOpacity'>): boolean =>
  fill !== 'none' && fill !== 'solid' && fillOpacity > 0

/**
 * @param pixelRatio pixels of the picture in a CSS pixel
 * @returns null where nothing is filled
 */
export function fillOf({ fill, color, fillOpacity }: Fill, pixelRatio: number): string | CanvasPattern | null {
  if (fill === 'none' || fillOpacity === 0) return null
  const paint = withOpacity(color, fillOpacity)
  if (fill === 'solid') return paint
  const key = `${fill} ${paint} ${pixelRatio}`
  const known = patterns.get(key)
  if (known !== undefined) return known
  if (patterns.size > maxKept) patterns.clear()
  const pattern = drawPattern(fill, paint, pixelRatio)
  patterns.set(key, pattern)
  return pattern
}

function drawPattern(fill: 'hatch' | 'cross' | 'dots', paint: string, pixelRatio: number): CanvasPattern | null {
  const side = Math.round(tilePx * pixelRatio)
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.strokeStyle = paint
  context.fillStyle = paint
  context.lineWidth = Math.max(1, mmToPx(lineMm) * pixelRatio)
  context.beginPath()
  if (fill === 'dots') {
    context.arc(side / 2, side / 2, context.lineWidth * 1.1, 0, 2 * Math.PI)
    context.fill()
    return context.createPattern(canvas, 'repeat')
  }
  // Lines go on past the tile, so that they meet at its corners.
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - side / 2, side * 1.5)
    context.lineTo(shift + side * 1.5, -side / 2)
    if (fill === 'cross') {
      context.moveTo(shift - side / 2, -side / 2)
      context.lineTo(shift + side * 1.5, side * 1.5)
    }
  }
  context.stroke()
  return context.createPattern(canvas, 'repeat')
}
