/** How the features of each class are drawn, in pixels of a picture. */
import type { CutMark } from '../../../electron/contract/cut.ts'
import { type CompleteSymbol, completeSymbol, type SizeByField, type SymbolStyle } from '../../../electron/contract/style.ts'
import { fillOf, isPattern } from '../style/hatch.ts'
import { mmToPx } from '../style/millimetres.ts'
import { largest, lineStep, lineWidthMm, pointSizeMm, pointStep } from '../style/sizeSteps.ts'
import { dashOf, withOpacity } from '../style/strokes.ts'
import type { Ink } from './pixelSheet.ts'
import { type Stamp, stampOf } from './stamp.ts'

export type Stroke = { color: string; ink: Ink; width: number; dash: number[]; cap: CanvasLineCap }

/** A line; lines of one `key` are drawn together. */
export type LinePen = { key: number; line: Stroke; /** Under it; null for none. */ halo: Stroke | null }

export type Pen = {
  /** By how large the feature is, 0 to 1. */
  line(share: number): LinePen
  fill: string | CanvasPattern
  /** Null where the fill is a pattern, which only a canvas can draw. */
  fillInk: Ink | null
  /** Null where areas have no outline. */
  outline: Stroke | null
  /** Made when the first point needs it. By how large the feature is, 0 to 1. */
  stamp(share: number): Stamp
}

/** More steps of size than there are. */
const keysOfClass = 1_024

export function pensOf(symbols: readonly SymbolStyle[], size: SizeByField | null, pixelRatio: number): Pen[] {
  return symbols.map((symbol, index) => penOf(completeSymbol(symbol), size, pixelRatio, index * keysOfClass))
}

function penOf(symbol: CompleteSymbol, size: SizeByField | null, pixelRatio: number, firstKey: number): Pen {
  const lines: LinePen[] = []
  const stamps: Stamp[] = []
  const lineAt = (step: number, widthMm: number): LinePen => (lines[step] ??= linePen(symbol, widthMm, pixelRatio, firstKey + step))
  const stampAt = (step: number, sizeMm: number): Stamp => (stamps[step] ??= stampOf({ ...symbol, sizeMm }, pixelRatio))
  const { color, fillOpacity, outlineColor, outlineWidthMm, outlineDash } = symbol
  return {
    line: (share) => {
      if (size === null) return lineAt(0, symbol.lineWidthMm)
      const step = lineStep(share)
      return lines[step] ?? lineAt(step, lineWidthMm(size, step))
    },
    fill: fillOf(symbol, pixelRatio) ?? withOpacity(color, 0),
    fillInk: isPattern(symbol) ? null : inkOf(color, symbol.fill === 'none' ? 0 : fillOpacity),
    outline: outlineWidthMm > 0 ? strokeOf(outlineColor, outlineWidthMm, outlineDash, pixelRatio) : null,
    stamp: (share) => {
      if (size === null) return stampAt(0, symbol.sizeMm)
      const step = pointStep(size, share)
      return stamps[step] ?? stampAt(step, pointSizeMm(size, step))
    },
  }
}

/** How far the marks of a layer reach beyond their geometries, in pixels. */
export function reachOf(symbols: readonly SymbolStyle[], size: SizeByField | null, pixelRatio: number): number {
  const widest = symbols.map((symbol) => {
    const { lineWidthMm: widthMm, outlineWidthMm, sizeMm, haloColor, haloWidthMm } = completeSymbol(largest(symbol, size))
    const halo = haloColor === null ? 0 : haloWidthMm
    // A symbol is a little larger than its size (`symbolPath`), and has its outline around it.
    return Math.max(widthMm / 2 + halo, outlineWidthMm / 2, (sizeMm / 2) * 1.25 * Math.SQRT2 + outlineWidthMm + halo)
  })
  return Math.ceil(mmToPx(Math.max(0, ...widest)) * pixelRatio) + 2
}

/** The mark of a class whose features are all of one size. @param rotation of the picture when it is shown: marks are turned back by as much */
export function markOf(pen: Pen, rotation: number): CutMark {
  const { pixels, anchor, solid } = pen.stamp(0)
  const { line, halo } = pen.line(0)
  // A square that is turned reaches farther, and covers less: the square in the circle in it.
  const turn = rotation === 0 ? 1 : Math.SQRT2
  return {
    pointPx: Math.max(anchor, pixels.side - anchor) * turn,
    linePx: Math.max(line.width, halo?.width ?? 0) / 2,
    areaPx: (pen.outline?.width ?? 0) / 2,
    solidPx: Math.max(0, rotation === 0 ? solid : (solid - 1) / turn),
  }
}

function linePen(symbol: CompleteSymbol, widthMm: number, pixelRatio: number, key: number): LinePen {
  const { haloColor, haloWidthMm } = symbol
  return {
    key,
    line: strokeOf(symbol.color, widthMm, symbol.dash, pixelRatio),
    halo: haloColor === null ? null : strokeOf(haloColor, widthMm + 2 * haloWidthMm, 'solid', pixelRatio),
  }
}

function strokeOf(color: string, widthMm: number, dash: SymbolStyle['dash'], pixelRatio: number): Stroke {
  const { lineDash = [], lineCap = 'round' } = dashOf({ dash }, widthMm)
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
