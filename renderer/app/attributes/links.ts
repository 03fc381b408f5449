/** Web addresses inside a text. They are shown and copied, never opened. */

export type TextPart = {
  kind: 'text' | 'link'
  text: string
  /** Where it begins in the whole text. */
  at: number
}

/**
 * http and https alone. An address ends at white space, at quotes and brackets that cannot stand in one, and at invisible characters, which could make it
 * look like another address.
 */
// oxlint-disable-next-line no-control-regex
const address = /\bhttps?:\/\/[^\s<>"“”„«»`{}|\\^\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gi

/** @returns the text in parts, which joined give the text again */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const match of text.matchAll(address)) {
    const link = trimmed(match[0])
    if (link.replace(/^https?:\/\//i, '') === '') continue
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index), at })
    parts.push({ kind: 'link', text: link, at: match.index })
    at = match.index + link.length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at), at })
  return parts
}

/** Without the punctuation of the sentence around it. A closing bracket belongs to the address only when it was opened there. */
function trimmed(link: string): string {
  let end = link.length
  while (end > 0) {
    const last = link[end - 1] ?? ''
    const isUnopened = (last === ')' && !isOpened(link, end, '(', ')')) || (last === ']' && !isOpened(link, end, '[', ']'))
    if (!".,;:!?'’…".includes(last) && !isUnopened) break
    end -= 1
  }
  return link.slice(0, end)
}

function isOpened(link: string, end: number, open: string, close: string): boolean {
  const count = (char: string): number => link.slice(0, end).split(char).length - 1
  return count(open) >= count(close)
}
