/** How the features of each class are drawn, in pixels of a picture. */
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { mmToPx } from '../style/millimetres.ts'
import { dashOf, withOpacity } from '../style/strokes.ts'
import type { Ink } from './pixelSheet.ts'
import { type Stamp, stampOf } from './stamp.ts'

export type Stroke = { color: string; ink: Ink; width: number; dash: number[]; cap: CanvasLineCap }

export type Pen = {
  line: Stroke
  fill: string
  fillInk: Ink
  /** Null where areas have no outline. */
  outline: Stroke | null
  /** Made when the first point needs it. */
  stamp(): Stamp
}

export function penOf(symbol: SymbolStyle, pixelRatio: number): Pen {
  let stamp: Stamp | null = null
  return {
    line: strokeOf(symbol, symbol.color, symbol.lineWidthMm, pixelRatio),
    fill: withOpacity(symbol.color, symbol.fillOpacity),
    fillInk: inkOf(symbol.color, symbol.fillOpacity),
    outline: symbol.outlineWidthMm > 0 ? strokeOf(symbol, symbol.outlineColor, symbol.outlineWidthMm, pixelRatio) : null,
    stamp: () => (stamp ??= stampOf(symbol, pixelRatio)),
  }
}

/** How far the marks of a layer reach beyond their geometries, in pixels. */
export function reachOf(symbols: readonly SymbolStyle[], pixelRatio: number): number {
  const widest = symbols.map(({ lineWidthMm, outlineWidthMm, sizeMm }) =>
    // A symbol is a little larger than its size (`symbolPath`), and has its outline around it.
    Math.max(lineWidthMm / 2, outlineWidthMm / 2, (sizeMm / 2) * 1.25 * Math.SQRT2 + outlineWidthMm),
  )
  return Math.ceil(mmToPx(Math.max(0, ...widest)) * pixelRatio) + 2
}

function strokeOf(symbol: SymbolStyle, color: string, widthMm: number, pixelRatio: number): Stroke {
  const { lineDash = [], lineCap = 'round' } = dashOf(symbol, widthMm)
  return {
    color,
    ink: inkOf(color, 1),
    width: mmToPx(widthMm) * pixelRatio,
    dash: lineDash.map((length) => length * pixelRatio),
    cap: lineCap,
  }
}

function inkOf(color: string, opacity: number): Ink {
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5), opacity]
}
