/** The mark of a point as strokes and fills, bottom first: halo, outline, body. Drawn as SVG by the map and on a canvas by the painter, from the same numbers. */
import type { CompleteSymbol } from '../../../electron/contract/style.ts'
import { iconBox, pathsOfIcon } from './iconPaths.ts'
import { mmToPx } from './millimetres.ts'
import { symbolPath } from './pointSymbols.ts'

export type MarkStroke = { color: string; width: number }

/** One path, filled and then stroked. */
export type MarkPart = { path: string; rule: 'evenodd' | 'nonzero'; fill: string | null; stroke: MarkStroke | null }

export type MarkDrawing = {
  /** CSS pixels, whole; the place that is marked is the middle. */
  side: number
  /** Of the paths: from their own units to CSS pixels from the picture's corner. */
  scale: number
  offset: number
  parts: readonly MarkPart[]
}

/** @param symbol its icon, if it has one, was loaded (`iconPaths.ts`); a circle stands for one that there is not */
export function markDrawing(symbol: CompleteSymbol): MarkDrawing {
  const radius = mmToPx(symbol.sizeMm) / 2
  const outline = mmToPx(symbol.outlineWidthMm)
  const halo = symbol.haloColor === null ? 0 : mmToPx(symbol.haloWidthMm)
  const side = Math.ceil((radius + radius * 0.25 + outline + halo) * 2)
  const icon = symbol.icon === null ? [] : pathsOfIcon(symbol.icon)
  if (icon.length > 0) return iconDrawing(symbol, icon, { radius, outline, halo, side })
  const path = symbolPath(symbol.icon === null ? symbol.point : 'circle', radius, [side / 2, side / 2])
  const parts: MarkPart[] = []
  // Half of the outline lies outside of the mark.
  if (symbol.haloColor !== null)
    parts.push({ path, rule: 'evenodd', fill: null, stroke: { color: symbol.haloColor, width: outline + 2 * halo } })
  parts.push({
    path,
    rule: 'evenodd',
    fill: symbol.color,
    stroke: outline > 0 ? { color: symbol.outlineColor, width: outline } : null,
  })
  return { side, scale: 1, offset: 0, parts }
}

/** Icons are thin: their outline lies around them, and not on them. */
function iconDrawing(
  { color, outlineColor, haloColor }: CompleteSymbol,
  paths: readonly string[],
  { radius, outline, halo, side }: { radius: number; outline: number; halo: number; side: number },
): MarkDrawing {
  const scale = (2 * radius) / iconBox
  const part = (path: string, fill: string | null, stroke: MarkStroke | null): MarkPart => ({ path, rule: 'nonzero', fill, stroke })
  const around = (strokeColor: string, beyond: number): MarkPart[] =>
    paths.map((path) => part(path, null, { color: strokeColor, width: (2 * beyond) / scale }))
  return {
    side,
    scale,
    offset: side / 2 - radius,
    parts: [
      ...(haloColor === null ? [] : around(haloColor, outline + halo)),
      ...(outline > 0 ? around(outlineColor, outline) : []),
      ...paths.map((path) => part(path, color, null)),
    ],
  }
}

/** The drawing as SVG. @param density pixels of the picture in a CSS pixel */
export function markSvg({ side, scale, offset, parts }: MarkDrawing, density: number): string {
  const shapes = parts
    .map(({ path, rule, fill, stroke }) => {
      const line = stroke === null ? '' : ` stroke="${stroke.color}" stroke-width="${stroke.width}" stroke-linejoin="round"`
      return `<path d="${path}" fill="${fill ?? 'none'}" fill-rule="${rule}"${line}/>`
    })
    .join('')
  const placed = scale === 1 && offset === 0 ? shapes : `<g transform="translate(${offset} ${offset}) scale(${scale})">${shapes}</g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side * density}" height="${side * density}" viewBox="0 0 ${side} ${side}">${placed}</svg>`
}
