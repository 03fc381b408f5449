/** Lines of text as marks. */
import type { TextStyle } from '../../../electron/contract/page.ts'
import type { Box, Text } from '../drawing.ts'
import { ptToMm } from '../units.ts'
import { directionOf } from './direction.ts'
import { fontOf, type Line, type Type } from './wrap.ts'

/** Distance of baselines, in parts of the type size. */
export const leading = 1.28
/** Height of Noto Sans' capitals, in parts of the type size (OS/2 table: 714 of 1000). */
export const capHeight = 0.714

export const lineHeight = (sizePt: number): number => ptToMm(sizePt) * leading
/** The baseline of a line whose capitals are to be in its middle. */
export const baselineIn = (top: number, sizePt: number): number => top + (lineHeight(sizePt) + capHeight * ptToMm(sizePt)) / 2

export type Halo = Text['halo']

/** @param box whose width the lines are aligned in; they begin at its top */
export function drawLines(
  lines: readonly Line[],
  box: Box,
  style: TextStyle,
  type: Type,
  halo: Halo = null,
  direction = directionOfLines(lines),
): Text[] {
  return lines.flatMap((line, index) => {
    const y = baselineIn(box.y + index * lineHeight(type.sizePt), type.sizePt)
    return drawLine(line, box, y, style, type, halo, direction)
  })
}

const directionOfLines = (lines: readonly Line[]): 'ltr' | 'rtl' =>
  directionOf(lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' '))

function drawLine(line: Line, box: Box, y: number, style: TextStyle, type: Type, halo: Halo, direction: 'ltr' | 'rtl'): Text[] {
  const toRight = direction === 'ltr' ? style.align === 'end' : style.align === 'start'
  const left = style.align === 'center' ? box.x + (box.width - line.widthMm) / 2 : toRight ? box.x + box.width - line.widthMm : box.x
  const common = { sizePt: type.sizePt, color: style.color, direction, halo }
  const [only] = line.pieces
  if (only !== undefined && line.pieces.length === 1) {
    const align = style.align === 'center' ? 'center' : toRight ? 'right' : 'left'
    const x = align === 'center' ? box.x + box.width / 2 : align === 'right' ? box.x + box.width : box.x
    return [
      { kind: 'text', text: only.text, at: [x, y], font: fontOf(only, type), align, link: only.link, widthMm: line.widthMm, ...common },
    ]
  }
  let x = direction === 'ltr' ? left : left + line.widthMm
  return line.pieces.map((piece): Text => {
    const font = fontOf(piece, type)
    const widthMm = type.measure(piece.text, font, type.sizePt)
    const at = [x, y] as const
    x += direction === 'ltr' ? widthMm : -widthMm
    return { kind: 'text', text: piece.text, at, font, align: direction === 'ltr' ? 'left' : 'right', link: piece.link, widthMm, ...common }
  })
}
