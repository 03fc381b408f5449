/** The markup of a fact box: `# heading`, `- bullet`, `**bold**`; an empty line parts paragraphs. Everything else is text. */
import { type Piece, plainPiece } from './wrap.ts'

export type Paragraph = {
  kind: 'heading' | 'bullet' | 'text'
  pieces: readonly Piece[]
  /** An empty line stands before it. */
  apart: boolean
}

export function parseMarkup(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let apart = false
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = raw.trim()
    if (line === '') {
      apart = paragraphs.length > 0
      continue
    }
    paragraphs.push({ ...kindOf(line), apart })
    apart = false
  }
  return paragraphs
}

function kindOf(line: string): Pick<Paragraph, 'kind' | 'pieces'> {
  const heading = /^#{1,6}\s+(.*)$/u.exec(line)
  if (heading !== null) return { kind: 'heading', pieces: parseBold(heading[1] ?? '') }
  const bullet = /^[-*•]\s+(.*)$/u.exec(line)
  if (bullet !== null) return { kind: 'bullet', pieces: parseBold(bullet[1] ?? '') }
  return { kind: 'text', pieces: parseBold(line) }
}

/** Stars that have no partner are stars. */
function parseBold(text: string): Piece[] {
  const parts = text.split(/\*\*(?=\S)(.+?)(?<=\S)\*\*/u)
  return parts.map((part, index) => ({ ...plainPiece(part), bold: index % 2 === 1 })).filter((piece) => piece.text !== '')
}
