/** Colours and dashes of a symbol, as a canvas takes them. Knows no OpenLayers: the painter of big layers draws with the same ones. */
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { mmToPx } from './millimetres.ts'

/** @returns `rgba(…)` */
export function withOpacity(color: string, opacity: number): string {
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16)
  return `rgba(${channel(1)},${channel(3)},${channel(5)},${opacity})`
}

/** Dashes are multiples of the line's width, so that they look alike at any width. CSS pixels. */
export function dashOf({ dash }: Pick<SymbolStyle, 'dash'>, widthMm: number): { lineDash?: number[]; lineCap?: CanvasLineCap } {
  const width = Math.max(1, mmToPx(widthMm))
  if (dash === 'dashed') return { lineDash: [width * 4, width * 2.5], lineCap: 'butt' }
  if (dash === 'dotted') return { lineDash: [0.01, width * 2], lineCap: 'round' }
  return {}
}
