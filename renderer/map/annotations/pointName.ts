/** The name of a point in lines: as they were typed, and long ones wrapped, so that a name of sixty letters does not run out of the map. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { textWidthPx } from '../labels/textSize.ts'
import { wrapLine } from '../style/labelText.ts'
import { ptToPx } from '../style/millimetres.ts'
import { annotationFont } from './calloutStyle.ts'

/** About forty letters. */
const widestEm = 24

/** @returns no lines where nothing is written; a word that is wider has a line of its own */
export function pointNameLines({ properties: { label, style } }: Annotation): string[] {
  const text = label.trim()
  if (text === '') return []
  const [font, widestPx] = [annotationFont(style.textSizePt), widestEm * ptToPx(style.textSizePt)]
  return text.split('\n').flatMap((line) => wrapLine(line, (part) => textWidthPx(part, font) <= widestPx))
}
