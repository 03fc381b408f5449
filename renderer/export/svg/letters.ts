/** Letters of a recorded page as text of an SVG, which can be selected, searched and edited. */
import type { Lettering, Op, TextOp } from '../recording/recording.ts'
import { type SvgColor, svgColor } from './colors.ts'
import { attributes, escaped, exactNumber, number } from './xml.ts'

export type SvgFont = { families: readonly string[]; sizePx: number; weight: number; italic: boolean }

const fonts = new Map<string, SvgFont>()

/** @param css font of a canvas */
export function svgFont(css: string): SvgFont {
  let font = fonts.get(css)
  if (font === undefined) {
    const { style } = document.createElement('span')
    style.font = css
    font = {
      families: style.fontFamily.split(',').map((name) => name.trim().replaceAll(/^["']|["']$/g, '')),
      sizePx: Number.parseFloat(style.fontSize),
      weight: style.fontWeight === 'bold' ? 700 : Number(style.fontWeight) || 400,
      italic: style.fontStyle === 'italic',
    }
    fonts.set(css, font)
  }
  return font
}

/** The halo of letters is drawn before them, in the same place: in SVG that is one text. @returns the letters over a halo, or null */
export function lettersOver(halo: Op, next: Op | undefined): TextOp | null {
  if (halo.kind !== 'text' || halo.pen === null || next?.kind !== 'text' || next.pen !== null) return null
  const isSame =
    halo.text === next.text &&
    halo.x === next.x &&
    halo.y === next.y &&
    halo.clip === next.clip &&
    halo.alpha === next.alpha &&
    halo.blend === next.blend &&
    halo.lettering.font === next.lettering.font &&
    halo.lettering.align === next.lettering.align &&
    halo.lettering.baseline === next.lettering.baseline &&
    halo.matrix.every((value, index) => value === next.matrix[index])
  return isSame && typeof halo.paint === 'string' && typeof next.paint === 'string' ? next : null
}

/**
 * @param fill null for none
 * @param outline drawn under the fill; its pen is in the letters' own units
 * @param rise from the line that the letters were given to the line that they stand on, in their own units
 */
export function textElement(op: TextOp, fill: SvgColor | null, outline: TextOp | null, rise: number, common: string): string {
  const { text, lettering } = op
  const { families, sizePx, weight, italic } = svgFont(lettering.font)
  const [a, b, c, d, e, f] = op.matrix
  const isUpright = b === 0 && c === 0 && a === d && a > 0
  const scale = isUpright ? a : 1
  const [x, y] = isUpright ? [a * op.x + e, a * (op.y + rise) + f] : [op.x, op.y + rise]
  const pen = outline?.pen ?? null
  const line = outline === null || typeof outline.paint !== 'string' ? null : svgColor(outline.paint)
  return `<text${attributes({
    transform: isUpright ? null : `matrix(${op.matrix.map(exactNumber).join(' ')})`,
    x: number(x),
    y: number(y),
    'font-family': families.map((name) => (/^[a-z-]+$/.test(name) ? name : `'${name}'`)).join(', '),
    'font-size': exactNumber(sizePx * scale),
    'font-weight': weight === 400 ? null : String(weight),
    'font-style': italic ? 'italic' : null,
    'text-anchor': anchorOf(lettering),
    direction: lettering.direction === 'rtl' ? 'rtl' : null,
    fill: fill?.color ?? 'none',
    'fill-opacity': fill === null || fill.opacity === 1 ? null : exactNumber(fill.opacity),
    ...(line === null || pen === null
      ? {}
      : {
          stroke: line.color,
          'stroke-opacity': line.opacity === 1 ? null : exactNumber(line.opacity),
          'stroke-width': number(pen.widthPx * scale),
          'stroke-linejoin': pen.join,
          'paint-order': 'stroke',
        }),
    'xml:space': /^\s|\s$|\s\s/.test(text) ? 'preserve' : null,
  })}${common}>${escaped(text)}</text>`
}

/** A canvas knows left and right, SVG where a text begins. */
function anchorOf({ align, direction }: Lettering): string | null {
  if (align === 'center') return 'middle'
  const isAtBegin = align === 'start' || align === (direction === 'rtl' ? 'right' : 'left')
  return isAtBegin ? null : 'end'
}
