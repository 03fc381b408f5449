/** What is written beside a feature, and in what letters. */
import type { LabelStyle } from '../../../electron/contract/document.ts'
import { mapFontFamily } from '../fonts.ts'
import { ptToPx } from './millimetres.ts'

/** @returns CSS font, its size in pixels */
export const labelFont = ({ sizePt }: LabelStyle): string => `600 ${ptToPx(sizePt)}px ${mapFontFamily}`

/** @returns one line of text; nothing for what has no short form */
export function attributeText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return ''
}
