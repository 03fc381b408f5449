/** Checks a filter against the fields of a layer, and makes of it tests that values can be put to. */
import { comparing, comparingDates, type PairTest, spanOfValue, spansCompared, type Value } from './compare.ts'
import { likePattern } from './like.ts'
import { checkLiteral, dateSpan, fieldOf, type FilterField, type Kind, kindOf, kindOfLiteral, sentenceOfKind } from './operands.ts'
import { FilterError } from './problem.ts'
import type { Expression, FieldOperand, Literal, Operand, Place } from './syntax.ts'
import { type Comparison, fieldText } from './tokens.ts'
import { isFalse, isUnknown, type Truth, truthOf } from './truth.ts'

export type ValueTest = (value: Value) => Truth

export type Checked =
  | { kind: 'and' | 'or'; terms: Checked[] }
  | { kind: 'not'; term: Checked }
  /** Of one field, with values that are known already. */
  | { kind: 'test'; field: string; test: ValueTest }
  | { kind: 'pair'; left: string; right: string; test: PairTest }
  | { kind: 'constant'; truth: Truth }

/** @throws FilterError where a field is missing, or a value is not of its kind */
export function check(expression: Expression, fields: readonly FilterField[]): Checked {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return { kind: expression.kind, terms: expression.terms.map((term) => check(term, fields)) }
    case 'not':
      return { kind: 'not', term: check(expression.term, fields) }
    case 'compare':
      return compared(expression.operator, expression.left, expression.right, fields)
    case 'in':
      return inverted(expression.negated, membership(expression.operand, expression.values, fields))
    case 'between': {
      const { operand, low, high, negated } = expression
      return inverted(negated, { kind: 'and', terms: [compared('>=', operand, low, fields), compared('<=', operand, high, fields)] })
    }
    case 'like':
      return inverted(expression.negated, like(expression.operand, expression.pattern, expression.ignoreCase, fields))
    case 'isNull': {
      const { operand, negated } = expression
      if (operand.kind === 'literal') return { kind: 'constant', truth: truthOf(negated) }
      return { kind: 'test', field: fieldOf(operand, fields, 'subject').name, test: (value) => truthOf((value === null) !== negated) }
    }
    case 'truth':
      return standingAlone(expression.operand, fields)
  }
}

const inverted = (isInverted: boolean, term: Checked): Checked => (isInverted ? { kind: 'not', term } : term)

function compared(operator: Comparison, left: Operand, right: Operand, fields: readonly FilterField[]): Checked {
  if (left.kind === 'field') {
    const field = fieldOf(left, fields, 'subject')
    return right.kind === 'field'
      ? pair(operator, field, right, fields, left)
      : withLiteral(operator, field, right, { ...left, end: right.end })
  }
  if (right.kind === 'field') {
    return withLiteral(mirrored[operator], fieldOf(right, fields, 'subject'), left, { ...right, start: left.start })
  }
  const [a, b] = [kindOfLiteral(left), kindOfLiteral(right)]
  const place = { start: left.start, end: right.end }
  if (a !== b)
    throw new FilterError(
      'These two values are not of one kind, and neither is a field. Names of fields are written without single quotes.',
      place,
    )
  return { kind: 'constant', truth: comparing(operator)(left.value, right.value) }
}

const mirrored: Record<Comparison, Comparison> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function withLiteral(operator: Comparison, field: FilterField, literal: Literal, place: Place): Checked {
  checkLiteral(field, literal)
  const kind = kindOf(field)
  if (kind === 'boolean') checkHasNoOrder(operator, field, kind, place)
  if (kind === 'date') {
    const span = dateSpan(field, literal)
    const test: ValueTest = (value) => {
      const own = spanOfValue(value)
      return own === null ? isUnknown : spansCompared(operator, own, span)
    }
    return { kind: 'test', field: field.name, test }
  }
  const compare = comparing(operator)
  const { value: other } = literal
  return { kind: 'test', field: field.name, test: (value) => compare(value, other) }
}

function pair(operator: Comparison, left: FilterField, operand: FieldOperand, fields: readonly FilterField[], place: Place): Checked {
  const right = fieldOf(operand, fields, 'value')
  const [a, b] = [kindOf(left), kindOf(right)]
  const areDates = (a === 'date' && b !== 'number' && b !== 'boolean') || (b === 'date' && a !== 'number' && a !== 'boolean')
  const whole = { start: place.start, end: operand.end }
  if (a !== b && a !== 'any' && b !== 'any' && !areDates) {
    throw new FilterError(`${sentenceOfKind(left, a)}, and ${sentenceOfKind(right, b)}: they cannot be compared.`, whole)
  }
  if (a === 'boolean') checkHasNoOrder(operator, left, a, whole)
  return { kind: 'pair', left: left.name, right: right.name, test: areDates ? comparingDates(operator) : comparing(operator) }
}

function checkHasNoOrder(operator: Comparison, field: FilterField, kind: Kind, place: Place): void {
  if (operator !== '=' && operator !== '<>')
    throw new FilterError(`${sentenceOfKind(field, kind)}, which have no order: use = or <>.`, place)
}

/** Values that are known are looked up in one step, however many there are. */
function membership(operand: Operand, values: readonly Operand[], fields: readonly FilterField[]): Checked {
  const tests = values.map((value) => compared('=', operand, value, fields))
  const literals = values.flatMap((value) => (value.kind === 'literal' ? [value.value] : []))
  const field = operand.kind === 'field' ? fieldOf(operand, fields, 'subject') : null
  if (field === null || kindOf(field) === 'date' || literals.length < values.length) return { kind: 'or', terms: tests }
  const known = new Set<Value>(literals)
  return { kind: 'test', field: field.name, test: (value) => (value === null ? isUnknown : truthOf(known.has(value))) }
}

function like(operand: Operand, pattern: Operand, ignoreCase: boolean, fields: readonly FilterField[]): Checked {
  const word = ignoreCase ? 'ilike' : 'like'
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') {
    throw new FilterError(
      `“${word}” is followed by a pattern in single quotes: '%base%', where % stands for any characters and _ for one.`,
      pattern,
    )
  }
  const matches = likePattern(pattern.value, ignoreCase)
  if (operand.kind === 'literal') return { kind: 'constant', truth: truthOf(matches(String(operand.value))) }
  const field = fieldOf(operand, fields, 'subject')
  const kind = kindOf(field)
  if (kind === 'number' || kind === 'boolean') {
    throw new FilterError(`${sentenceOfKind(field, kind)}: “${word}” compares text.`, { start: operand.start, end: pattern.end })
  }
  const test: ValueTest = (value) => (value === null ? isUnknown : typeof value === 'string' ? truthOf(matches(value)) : isFalse)
  return { kind: 'test', field: field.name, test }
}

function standingAlone(operand: Operand, fields: readonly FilterField[]): Checked {
  if (operand.kind === 'literal') {
    if (typeof operand.value === 'boolean') return { kind: 'constant', truth: truthOf(operand.value) }
    throw new FilterError('A value alone is no condition: compare a field with it.', operand)
  }
  const field = fieldOf(operand, fields, 'subject')
  const kind = kindOf(field)
  if (kind !== 'boolean' && kind !== 'any') {
    const example = `${fieldText(field.name)} ${kind === 'number' ? '> 0' : 'is not null'}`
    throw new FilterError(`${sentenceOfKind(field, kind)} and is no condition by itself: compare it, as in ${example}.`, operand)
  }
  return { kind: 'test', field: field.name, test: (value) => (value === null ? isUnknown : truthOf(value === true)) }
}
