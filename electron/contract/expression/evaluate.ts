/** Puts the features of a layer to a checked filter. */
import type { PairTest, Value } from './compare.ts'
import type { Checked, ValueTest } from './check.ts'
import { isFalse, isTrue, not, type Truth } from './truth.ts'

/** How a test of a feature's value is done: a column may know the answer for all equal values. */
export type Columns<Row> = {
  test(field: string, test: ValueTest): (row: Row) => Truth
  pair(left: string, right: string, test: PairTest): (row: Row) => Truth
}

/** @returns what a filter says of a feature */
export function evaluator<Row>(checked: Checked, columns: Columns<Row>): (row: Row) => Truth {
  switch (checked.kind) {
    case 'constant': {
      const { truth } = checked
      return () => truth
    }
    case 'test':
      return columns.test(checked.field, checked.test)
    case 'pair':
      return columns.pair(checked.left, checked.right, checked.test)
    case 'not': {
      const inner = evaluator(checked.term, columns)
      return (row) => not(inner(row))
    }
    case 'and':
    case 'or': {
      const terms = checked.terms.map((term) => evaluator(term, columns))
      return checked.kind === 'and' ? every(terms) : some(terms)
    }
  }
}

/** Columns that read each value for itself. */
export function columnsOf<Row>(valueOf: (row: Row, field: string) => Value): Columns<Row> {
  return {
    test: (field, test) => (row) => test(valueOf(row, field)),
    pair: (left, right, test) => (row) => test(valueOf(row, left), valueOf(row, right)),
  }
}

/** The least true of all. */
function every<Row>(terms: readonly ((row: Row) => Truth)[]): (row: Row) => Truth {
  return (row) => {
    let least: Truth = isTrue
    for (const term of terms) {
      const truth = term(row)
      if (truth === isFalse) return isFalse
      if (truth < least) least = truth
    }
    return least
  }
}

/** The most true of all. */
function some<Row>(terms: readonly ((row: Row) => Truth)[]): (row: Row) => Truth {
  return (row) => {
    let most: Truth = isFalse
    for (const term of terms) {
      const truth = term(row)
      if (truth === isTrue) return isTrue
      if (truth > most) most = truth
    }
    return most
  }
}

/** The fields that a filter asks for, each once. */
export function fieldsOf(checked: Checked): string[] {
  const names = new Set<string>()
  const visit = (node: Checked): void => {
    if (node.kind === 'test') names.add(node.field)
    else if (node.kind === 'pair') names.add(node.left).add(node.right)
    else if (node.kind === 'not') visit(node.term)
    else if (node.kind !== 'constant') node.terms.forEach(visit)
  }
  visit(checked)
  return [...names]
}
