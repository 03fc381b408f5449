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
// oxlint-disable-next-line no-control-regex -- that control characters end an address is the point
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

/** A part of a text as far as it is shown. A link that is cut keeps its whole address for whoever copies it. */
export type ShownPart = TextPart & { shown: string }

/** @param end how many characters of the text are shown */
export function partsUntil(parts: readonly TextPart[], end: number): ShownPart[] {
  return parts.filter(({ at }) => at < end).map((part) => ({ ...part, shown: part.text.slice(0, end - part.at) }))
}

/** Without the punctuation of the sentence around it. A closing bracket belongs to the address only when it was opened there. */
function trimmed(link: string): string {
  const open = { ')': surplus(link, '(', ')'), ']': surplus(link, '[', ']') }
  let end = link.length
  while (end > 0) {
    const last = link[end - 1] ?? ''
    if (last === ')' || last === ']') {
      if (open[last] >= 0) break
      open[last] += 1
    } else if (!".,;:!?'’…".includes(last)) break
    end -= 1
  }
  return link.slice(0, end)
}

/** How many more brackets are opened than closed. */
function surplus(text: string, open: string, close: string): number {
  let count = 0
  for (const char of text) count += char === open ? 1 : char === close ? -1 : 0
  return count
}
