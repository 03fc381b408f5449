/**
 * The filter language: conditions over the fields of a layer, as in `status = 'held' and troops > 100`. Both sides read it: the window while it is typed, the
 * engine when it answers.
 *
 * It is that of SQL's conditions. Keywords and names of fields are known in any case; texts are equal when their case is (`ilike` looks past it). A feature
 * without a value is let through by no comparison, not even by `<>` or `not`, but by `is null` alone.
 */
import { check, type Checked } from './check.ts'
import type { FilterField } from './operands.ts'
import { parse } from './parse.ts'
import { FilterError, type FilterProblem } from './problem.ts'
import { isTrue } from './truth.ts'

export type { Checked, ValueTest } from './check.ts'
export type { PairTest, Value } from './compare.ts'
export { type Completion, type Completions, completionsAt } from './complete.ts'
export { type Span, spanOf } from './dates.ts'
export { type Columns, columnsOf, evaluator, fieldsOf } from './evaluate.ts'
export type { FilterField } from './operands.ts'
export type { FilterProblem } from './problem.ts'
export { fieldText, literalText } from './tokens.ts'
export { isTrue, isUnknown, type Truth } from './truth.ts'

export type FilterReading = { ok: true; filter: Checked } | { ok: false; problem: FilterProblem }

/** Reads a filter for a layer with these fields. A text without any word lets everything through. Never throws. */
export function readFilter(text: string, fields: readonly FilterField[]): FilterReading {
  try {
    if (text.trim() === '') return { ok: true, filter: { kind: 'constant', truth: isTrue } }
    return { ok: true, filter: check(parse(text), fields) }
  } catch (error) {
    if (error instanceof FilterError) return { ok: false, problem: error.problem }
    throw error
  }
}

/** A problem with its place, for where the text itself is not at hand. */
export const problemSentence = ({ message, start }: FilterProblem): string => `At character ${start + 1} of the filter: ${message}`
