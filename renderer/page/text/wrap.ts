/** Breaks text into lines. Pieces of one paragraph may differ in weight and link. */
import type { Font, Measure } from '../drawing.ts'

export type Piece = { text: string; bold: boolean; link: string | null }
export type Line = { pieces: readonly Piece[]; widthMm: number }
export type Wrapped = {
  lines: readonly Line[]
  /** Whether an end of the text is missing. */
  cut: boolean
}
export type Type = { sizePt: number; italic: boolean; bold: boolean; measure: Measure }

export const plainPiece = (text: string): Piece => ({ text, bold: false, link: null })
export const fontOf = (piece: Pick<Piece, 'bold'>, type: Pick<Type, 'italic' | 'bold'>): Font => ({
  weight: piece.bold || type.bold ? 600 : 400,
  italic: type.italic,
})

/** A word: what is not parted by spaces. It may change its weight within. */
type Word = Piece[]

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Breaks at spaces, and within a word that is wider than a line. The last line ends with an ellipsis where there are more than `maxLines`. */
export function wrap(pieces: readonly Piece[], widthMm: number, maxLines: number, type: Type): Wrapped {
  if (maxLines < 1) return { lines: [], cut: pieces.some(({ text }) => text.trim() !== '') }
  const lines: Word[][] = []
  let current: Word[] = []
  let currentWidth = 0
  const space = widthOfPiece(plainPiece(' '), type)
  for (const word of wordsOf(pieces)) {
    for (const part of partsOf(word, widthMm, type)) {
      const width = widthOfWord(part, type)
      if (current.length > 0 && currentWidth + space + width > widthMm + tolerance) {
        lines.push(current)
        current = []
        currentWidth = 0
        // What does not fit is not looked at further: a text may be very long.
        if (lines.length >= maxLines) return { lines: withEllipsis(lines, widthMm, type), cut: true }
      }
      currentWidth += width + (current.length > 0 ? space : 0)
      current.push(part)
    }
  }
  if (current.length > 0) lines.push(current)
  return { lines: lines.map((words) => finishedLine(words, type)), cut: false }
}

/** A line's width is measured once more as a whole: rounding must not push its last word away. */
const tolerance = 0.01

const widthOfPiece = (piece: Piece, type: Type): number => {
  const width = type.measure(piece.text, fontOf(piece, type), type.sizePt)
  return Number.isFinite(width) && width > 0 ? width : 0
}
const widthOfWord = (word: Word, type: Type): number => word.reduce((sum, piece) => sum + widthOfPiece(piece, type), 0)

function* wordsOf(pieces: readonly Piece[]): Iterable<Word> {
  let word: Word = []
  for (const piece of pieces) {
    const parts = piece.text.split(/[ \t\n\r\f\v\u2028\u2029]+/)
    for (const [index, text] of parts.entries()) {
      if (index > 0 && word.length > 0) {
        yield word
        word = []
      }
      if (text !== '') word.push({ ...piece, text })
    }
  }
  if (word.length > 0) yield word
}

/** The word, or pieces of it that have room on a line. */
function partsOf(word: Word, widthMm: number, type: Type): Word[] {
  if (widthOfWord(word, type) <= widthMm + tolerance) return [word]
  const parts: Word[] = []
  let part: Word = []
  let width = 0
  for (const piece of word) {
    for (const { segment } of graphemes.segment(piece.text.slice(0, 4_000))) {
      const one = widthOfPiece({ ...piece, text: segment }, type)
      if (width + one > widthMm && part.length > 0) {
        parts.push(part)
        part = []
        width = 0
      }
      const last = part.at(-1)
      if (last !== undefined && last.bold === piece.bold && last.link === piece.link)
        part[part.length - 1] = { ...last, text: last.text + segment }
      else part.push({ ...piece, text: segment })
      width += one
    }
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** Words with spaces between them, in as few pieces as can be. */
function finishedLine(words: readonly Word[], type: Type): Line {
  const pieces: Piece[] = []
  for (const [index, word] of words.entries()) {
    for (const [at, piece] of word.entries()) {
      const last = pieces.at(-1)
      const gap = index > 0 && at === 0 ? ' ' : ''
      if (last !== undefined && last.bold === piece.bold && last.link === piece.link)
        pieces[pieces.length - 1] = { ...last, text: last.text + gap + piece.text }
      else if (last !== undefined && gap !== '') {
        pieces[pieces.length - 1] = { ...last, text: last.text + gap }
        pieces.push(piece)
      } else pieces.push(piece)
    }
  }
  return { pieces, widthMm: pieces.reduce((sum, piece) => sum + widthOfPiece(piece, type), 0) }
}

function withEllipsis(lines: readonly Word[][], widthMm: number, type: Type): Line[] {
  const finished = lines.map((words) => finishedLine(words, type))
  const last = finished.at(-1)
  if (last === undefined) return finished
  const pieces = [...last.pieces]
  const shortened = (): Line => {
    const end = pieces.at(-1) ?? plainPiece('')
    const all = [...pieces.slice(0, -1), { ...end, text: `${end.text.trimEnd()}…` }]
    return { pieces: all, widthMm: all.reduce((sum, piece) => sum + widthOfPiece(piece, type), 0) }
  }
  for (;;) {
    const line = shortened()
    const end = pieces.at(-1)
    if (line.widthMm <= widthMm || end === undefined || (pieces.length === 1 && end.text === '')) return [...finished.slice(0, -1), line]
    const letters = Array.from(end.text)
    if (letters.length <= 1 && pieces.length > 1) pieces.pop()
    else pieces[pieces.length - 1] = { ...end, text: letters.slice(0, -1).join('').trimEnd() }
  }
}
