/** The mark of a point as a small picture, pixel by pixel as OpenLayers makes it for layers that it draws whole (`style/symbolStyle.ts`). */
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { mmToPx } from '../style/millimetres.ts'
import { symbolPath } from '../style/pointSymbols.ts'
import type { PixelStamp } from './pixelSheet.ts'

export type Stamp = {
  canvas: OffscreenCanvas
  /** The same, to be set pixel by pixel. */
  pixels: PixelStamp
  /** Pixels from the picture's corner to the place that is marked. */
  anchor: number
}

/** Symbols but circles are drawn from a picture that is this much finer. */
const density = 3

export function stampOf(symbol: SymbolStyle, pixelRatio: number): Stamp {
  const radius = mmToPx(symbol.sizeMm) / 2
  const outline = mmToPx(symbol.outlineWidthMm)
  return symbol.point === 'circle' ? disc(symbol, radius, outline, pixelRatio) : shape(symbol, radius, outline, pixelRatio)
}

function disc(symbol: SymbolStyle, radius: number, outline: number, pixelRatio: number): Stamp {
  const size = Math.ceil(2 * radius + outline)
  const side = Math.ceil(size * pixelRatio)
  const [canvas, context] = blank(side)
  context.scale(pixelRatio, pixelRatio)
  context.translate(size / 2, size / 2)
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
  ink(context, symbol, outline)
  return { canvas, pixels: pixelsOf(context, side), anchor: (size / 2) * pixelRatio }
}

function shape(symbol: SymbolStyle, radius: number, outline: number, pixelRatio: number): Stamp {
  const size = Math.ceil((radius + radius * 0.25 + outline) * 2)
  const [fine, context] = blank(size * density)
  context.scale(density, density)
  const path = new Path2D(symbolPath(symbol.point, radius, [size / 2, size / 2]))
  ink(context, symbol, outline, path)
  // Drawn to its size once, as it is on a whole pixel wherever it goes.
  const side = size * pixelRatio
  const [canvas, target] = blank(Math.ceil(side))
  target.drawImage(fine, 0, 0, size * density, size * density, 0, 0, side, side)
  return { canvas, pixels: pixelsOf(target, canvas.width), anchor: side / 2 }
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

function ink(context: OffscreenCanvasRenderingContext2D, symbol: SymbolStyle, outline: number, path?: Path2D): void {
  context.fillStyle = symbol.color
  if (path === undefined) context.fill()
  else context.fill(path, 'evenodd')
  if (outline === 0) return
  context.strokeStyle = symbol.outlineColor
  context.lineWidth = outline
  context.lineJoin = 'round'
  context.lineCap = path === undefined ? 'round' : 'butt'
  if (path === undefined) context.stroke()
  else context.stroke(path)
}

function blank(side: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] {
  const canvas = new OffscreenCanvas(side, side)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no memory left to draw in.')
  return [canvas, context]
}
