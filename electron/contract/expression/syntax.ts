/** What a filter is made of, as it was written. */
import type { Comparison } from './tokens.ts'

export type Place = { start: number; end: number }

export type FieldOperand = Place & { kind: 'field'; name: string; quoted: boolean }
export type Literal = Place & { kind: 'literal'; value: string | number | boolean }
export type Operand = FieldOperand | Literal

export type Expression =
  | (Place & { kind: 'and' | 'or'; terms: Expression[] })
  | (Place & { kind: 'not'; term: Expression })
  | (Place & { kind: 'compare'; operator: Comparison; left: Operand; right: Operand })
  | (Place & { kind: 'in'; operand: Operand; values: Operand[]; negated: boolean })
  | (Place & { kind: 'like'; operand: Operand; pattern: Operand; ignoreCase: boolean; negated: boolean })
  | (Place & { kind: 'between'; operand: Operand; low: Operand; high: Operand; negated: boolean })
  | (Place & { kind: 'isNull'; operand: Operand; negated: boolean })
  /** A field or literal that is true or false by itself. */
  | (Place & { kind: 'truth'; operand: Operand })
