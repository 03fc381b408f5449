/** The fields and values that a filter names, and what may stand beside what. */
import { nearest } from '../nearest.ts'
import { type Span, spanOf } from './dates.ts'
import { FilterError, shortened } from './problem.ts'
import type { FieldOperand, Literal } from './syntax.ts'
import { fieldText, literalText } from './tokens.ts'

/** What is known of a field; `LayerField` of the contract is one. */
export type FilterField = { name: string; type: 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'json' | 'mixed' | 'empty' }

/** Kinds of values. `any` is that of fields whose values are of several kinds, or that have none. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'any'

const kindWords: Record<Kind, string> = {
  text: 'text',
  number: 'numbers',
  boolean: 'true and false',
  date: 'dates',
  any: 'values of several kinds',
}

export function kindOf({ type }: FilterField): Kind {
  if (type === 'integer') return 'number'
  if (type === 'json') return 'text'
  return type === 'mixed' || type === 'empty' ? 'any' : type
}

export const kindOfLiteral = ({ value }: Literal): Kind =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean'

export const sentenceOfKind = ({ name }: FilterField, kind: Kind): string => `“${shortened(name)}” holds ${kindWords[kind]}`

/**
 * The field that an operand names: by its exact name, or, without quotes, by one that differs in case alone.
 *
 * @param role `value` where a text without quotes may have been meant
 * @throws FilterError when there is none
 */
export function fieldOf(operand: FieldOperand, fields: readonly FilterField[], role: 'subject' | 'value'): FilterField {
  const { name, quoted } = operand
  const exact = fields.find((field) => field.name === name)
  if (exact !== undefined) return exact
  const alike = fields.filter((field) => field.name.toLowerCase() === name.toLowerCase())
  const [only] = alike
  if (!quoted && alike.length === 1 && only !== undefined) return only
  const missing = `There is no field “${shortened(name)}”`
  if (alike.length > 1) {
    throw new FilterError(
      `${missing}, but ${alike.length} that differ in case alone: write one in double quotes, as it is spelled.`,
      operand,
    )
  }
  const near = nearest(
    name,
    fields.map((field) => field.name),
  )
  if (role === 'value') {
    const text = literalText(name)
    throw new FilterError(`${missing}. If it is a text, write it in single quotes: ${shortened(text)}.${guess(near)}`, operand, text)
  }
  if (near !== null) throw new FilterError(`${missing}.${guess(near)}`, operand, fieldText(near))
  throw new FilterError(fields.length === 0 ? `${missing}: this layer has no fields.` : `${missing} in this layer.`, operand)
}

const guess = (near: string | null): string => (near === null ? '' : ` Did you mean ${fieldText(near)}?`)

/** @throws FilterError when a value is not of the kind of the field that it is compared with */
export function checkLiteral(field: FilterField, literal: Literal): void {
  const kind = kindOf(field)
  const { value } = literal
  if (kind === 'any' || kind === kindOfLiteral(literal)) return
  const says = sentenceOfKind(field, kind)
  switch (kind) {
    case 'date':
      dateSpan(field, literal)
      return
    case 'text':
      throw new FilterError(`${says}: write the value in single quotes.`, literal, literalText(String(value)))
    case 'number': {
      const isNumber = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      throw new FilterError(
        isNumber ? `${says}: write the number without quotes.` : `${says}: it can only be compared with a number.`,
        literal,
        isNumber ? String(Number(value)) : null,
      )
    }
    case 'boolean': {
      const word = typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() : null
      throw new FilterError(`${says}: compare it with true or false, without quotes.`, literal, word)
    }
  }
}

/** The time that a value stands for beside a field of dates: a text, or the number of a year. @throws FilterError */
export function dateSpan(field: FilterField, literal: Literal): Span {
  const { value } = literal
  const isYear = typeof value === 'number' && Number.isInteger(value) && value >= 1_000 && value <= 9_999
  const span = typeof value === 'string' || isYear ? spanOf(String(value)) : null
  if (span !== null) return span
  throw new FilterError(
    `${sentenceOfKind(field, 'date')}, and “${shortened(String(value))}” is none: write one as '2020', '2020-03' or '2020-03-26'.`,
    literal,
  )
}
