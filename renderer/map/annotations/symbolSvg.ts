/** Symbols of annotations as SVG: the program's marks, icons by name, military symbols by their code. The map and the pickers draw the same ones. */
import type { AnnotationSymbol } from '../../../electron/contract/annotation.ts'
import { type PointSymbol, pointSymbols } from '../../../electron/contract/document.ts'
import { iconBox, pathsOfSvg } from '../style/iconPaths.ts'
import { symbolPath } from '../style/pointSymbols.ts'

export type SymbolPicture = {
  svg: string
  widthPx: number
  heightPx: number
  /** Where the symbol stands on its place, from its upper left corner. */
  anchorPx: readonly [x: number, y: number]
}

export type SymbolLook = {
  /** CSS pixels across. */
  sizePx: number
  color: string
  /** Rim that parts the symbol from its ground. */
  haloColor: string | null
}

/**
 * The icons and the military symbols are parts of the program that are read at first need.
 *
 * @returns null when there is no symbol of that name
 */
export async function symbolPicture(symbol: AnnotationSymbol, look: SymbolLook): Promise<SymbolPicture | null> {
  switch (symbol.set) {
    case 'mark':
      return markPicture(symbol.name, look)
    case 'maki':
    case 'temaki': {
      const icons = await import('../style/icons.ts')
      const svg = icons[symbol.set].get(symbol.name)
      return svg === undefined ? null : iconPicture(svg, look)
    }
    case 'military':
      return militaryPicture(symbol.name, look)
  }
}

function markPicture(name: string, { sizePx, color, haloColor }: SymbolLook): SymbolPicture | null {
  const mark = pointSymbols.find((one) => one === name)
  if (mark === undefined) return null
  return framed(sizePx, (center) => {
    const path = symbolPath(mark satisfies PointSymbol, sizePx / 2, center)
    return `<path d="${path}" fill="${color}" fill-rule="evenodd" ${rim(haloColor, Math.max(1, sizePx / 10))}/>`
  })
}

function iconPicture(svg: string, { sizePx, color, haloColor }: SymbolLook): SymbolPicture {
  const paths = pathsOfSvg(svg)
  return framed(sizePx, ([x, y]) => {
    const place = `translate(${x - sizePx / 2} ${y - sizePx / 2}) scale(${sizePx / iconBox})`
    const shapes = paths.map((path) => `<path d="${path}" fill="${color}" ${rim(haloColor, 2)}/>`).join('')
    return `<g transform="${place}">${shapes}</g>`
  })
}

/** The library measures a symbol by its frame's height for size 100; the anchor is the middle of the frame. */
async function militaryPicture(code: string, { sizePx, haloColor }: SymbolLook): Promise<SymbolPicture | null> {
  const { default: milsymbol } = await import('milsymbol')
  const symbol = new milsymbol.Symbol(code, {
    size: sizePx,
    ...(haloColor === null ? {} : { outlineColor: haloColor, outlineWidth: Math.max(2, sizePx / 12) }),
  })
  if (!symbol.isValid()) return null
  const { x, y } = symbol.getAnchor()
  const { width, height } = symbol.getSize()
  return { svg: symbol.asSVG(), widthPx: width, heightPx: height, anchorPx: [x, y] }
}

function framed(sizePx: number, draw: (center: readonly [number, number]) => string): SymbolPicture {
  const side = Math.ceil(sizePx * 1.35 + 4)
  const center = [side / 2, side / 2] as const
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}">${draw(center)}</svg>`
  return { svg, widthPx: side, heightPx: side, anchorPx: center }
}

const rim = (color: string | null, width: number): string =>
  color === null ? '' : `stroke="${color}" stroke-width="${width}" stroke-linejoin="round" paint-order="stroke"`
