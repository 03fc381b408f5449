/** The mark of a point as a small picture, pixel by pixel as OpenLayers makes it for layers that it draws whole (`style/symbolStyle.ts`). */
import type { CompleteSymbol } from '../../../electron/contract/style.ts'
import { type MarkDrawing, markDrawing } from '../style/markDrawing.ts'
import { mmToPx } from '../style/millimetres.ts'
import { isDisc } from '../style/discs.ts'
import type { PixelStamp } from './pixelSheet.ts'

export type Stamp = {
  canvas: OffscreenCanvas
  /** The same, to be set pixel by pixel. */
  pixels: PixelStamp
  /** Pixels from the picture's corner to the place that is marked. */
  anchor: number
  /** Half the side of the largest square around that place which is opaque; 0 where the place itself is not. */
  solid: number
}

export function stampOf(symbol: CompleteSymbol, pixelRatio: number): Stamp {
  return isDisc(symbol) ? disc(symbol, pixelRatio) : shape(markDrawing(symbol), pixelRatio)
}

function disc(symbol: CompleteSymbol, pixelRatio: number): Stamp {
  const radius = mmToPx(symbol.sizeMm) / 2
  const outline = mmToPx(symbol.outlineWidthMm)
  const size = Math.ceil(2 * radius + outline)
  const side = Math.ceil(size * pixelRatio)
  const [canvas, context] = blank(side)
  context.scale(pixelRatio, pixelRatio)
  context.translate(size / 2, size / 2)
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
  context.fillStyle = symbol.color
  context.fill()
  if (outline > 0) {
    context.strokeStyle = symbol.outlineColor
    context.lineWidth = outline
    context.stroke()
  }
  return stampFrom(canvas, pixelsOf(context, side), (size / 2) * pixelRatio)
}

/** The map draws its marks from SVG, which has no pixels of its own: what is drawn is exact in the pixels of the picture. So are these. */
function shape({ side: size, scale, offset, parts }: MarkDrawing, pixelRatio: number): Stamp {
  const side = size * pixelRatio
  const [canvas, context] = blank(Math.ceil(side))
  context.setTransform(pixelRatio * scale, 0, 0, pixelRatio * scale, pixelRatio * offset, pixelRatio * offset)
  context.lineJoin = 'round'
  for (const { path, rule, fill, stroke } of parts) {
    const outline = new Path2D(path)
    if (fill !== null) {
      context.fillStyle = fill
      context.fill(outline, rule)
    }
    if (stroke !== null) {
      context.strokeStyle = stroke.color
      context.lineWidth = stroke.width
      context.stroke(outline)
    }
  }
  return stampFrom(canvas, pixelsOf(context, canvas.width), side / 2)
}

const stampFrom = (canvas: OffscreenCanvas, pixels: PixelStamp, anchor: number): Stamp => ({
  canvas,
  pixels,
  anchor,
  solid: solidAround(pixels, anchor),
})

/** @param anchor pixels from the corner, to the right and down @returns half the side of the largest opaque square around it */
export function solidAround({ side, pixels }: PixelStamp, anchor: number): number {
  let solid = 0
  for (let half = 0.5; half <= side / 2; half += 0.5) {
    const [from, to] = [Math.floor(anchor - half), Math.ceil(anchor + half)]
    for (let row = from; row < to; row++) {
      for (let column = from; column < to; column++) if ((pixels[row * side + column] ?? 0) >>> 24 !== 255) return solid
    }
    solid = half
  }
  return solid
}

function pixelsOf(context: OffscreenCanvasRenderingContext2D, side: number): PixelStamp {
  const { data } = context.getImageData(0, 0, side, side)
  const pixels = new Uint32Array(side * side)
  for (let i = 0; i < pixels.length; i++) {
    const alpha = data[i * 4 + 3] ?? 0
    const channel = (at: number): number => Math.round(((data[i * 4 + at] ?? 0) * alpha) / 255)
    pixels[i] = ((alpha << 24) | (channel(2) << 16) | (channel(1) << 8) | channel(0)) >>> 0
  }
  return { side, pixels }
}

function blank(side: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no memory left to draw in.')
  return [canvas, context]
}
