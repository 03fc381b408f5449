/** What the codes of a PDF's font stand for, by its ToUnicode map. Source: ISO 32000-1, 9.10.3; Adobe Technical Note 5411. */

/** @param map decoded @returns letters by code, both as they are: a code in the hexadecimal digits that the page writes */
export function lettersByCode(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/g)) letters.set(code, decoded(text))
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/g)) {
      const [from, to, begin] = [Number.parseInt(first, 16), Number.parseInt(last, 16), Number.parseInt(text, 16)]
      for (let code = from; code <= to; code += 1) {
        const digits = code.toString(16).toUpperCase().padStart(first.length, '0')
        letters.set(digits, String.fromCodePoint(begin + code - from))
      }
    }
  }
  return letters
}

/** @param digits of UTF-16, the more significant byte first; a byte order mark is no letter */
export const decoded = (digits: string): string =>
  [...digits.matchAll(/[0-9A-F]{4}/g)]
    .map(([unit]) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('')
    .replace(/^\ufeff/, '')

/** As a PDF writes a text in hexadecimal digits, with its byte order mark. */
export const encoded = (text: string): string =>
  `FEFF${Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')).join('')}`
