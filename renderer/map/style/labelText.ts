/** What is written beside a feature, and in what letters. */
import type { LabelStyle } from '../../../electron/contract/style.ts'
import { mapFontFamily } from '../fonts.ts'
import { textWidthPx } from '../labels/textSize.ts'
import { mmToPx, ptToPx } from './millimetres.ts'

/** @returns CSS font, its size in pixels */
export const labelFont = ({ sizePt, bold = true }: LabelStyle): string => `${bold ? 600 : 400} ${ptToPx(sizePt)}px ${mapFontFamily}`

/** A label in lines that are no wider than the style allows; a word that is wider has a line of its own. */
export function wrapped(text: string, label: LabelStyle): string {
  const { wrapMm } = label
  if (wrapMm === undefined || wrapMm === null || text === '') return text
  const [font, widest] = [labelFont(label), mmToPx(wrapMm)]
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, (part) => textWidthPx(part, font) <= widest))
    .join('\n')
}

/** Parts a line between words. A word that does not fit has a line of its own. */
export function wrapLine(line: string, fits: (text: string) => boolean): string[] {
  if (fits(line)) return [line]
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
