/** What can be written next in a filter that is being typed. */
import type { FilterField } from './operands.ts'
import { fieldText, type Token, tokensSoFar } from './tokens.ts'

export type Completion =
  | { kind: 'field'; /** What is shown. */ label: string; /** What is written. */ text: string; type: FilterField['type'] }
  | { kind: 'operator' | 'keyword'; label: string; text: string }

export type Completions = {
  /** What is replaced: from `start` to before `end`, which is the word at the caret. */
  start: number
  end: number
  /** That of the word at the caret which is already written, without quotes. */
  typed: string
  items: Completion[]
  /** Values of this field can be written here; the engine knows them (`layers.values`). Written with `literalText`. */
  valuesOf: string | null
}

const operators = ['=', '<>', '<', '<=', '>', '>='] as const

/**
 * @param caret in UTF-16 units
 * @param fields of the layer
 */
export function completionsAt(text: string, caret: number, fields: readonly FilterField[]): Completions {
  const { start, end, typed, opened } = wordAt(text, caret)
  const before = tokensSoFar(text.slice(0, start)).tokens
  const place = placeAfter(before, fields)
  const wanted = typed.toLowerCase()
  const fits = (label: string): boolean => label.toLowerCase().startsWith(wanted)
  const names = (): Completion[] =>
    fields
      // What begins alike stands before what has it somewhere inside.
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .toSorted((a, b) => Number(fits(b.name)) - Number(fits(a.name)))
      .map(({ name, type }) => ({ kind: 'field', label: name, text: fieldText(name), type }))
  const words = (...labels: string[]): Completion[] =>
    opened !== null ? [] : labels.filter(fits).map((label) => ({ kind: 'keyword', label, text: label }))
  const items = (): Completion[] => {
    switch (place.kind) {
      case 'condition':
        return opened === "'" ? [] : [...names(), ...words('not')]
      case 'comparison':
        return opened === null ? comparisonsFor(place.field).filter(({ label }) => fits(label)) : []
      case 'value':
        return opened === "'" ? [] : opened === '"' ? names() : place.field?.type === 'boolean' ? words('true', 'false') : []
      case 'null':
        return words('null', 'not null')
      case 'list':
        return opened === null && fits('(') ? [{ kind: 'operator', label: '(', text: '(' }] : []
      case 'range':
        return words('and')
      case 'end':
        return words('and', 'or')
    }
  }
  const valuesOf = place.kind === 'value' && opened !== '"' ? (place.field?.name ?? null) : null
  return { start, end, typed, items: items(), valuesOf }
}

/** The word that the caret is in or behind; empty between words. */
function wordAt(text: string, caret: number): { start: number; end: number; typed: string; opened: "'" | '"' | null } {
  const { tokens, brokenAt } = tokensSoFar(text.slice(0, caret))
  // A quote that is not closed before the caret.
  const quote = brokenAt === null ? undefined : text[brokenAt]
  if (brokenAt !== null && (quote === "'" || quote === '"')) {
    const close = text.indexOf(quote, caret)
    return { start: brokenAt, end: close < 0 ? caret : close + 1, typed: text.slice(brokenAt + 1, caret), opened: quote }
  }
  const last = tokens.at(-1)
  const isWord =
    last !== undefined &&
    last.end === caret &&
    ((last.kind === 'name' && !last.quoted) || last.kind === 'keyword' || last.kind === 'number')
  const isOperator = last !== undefined && last.end === caret && last.kind === 'comparison'
  if (last === undefined || (!isWord && !isOperator)) return { start: caret, end: caret, typed: '', opened: null }
  // After a whole operator a value is wanted; an operator itself is short enough to be typed.
  if (isOperator) return { start: caret, end: caret, typed: '', opened: null }
  const [rest = ''] = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(caret)) ?? []
  return { start: last.start, end: caret + rest.length, typed: text.slice(last.start, caret), opened: null }
}

type Place =
  | { kind: 'condition' | 'null' | 'list' | 'range' | 'end' }
  | { kind: 'comparison'; field: FilterField | null }
  | { kind: 'value'; field: FilterField | null }

/** Walks over the words before the caret: what they leave open. */
function placeAfter(tokens: readonly Token[], fields: readonly FilterField[]): Place {
  let place: Place = { kind: 'condition' }
  let field: FilterField | null = null
  let isRange = false
  let isList = false
  for (const token of tokens) {
    switch (token.kind) {
      case 'name':
      case 'text':
      case 'number':
        if (place.kind === 'condition') {
          field = token.kind === 'name' ? fieldNamed(token.name, fields) : null
          place = { kind: 'comparison', field }
        } else if (place.kind === 'value') place = isList ? place : { kind: isRange ? 'range' : 'end' }
        break
      case 'comparison':
        place = { kind: 'value', field }
        break
      case '(':
        if (place.kind === 'list') {
          isList = true
          place = { kind: 'value', field }
        } else place = { kind: 'condition' }
        break
      case ')':
        isList = false
        place = { kind: 'end' }
        break
      case 'keyword':
        if (token.word === 'and' && place.kind === 'range') {
          isRange = false
          place = { kind: 'value', field }
        } else if (token.word === 'and' || token.word === 'or') place = { kind: 'condition' }
        else if (token.word === 'in') place = { kind: 'list' }
        else if (token.word === 'is') place = { kind: 'null' }
        else if (token.word === 'like' || token.word === 'ilike') place = { kind: 'value', field }
        else if (token.word === 'between') {
          isRange = true
          place = { kind: 'value', field }
        } else if (token.word !== 'not') place = { kind: 'end' }
        break
      case ',':
      case 'end':
        break
    }
  }
  return place
}

function fieldNamed(name: string, fields: readonly FilterField[]): FilterField | null {
  return fields.find((one) => one.name === name) ?? fields.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null
}

function comparisonsFor(field: FilterField | null): Completion[] {
  const hasOrder = field?.type !== 'boolean'
  const isText = field === null || !['number', 'integer', 'boolean'].includes(field.type)
  const symbols = operators.filter((one) => hasOrder || one === '=' || one === '<>')
  const words = [
    'in',
    'not in',
    ...(isText ? ['like', 'ilike', 'not like', 'not ilike'] : []),
    ...(hasOrder ? ['between'] : []),
    'is null',
    'is not null',
  ]
  const joined = field?.type === 'boolean' ? ['and', 'or'] : []
  return [
    ...symbols.map((text) => ({ kind: 'operator' as const, label: text, text })),
    ...[...words, ...joined].map((text) => ({ kind: 'keyword' as const, label: text, text })),
  ]
}
