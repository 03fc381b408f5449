/**
 * The letters of a printed page, so that who reads or searches the text finds each word once and whole (ISO 32000-1, 14.9.4). How they look stays as it was.
 *
 * Chromium writes stroked letters, which are halos, as those of a Type 3 font behind the same letters filled: they are marked as standing for no text. It
 * writes an Arabic letter as its dots and its stem, and says of both together which letter they are; readers take the place of the dots for that of the letter,
 * off the line, and tear the word: only the stem is to stand for the letter. A name that slopes or bends is one span: see `pdfSlopingNames.ts`.
 */
import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { type LetterRun, runsOf } from './pdfRuns.ts'
import { asOneSpan, inDrawnOrder, namesOf, textOf } from './pdfSlopingNames.ts'
import { lettersByCode } from './pdfUnicode.ts'

const chosenFont = /^\/(\S+) \S+ Tf$/m
const spanBegins = /^\/Span<<\/ActualText <[0-9A-F]*> >> BDC$/
const noText = '/Span<</ActualText <FEFF> >> BDC'

/** @param document as Chromium printed it */
export function mendLetters(document: PDFDocument): void {
  const { context } = document
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const fonts = fontsOf(object)
    if (fonts === undefined) continue
    const content = textOfStream(object)
    const mended = mendedContent(content, strokedFonts(fonts), unicodeOf(fonts))
    if (mended === content) continue
    const stream = context.flateStream(Buffer.from(mended, 'latin1'))
    for (const [key, value] of object.dict.entries()) if (!stream.dict.has(key)) stream.dict.set(key, value)
    stream.dict.delete(PDFName.of('DecodeParms'))
    context.assign(reference, stream)
  }
}

type LettersOf = (font: string) => ReadonlyMap<string, string>

function mendedContent(content: string, strokes: ReadonlySet<string>, lettersOf: LettersOf): string {
  let [mended, at] = ['', 0]
  const replace = (start: number, end: number, text: string): void => {
    mended += content.slice(at, start) + text
    at = end
  }
  /** Those after one another that are not level. */
  let sloping: LetterRun[] = []
  const endSloping = (): void => {
    for (const name of namesOf(sloping)) {
      const text = textOf(name, lettersOf)
      const [first, last] = [name[0], name.at(-1)]
      if (text !== null && first !== undefined && last !== undefined) replace(first.start, last.end, asOneSpan(content, name, text))
      else for (const run of name) replace(run.start, run.end, withLettersOnTheLine(run.text))
    }
    sloping = []
  }
  for (const run of runsOf(content)) {
    const isHalo = strokes.has(run.font)
    if (!isHalo && !run.isLevel) {
      sloping.push(run)
      continue
    }
    endSloping()
    replace(run.start, run.end, isHalo ? withoutText(run.text) : withLettersOnTheLine(run.text))
  }
  endSloping()
  return mended + content.slice(at)
}

const textOfStream = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

/** What the codes of each font stand for, read when it is asked for. */
function unicodeOf(fonts: PDFDict): LettersOf {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (font) => {
    let letters = known.get(font)
    if (letters === undefined) {
      const map = fonts.lookupMaybe(PDFName.of(font), PDFDict)?.lookup(PDFName.of('ToUnicode'))
      letters = map instanceof PDFRawStream ? lettersByCode(textOfStream(map)) : new Map<string, string>()
      known.set(font, letters)
    }
    return letters
  }
}

const fontsOf = ({ dict }: PDFRawStream): PDFDict | undefined =>
  dict.lookupMaybe(PDFName.of('Resources'), PDFDict)?.lookupMaybe(PDFName.of('Font'), PDFDict)

function strokedFonts(fonts: PDFDict): Set<string> {
  const isStroked = (name: PDFName): boolean =>
    fonts.lookupMaybe(name, PDFDict)?.lookupMaybe(PDFName.of('Subtype'), PDFName) === PDFName.of('Type3')
  return new Set(
    fonts
      .keys()
      .filter(isStroked)
      .map((name) => name.decodeText()),
  )
}

/** Also without what it says of its parts. */
function withoutText(run: string): string {
  const bare = run.split('\n').filter((line) => !spanBegins.test(line) && line !== 'EMC' && !line.endsWith(' BMC'))
  return `${noText}\n${bare.join('\n')}\nEMC`
}

type Glyph = { font: string; matrix: string; at: readonly [x: number, y: number]; code: string }

const glyphLine = /^(?:(\S+) (\S+) Td )?(<[0-9A-F]+>) Tj$/

/**
 * The dots of letters are drawn after the run, for no text. A reader would begin a new word with each, and with the letter behind it.
 *
 * @param given a line for each operation
 */
function withLettersOnTheLine(given: string): string {
  const run = inDrawnOrder(given)
  const lines = run.split('\n')
  const out: string[] = []
  const dots: Glyph[] = []
  const pen = { font: '', matrix: '', at: [0, 0] as readonly [number, number] }
  const written = { font: '', at: pen.at }
  const glyphAt = (line: string): Glyph | null => {
    const [, dx = 0, dy = 0, code] = glyphLine.exec(line) ?? []
    if (code === undefined) return null
    pen.at = [pen.at[0] + Number(dx), pen.at[1] + Number(dy)]
    return { ...pen, code }
  }
  const write = ({ font, at, code }: Glyph): void => {
    if (font !== written.font) out.push(font)
    const [dx, dy] = [at[0] - written.at[0], at[1] - written.at[1]]
    out.push(dx === 0 && dy === 0 ? `${code} Tj` : `${decimal(dx)} ${decimal(dy)} Td ${code} Tj`)
    written.font = font
    written.at = at
  }
  let inSpan: Glyph[] | null = null
  for (const line of lines) {
    if (chosenFont.test(line)) pen.font = line
    else if (line.endsWith(' Tm')) {
      pen.matrix = line
      pen.at = [0, 0]
      written.at = pen.at
      out.push(line)
    } else if (line.endsWith(' Tj')) {
      const glyph = glyphAt(line)
      if (glyph === null) return run
      if (inSpan === null) write(glyph)
      else inSpan.push(glyph)
    } else if (line === 'EMC' && inSpan !== null) {
      const stem = inSpan.findLast(({ at }) => Math.abs(at[1]) < 0.01) ?? inSpan.at(-1)
      if (stem !== undefined) write(stem)
      dots.push(...inSpan.filter((glyph) => glyph !== stem))
      inSpan = null
      out.push(line)
    } else {
      if (spanBegins.test(line)) inSpan = []
      out.push(line)
    }
  }
  if (dots.length === 0) return run
  const drawn = dots.flatMap(({ font, matrix, at: [x, y], code }) => [font, matrix, `${decimal(x)} ${decimal(y)} Td ${code} Tj`])
  return `${out.join('\n')}\n${noText}\nBT\n${drawn.join('\n')}\nET\nEMC`
}

/** A PDF knows no exponents; its numbers here are in pixels of a page, and a millionth of one is nothing. */
const decimal = (value: number): string => String(Number(value.toFixed(6)))
