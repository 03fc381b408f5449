/**
 * Names that do not stand on a level line, whole for who reads or searches (ISO 32000-1, 14.9.4). Readers put letters together along level lines; a name along a
 * river comes to them letter by letter. Here each is one span that says what all of its letters stand for.
 */
import type { LetterRun } from './pdfRuns.ts'
import { decoded, encoded } from './pdfUnicode.ts'

/** The next letters of a bent name begin no farther from its last ones: a wide letter, and the space between letters that are set apart. */
const mostEm = 1.8

/** @param runs in the order of the page, none of them level @returns those that are pieces of one name, together */
export function namesOf(runs: readonly LetterRun[]): LetterRun[][] {
  const names: LetterRun[][] = []
  for (const run of runs) {
    const last = names.at(-1)?.at(-1)
    if (last !== undefined && isNext(last, run)) names.at(-1)?.push(run)
    else names.push([run])
  }
  return names
}

/** Joined scripts are not bent: a run of theirs is a name. */
function isNext(last: LetterRun, run: LetterRun): boolean {
  if (last.font !== run.font || isReversed(last) || isReversed(run) || Math.abs(last.size - run.size) > 0.01 * run.size) return false
  return Math.hypot(run.from[0] - last.to[0], run.from[1] - last.to[1]) < mostEm * run.size
}

const reversedChars = '/ReversedChars BMC'

const isReversed = ({ text }: LetterRun): boolean => text.includes(reversedChars)

/**
 * @param lettersOf what the codes of a font stand for
 * @returns what the runs stand for, in the order in which it is drawn; null where a letter is not known
 */
export function textOf(name: readonly LetterRun[], lettersOf: (font: string) => ReadonlyMap<string, string>): string | null {
  let text = ''
  for (const run of name) {
    const pieces = piecesOf(run, lettersOf)
    if (pieces === null) return null
    text += (isReversed(run) ? pieces.map(backward) : pieces).join('')
  }
  // Letters are set apart by spaces that stand for none.
  return text.replaceAll('\u200a', '').replaceAll(/\s+/gu, ' ').trim()
}

/**
 * Of a script that is read from right to left, readers (poppler, PDFium) take all letters to be in the order in which they are drawn, from the left, also those that are
 * said to be meant, and turn them round.
 */
const backward = (text: string): string => Array.from(text).toReversed().join('')

/** Letters with marks on them are said together: they are turned round with the rest of the word. @param run of a script that is read from either side */
export function inDrawnOrder(run: string): string {
  if (!run.includes(reversedChars)) return run
  return run.replaceAll(/(?<=^\/Span<<\/ActualText <)[0-9A-F]+(?=> >> BDC$)/gm, (digits) => encoded(backward(decoded(digits))))
}

/** In the order in which they are drawn, from the left. */
function piecesOf({ text, font: first }: LetterRun, lettersOf: (font: string) => ReadonlyMap<string, string>): string[] | null {
  const pieces: string[] = []
  let font = first
  let isSaid = false
  for (const line of text.split('\n')) {
    const said = /^\/Span<<\/ActualText <([0-9A-F]*)> >> BDC$/.exec(line)?.[1]
    const code = /<([0-9A-F]+)> Tj$/.exec(line)?.[1]
    if (said !== undefined) {
      pieces.push(decoded(said))
      isSaid = true
    } else if (line === 'EMC') isSaid = false
    else if (line.endsWith(' Tf')) font = /^\/(\S+)/.exec(line)?.[1] ?? font
    else if (code !== undefined && !isSaid) {
      const letter = lettersOf(font).get(code)
      // Parts of letters have a code without a meaning.
      if (letter === undefined || letter === '\0') return null
      pieces.push(letter)
    }
  }
  return pieces
}

/** @param content that the runs are in @returns the piece of it that holds the name, as one span */
export function asOneSpan(content: string, name: readonly LetterRun[], text: string): string {
  const piece = content.slice(name[0]?.start ?? 0, name.at(-1)?.end ?? 0)
  const bare = piece.split('\n').filter((line) => !line.startsWith('/Span<<') && line !== 'EMC' && !line.endsWith(' BMC'))
  const span = `/Span<</ActualText <${encoded(text)}> >> BDC\n${bare.join('\n')}\nEMC`
  return name.some(isReversed) ? `${reversedChars}\n${span}\nEMC` : span
}
