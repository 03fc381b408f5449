/** Comparing values of attributes. With a value that is not there, every comparison is unknown. */
import type { Comparison } from './tokens.ts'
import { type Span, spanOf } from './dates.ts'
import { isFalse, isTrue, isUnknown, not, type Truth, truthOf } from './truth.ts'

/** A value of an attribute; a list or object is its JSON. Numbers are 64-bit floating point, so that integers beyond 2^53 are rounded. */
export type Value = null | boolean | number | string

export type PairTest = (left: Value, right: Value) => Truth

/**
 * Texts are equal when all of their characters are, case included, and are ordered by their UTF-16 units. Values of different kinds (1 and '1') are not
 * equal, and are in no order.
 */
export function comparing(operator: Comparison): PairTest {
  const test = relation(operator)
  return (left, right) => {
    if (left === null || right === null) return isUnknown
    if (typeof left !== typeof right) return operator === '=' ? isFalse : operator === '<>' ? isTrue : isUnknown
    return truthOf(test(left, right))
  }
}

function relation(operator: Comparison): (a: NonNullable<Value>, b: NonNullable<Value>) => boolean {
  switch (operator) {
    case '=':
      return (a, b) => a === b
    case '<>':
      return (a, b) => a !== b
    case '<':
      return (a, b) => a < b
    case '<=':
      return (a, b) => a <= b
    case '>':
      return (a, b) => a > b
    case '>=':
      return (a, b) => a >= b
  }
}

/** Compares texts as dates (`spansCompared`). A text that is no date is unknown. */
export function comparingDates(operator: Comparison): PairTest {
  return (left, right) => {
    const [a, b] = [spanOfValue(left), spanOfValue(right)]
    return a === null || b === null ? isUnknown : spansCompared(operator, a, b)
  }
}

export const spanOfValue = (value: Value): Span | null => (typeof value === 'string' ? spanOf(value) : null)

/**
 * A date that is less precise than another one holds it: 2020-03-26 is equal to 2020-03, and neither before nor after it. Where the left one is the less
 * precise, and the right one lies in it, nobody can know.
 */
export function spansCompared(operator: Comparison, left: Span, right: Span): Truth {
  switch (operator) {
    case '<':
      return left.to <= right.from ? isTrue : left.from >= right.from ? isFalse : isUnknown
    case '>=':
      return not(spansCompared('<', left, right))
    case '>':
      return left.from >= right.to ? isTrue : left.to <= right.to ? isFalse : isUnknown
    case '<=':
      return not(spansCompared('>', left, right))
    case '=':
      if (left.from >= right.from && left.to <= right.to) return isTrue
      return left.to <= right.from || left.from >= right.to ? isFalse : isUnknown
    case '<>':
      return not(spansCompared('=', left, right))
  }
}
