/** XML read and written with care: no document type, no entities of a file's own, nothing from outside. */
import { RefusalError } from '../../../electron/contract/refusal.ts'

/** What reads XML: the window's DOMParser, or another one with its method. */
export type XmlParser = { parseFromString(text: string, type: 'application/xml'): Document }

/**
 * A document type is refused before anything is parsed: it is where entities are declared that grow without end ("billion laughs") or name files, and the
 * formats read here need none.
 *
 * @throws RefusalError with line and column when the text is no XML
 */
export function parseXml(text: string, file: string, parser: XmlParser): Document {
  const declaration = /<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)\b/i.exec(text)
  if (declaration !== null) {
    const line = text.slice(0, declaration.index).split('\n').length
    throw new RefusalError({
      message: `${file} declares a document type at line ${line}, which can be used to harm the reader; it was not opened.`,
      advice: 'Take the line with <!DOCTYPE out, if you trust the file.',
      file,
      line,
    })
  }
  let document: Document
  try {
    document = parser.parseFromString(text.replace(/^\uFEFF/, ''), 'application/xml')
  } catch (error) {
    throw notXml(error instanceof Error ? error.message : 'unreadable', file, placeOf(error))
  }
  const fault = document.getElementsByTagName('parsererror')[0]
  if (fault !== undefined) throw notXml(faultIn(fault.textContent ?? ''), file, placeIn(fault.textContent ?? ''))
  return document
}

/** Text that stands in an element or attribute. What XML 1.0 cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return xmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/** Text with nothing in it that XML 1.0 cannot hold: control characters, halves of surrogate pairs, noncharacters. */
export function xmlCharacters(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

type Place = { line: number; column: number } | null

function notXml(reason: string, file: string, place: Place): RefusalError {
  return new RefusalError({
    message: `${file} is not well-formed XML${place === null ? '' : ` at line ${place.line}`} (${reason.slice(0, 200)}).`,
    advice: 'Check that the file was copied completely.',
    file,
    line: place?.line ?? null,
    column: place?.column ?? null,
  })
}

function placeOf(error: unknown): Place {
  const locator = typeof error === 'object' && error !== null && 'locator' in error ? error.locator : null
  const { lineNumber = 0, columnNumber = 0 } = (typeof locator === 'object' && locator !== null ? locator : {}) as {
    lineNumber?: number
    columnNumber?: number
  }
  return lineNumber >= 1 ? { line: lineNumber, column: Math.max(1, columnNumber) } : null
}

/** Of the page that Chromium makes of a fault, only the fault. */
function faultIn(page: string): string {
  const text = page.replaceAll(/\s+/g, ' ').trim()
  return /at column \d+: (.+?)(?: ?Below is a rendering|$)/.exec(text)?.[1] ?? text
}

function placeIn(message: string): Place {
  const found = /line (\d+) at column (\d+)/.exec(message)
  return found === null || Number(found[1]) < 1 ? null : { line: Number(found[1]), column: Math.max(1, Number(found[2])) }
}
