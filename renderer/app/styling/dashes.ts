import type { SymbolStyle } from '../../../electron/contract/document.ts'

/** The map's dashes, for an SVG stroke: multiples of its width. */
export function dashArray(dash: SymbolStyle['dash'], widthPx: number): { strokeDasharray?: string; strokeLinecap?: 'butt' | 'round' } {
  const width = Math.max(1, widthPx)
  if (dash === 'dashed') return { strokeDasharray: `${width * 4} ${width * 2.5}`, strokeLinecap: 'butt' }
  if (dash === 'dotted') return { strokeDasharray: `0.01 ${width * 2}`, strokeLinecap: 'round' }
  return {}
}
