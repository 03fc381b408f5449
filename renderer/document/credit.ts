/** What a file says of its source, as it is printed under a map. Many write it for web pages, as HTML. */

export type Credit = { text: string; url: string | null }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', copy: '©', nbsp: ' ', ndash: '–', mdash: '—' }

/** @returns the words, and the first web address among them or behind them */
export function creditFrom(written: string): Credit {
  const url = /https?:\/\/[^\s<>"')\]]+/i.exec(written)?.[0].replace(/[.,;:]+$/, '') ?? null
  const text = written
    .replaceAll(/<\/?[a-z][^<>]{0,1000}>/gi, ' ')
    .replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, (entity, name: string) => decoded(name) ?? entity)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,;)])/g, '')
    .trim()
  return { text, url }
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()]
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined
}
