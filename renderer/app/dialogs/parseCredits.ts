/** The few forms of Markdown that data/CREDITS.md uses. Emphasis and code marks are taken off; links become `text (address)`. */

export type CreditsBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }

export function parseCredits(markdown: string): CreditsBlock[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap((chunk) => splitHeading(chunk.trim()))
    .filter((chunk) => chunk !== '')
    .map(parseBlock)
}

/** A heading may stand right above its text. */
function splitHeading(chunk: string): string[] {
  if (!chunk.startsWith('#')) return [chunk]
  const end = chunk.indexOf('\n')
  return end < 0 ? [chunk] : [chunk.slice(0, end), chunk.slice(end + 1).trim()]
}

function parseBlock(chunk: string): CreditsBlock {
  const lines = chunk.split('\n')
  if (chunk.startsWith('#')) return { kind: 'heading', text: plain(chunk.replace(/^#+\s*/, '')) }
  if (lines.every((line) => line.startsWith('|'))) {
    const [head = [], , ...rows] = lines.map(cellsOf)
    return { kind: 'table', head, rows }
  }
  if (/^[-*] /.test(chunk)) return { kind: 'list', items: chunk.split(/\n(?=[-*] )/).map((item) => plain(item.slice(2))) }
  return { kind: 'paragraph', text: plain(chunk) }
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|\s*|\s*\|\s*$/g, '')
    .split(/\s*\|\s*/)
    .map(plain)

function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replaceAll(/<(https?:[^>]+)>/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
