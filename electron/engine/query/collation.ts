/** The order of texts in a table: that of English, with numbers in them by their value ("base 2" before "base 10"). */
import { Buffer } from 'node:buffer'

export const collator = new Intl.Collator('en', { numeric: true })

/** Longer runs of digits are compared in pieces. */
const maxDigits = 100
/** Longer texts are few, and are left to the collator. */
const maxLength = 1_000

const printable = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i))

/** What tells characters apart first: a and A are alike in it. By ASCII code, from 2 on. */
const primaryOf = weights()

function weights(): Uint8Array {
  const base = new Intl.Collator('en', { sensitivity: 'base' })
  const sorted = printable.toSorted(base.compare)
  const found = new Uint8Array(0x80)
  let weight = 1
  for (const [index, character] of sorted.entries()) {
    if (index === 0 || base.compare(sorted[index - 1] as string, character) !== 0) weight += 1
    found[character.charCodeAt(0)] = weight
  }
  return found
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** A key while it is made: each digit may take the weight of a number and its length besides. */
const letters = Buffer.alloc(maxLength * 4)
const cases = Buffer.alloc(maxLength)

/**
 * A text whose order by code units is the collator's order of the texts that it stands for: a collator takes eight times as long to compare two.
 * (Unicode Technical Standard 10, §6.9: weights of the letters, then of their cases; a number by its count of digits, then its digits.)
 *
 * @returns null for a text that is very long or has characters beyond printable ASCII: only the collator knows where it goes
 */
export function collationKey(text: string): string | null {
  if (text.length > maxLength) return null
  let length = 0
  let caseLength = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code > 0x7e) return null
    if (!isDigit(code)) {
      letters[length++] = primaryOf[code] as number
      cases[caseLength++] = code >= 0x41 && code <= 0x5a ? 2 : 1
      continue
    }
    let from = i
    while (isDigit(text.charCodeAt(i + 1))) i++
    if (i + 1 - from > maxDigits) return null
    while (from <= i && text.charCodeAt(from) === 0x30) from++
    letters[length++] = primaryOf[0x30] as number
    letters[length++] = i + 2 - from
    for (; from <= i; from++) letters[length++] = text.charCodeAt(from)
  }
  letters[length++] = 1
  letters.set(cases.subarray(0, caseLength), length)
  return letters.toString('latin1', 0, length + caseLength)
}

/** The first six characters of a key as a number that stands in the same order. */
export function beginningOf(key: string): number {
  let beginning = 0
  for (let i = 0; i < 6; i++) beginning = beginning * 0x100 + (i < key.length ? key.charCodeAt(i) : 0)
  return beginning
}
