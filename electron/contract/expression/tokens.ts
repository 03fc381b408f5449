/**
 * The words of a filter. Names are letters, digits and _, or anything in "double quotes"; texts are in 'single quotes'; a quote inside of its own kind is
 * written twice. Keywords are known in any case.
 */
import { FilterError, shortened } from './problem.ts'

export const keywords = ['and', 'or', 'not', 'in', 'like', 'ilike', 'between', 'is', 'null', 'true', 'false'] as const
export type Keyword = (typeof keywords)[number]

export const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const
export type Comparison = (typeof comparisons)[number]

type Place = { start: number; end: number }
export type Token = Place &
  (
    | { kind: 'keyword'; word: Keyword }
    /** A field. @param quoted in "double quotes": its case counts */
    | { kind: 'name'; name: string; quoted: boolean }
    | { kind: 'text'; text: string }
    | { kind: 'number'; value: number; text: string }
    | { kind: 'comparison'; operator: Comparison }
    | { kind: '(' | ')' | ',' }
    | { kind: 'end' }
  )

/** Names that need no quotes, where they are no keywords. */
const plainName = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy
const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const operators = /<=|>=|<>|!=|==|=|<|>|\(|\)|,/y
/** Written by habit from other languages, and what stands for it here. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/&&?/y, 'and'],
  [/\|\|?/y, 'or'],
  [/!/y, 'not'],
  [/≠/y, '<>'],
  [/≤/y, '<='],
  [/≥/y, '>='],
]
const curlyQuotes = /[‘’‚‛“”„«»]/

/** The token that begins at a place. @throws FilterError */
function tokenAt(text: string, start: number): Token {
  const c = text[start]
  if (c === "'") return { kind: 'text', ...quoted(text, start, 'text') }
  if (c === '"') {
    const { text: name, ...place } = quoted(text, start, 'field name')
    return { kind: 'name', name, quoted: true, ...place }
  }
  const name = match(plainName, text, start)
  if (name !== null) {
    const end = start + name.length
    const word = keywords.find((one) => one === name.toLowerCase())
    return word === undefined ? { kind: 'name', name, quoted: false, start, end } : { kind: 'keyword', word, start, end }
  }
  const digits = match(number, text, start)
  if (digits !== null) return numberToken(text, start, digits)
  const operator = match(operators, text, start)
  if (operator !== null) {
    const place = { start, end: start + operator.length }
    if (operator === '(' || operator === ')' || operator === ',') return { kind: operator, ...place }
    return { kind: 'comparison', operator: operator === '!=' ? '<>' : operator === '==' ? '=' : (operator as Comparison), ...place }
  }
  throw strange(text, start)
}

function quoted(text: string, start: number, what: 'text' | 'field name'): Place & { text: string } {
  const quote = text[start] as string
  let content = ''
  let from = start + 1
  for (;;) {
    const at = text.indexOf(quote, from)
    if (at < 0) throw new FilterError(`This ${what} has no closing quote (${quote}).`, { start, end: text.length })
    content += text.slice(from, at)
    if (text[at + 1] !== quote) return { text: content, start, end: at + 1 }
    content += quote
    from = at + 2
  }
}

function numberToken(text: string, start: number, digits: string): Token {
  const end = start + digits.length
  const [rest = ''] = /^[-\p{L}\p{N}_.:/]+/u.exec(text.slice(end)) ?? []
  if (rest !== '') {
    const whole = { start, end: end + rest.length }
    const word = digits + rest
    const isDate = /^\d{4}-\d/.test(word)
    throw new FilterError(
      `“${shortened(word)}” is not a number. Put ${isDate ? 'dates and texts' : 'texts'} in single quotes, and names that begin with a digit in double quotes.`,
      whole,
      `'${word}'`,
    )
  }
  return { kind: 'number', value: Number(digits), text: digits, start, end }
}

function strange(text: string, start: number): FilterError {
  for (const [pattern, instead] of foreign) {
    const found = match(pattern, text, start)
    if (found !== null) return new FilterError(`“${found}” is written ${instead} here.`, { start, end: start + found.length }, instead)
  }
  const character = String.fromCodePoint(text.codePointAt(start) as number)
  const place = { start, end: start + character.length }
  if (curlyQuotes.test(character)) {
    return new FilterError(`“${character}” is a curly quotation mark: write texts in straight ones ('…').`, place, "'")
  }
  return new FilterError(`“${character}” means nothing here. Names with such characters are written in double quotes.`, place)
}

function match(pattern: RegExp, text: string, start: number): string | null {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0] ?? null
}

function skipBlank(text: string, at: number): number {
  const blank = /\s*/y
  blank.lastIndex = at
  return at + (blank.exec(text)?.[0].length ?? 0)
}

/** All tokens, and the end. @throws FilterError at the first place that cannot be read */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length })
  return tokens
}

/** Tokens up to the first place that cannot be read, which is given too. For a text that is still being typed. */
export function tokensSoFar(text: string): { tokens: Token[]; brokenAt: number | null } {
  const tokens: Token[] = []
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    try {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.end
    } catch (error) {
      if (error instanceof FilterError) return { tokens, brokenAt: at }
      throw error
    }
  }
  return { tokens, brokenAt: null }
}

/** A field name as it is written in a filter: in quotes where it needs them. */
export function fieldText(name: string): string {
  const isPlain = match(plainName, name, 0) === name && !keywords.some((word) => word === name.toLowerCase())
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`
}

/** A value as it is written in a filter. */
export function literalText(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
