/** What the engine lets through a filter, against a plain reading of SQL's three truth values, for random filters over random features. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMatching } from '../../../../electron/contract/query.ts'
import { matchingOf } from '../../../../electron/engine/query/table.ts'
import { collection, feature, useLayers } from '../layer.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }

type Value = string | number | boolean | null
type Row = Partial<Record<string, Value>>
/** Null is unknown. */
type Truth = boolean | null
type Condition = { text: string; of: (row: Row) => Truth }

const texts = ['held', 'Held', 'handed over', '', "O'Brien", 'a_b', '50%', 'قاعدة', 'été', '10', '9', 'back\\slash'] as const
const numbers = [-2.5, 0, 3, 100, 5200, 1e6] as const
const dates = ['2019', '2020', '2020-03', '2020-03-26', '2020-03-29', '2020-12-31', '2021-01'] as const
const known: Row = { status: 'held', troops: 5200, open: true, since: '2020-03-26', odd: 'held' }

const orMissing = <T>(values: readonly T[]): fc.Arbitrary<T | null | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, fc.constantFrom(null, undefined))
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    status: orMissing(texts),
    troops: orMissing(numbers),
    open: orMissing([true, false]),
    since: orMissing(dates),
    odd: orMissing<Value>(['held', '10', 3, true]),
  })
  .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row)

const quoted = (value: Value): string => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value))

// Truth values, as a book on SQL has them.
const not = (a: Truth): Truth => (a === null ? null : !a)
const and = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === null || b === null ? null : true)
const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)))

type Operator = '=' | '<>' | '<' | '<=' | '>' | '>='
const operators: readonly Operator[] = ['=', '<>', '<', '<=', '>', '>=']

function compare(a: Value, operator: Operator, b: Value): Truth {
  if (a === null || b === null) return null
  if (typeof a !== typeof b) return operator === '=' ? false : operator === '<>' ? true : null
  const sign = a < b ? -1 : a > b ? 1 : 0
  return { '=': sign === 0, '<>': sign !== 0, '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[operator]
}

/** First and last day of a date, by the calendar of the machine. */
function days(text: string): [number, number] {
  const [year = 0, month, day] = text.split('-').map(Number)
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const after =
    month === undefined ? Date.UTC(year + 1, 0, 1) : day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)
  return [first, after - 86_400_000]
}

/** True or false where every day of the one against the other says so; the more precise one is equal to the one that it lies in. */
function compareDates(a: Value, operator: Operator, b: string): Truth {
  if (typeof a !== 'string') return null
  const [[fromA, toA], [fromB, toB]] = [days(a), days(b)]
  const equal = fromA >= fromB && toA <= toB ? true : toA < fromB || fromA > toB ? false : null
  const less = toA < fromB ? true : fromA >= fromB ? false : null
  const more = fromA > toB ? true : toA <= toB ? false : null
  return { '=': equal, '<>': not(equal), '<': less, '<=': not(more), '>': more, '>=': not(less) }[operator]
}

function like(value: Value, pattern: string, flags: string): Truth {
  if (value === null) return null
  if (typeof value !== 'string') return false
  const source = pattern.replaceAll(/[\s\S]/gu, (c) =>
    c === '%' ? '[\\s\\S]*' : c === '_' ? '[\\s\\S]' : c.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, '\\$&'),
  )
  return new RegExp(`^${source}$`, `u${flags}`).test(value)
}

const at = (row: Row, field: string): Value => row[field] ?? null
const anyCase = (word: string): fc.Arbitrary<string> => fc.constantFrom(word, word.toUpperCase())

const comparison = (field: string, values: readonly Value[], from = operators): fc.Arbitrary<Condition> =>
  fc.tuple(fc.constantFrom(...from), fc.constantFrom(...values), fc.boolean()).map(([operator, value, isMirrored]) => {
    const mirrored = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }[operator]
    return {
      text: isMirrored ? `${quoted(value)} ${mirrored} ${field}` : `${field} ${operator} ${quoted(value)}`,
      of: (row) => compare(at(row, field), operator, value),
    }
  })
const membership = (field: string, values: readonly Value[]): fc.Arbitrary<Condition> =>
  fc.tuple(fc.subarray([...values], { minLength: 1 }), fc.boolean(), anyCase('in')).map(([some, isNegated, word]) => ({
    text: `${field} ${isNegated ? 'not ' : ''}${word} (${some.map(quoted).join(', ')})`,
    of: (row) => {
      const found = some.map((value) => compare(at(row, field), '=', value)).reduce(or)
      return isNegated ? not(found) : found
    },
  }))

const patterns = ['held', '%', '%e%', 'H%', '_eld', '%_b', "O'%", '%سة', '%دة', '1_', ''] as const

const simple: fc.Arbitrary<Condition> = fc.oneof(
  comparison('status', texts),
  comparison('troops', numbers),
  comparison('open', [true, false], ['=', '<>']),
  comparison('odd', ['held', '10', 3, true], ['=', '<>']),
  comparison('odd', ['held', '10', 3]),
  membership('status', texts),
  membership('troops', numbers),
  membership('odd', ['held', 3, true]),
  fc.tuple(fc.constantFrom(...operators), fc.constantFrom(...dates)).map(([operator, date]) => ({
    text: `since ${operator} '${date}'`,
    of: (row: Row) => compareDates(at(row, 'since'), operator, date),
  })),
  fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers), fc.boolean()).map(([low, high, isNegated]) => ({
    text: `troops ${isNegated ? 'not ' : ''}between ${low} and ${high}`,
    of: (row: Row) => {
      const inside = and(compare(at(row, 'troops'), '>=', low), compare(at(row, 'troops'), '<=', high))
      return isNegated ? not(inside) : inside
    },
  })),
  fc
    .tuple(fc.constantFrom('status', 'odd'), fc.constantFrom(...patterns), fc.constantFrom('like', 'ilike'), fc.boolean())
    .map(([field, pattern, word, isNegated]) => ({
      text: `${field} ${isNegated ? 'not ' : ''}${word} ${quoted(pattern)}`,
      of: (row: Row) => {
        const fits = like(at(row, field), pattern, word === 'ilike' ? 'i' : '')
        return isNegated ? not(fits) : fits
      },
    })),
  fc.tuple(fc.constantFrom('status', 'troops', 'open', 'since', 'odd'), fc.boolean()).map(([field, isNegated]) => ({
    text: `${field} is ${isNegated ? 'not ' : ''}null`,
    of: (row: Row) => (at(row, field) === null) !== isNegated,
  })),
  fc.constant<Condition>({ text: 'open', of: (row) => at(row, 'open') as Truth }),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    simple,
    tie('condition').map(({ text, of }) => ({ text: `not (${text})`, of: (row: Row) => not(of(row)) })),
    fc.tuple(tie('condition'), tie('condition'), anyCase('and')).map(([a, b, word]) => ({
      text: `(${a.text}) ${word} (${b.text})`,
      of: (row: Row) => and(a.of(row), b.of(row)),
    })),
    fc.tuple(tie('condition'), tie('condition'), anyCase('or')).map(([a, b, word]) => ({
      text: `(${a.text}) ${word} (${b.text})`,
      of: (row: Row) => or(a.of(row), b.of(row)),
    })),
    // Without parentheses, `and` binds before `or`, and `not` before both.
    fc.tuple(simple, simple, simple).map(([a, b, c]) => ({
      text: `${a.text} or not ${b.text} and ${c.text}`,
      of: (row: Row) => or(a.of(row), and(not(b.of(row)), c.of(row))),
    })),
  ),
}))

test('A filter lets through what a plain reading of it finds true, and nothing else', async () => {
  let through = 0
  let stopped = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 5, maxLength: 30 }),
      fc.array(condition, { minLength: 12, maxLength: 12 }),
      async (some, filters) => {
        // The kinds of the fields are known by their values.
        const rows = [known, { ...known, odd: 3 }, ...some]
        const { open } = await layers.read(collection(...rows.map((row) => feature({ type: 'Point', coordinates: [1, 2] }, row))))
        for (const { text, of } of filters) {
          const { count, bits } = await matchingOf(open, text, options)
          const found = rows.flatMap((_, index) => (isMatching(bits, index) ? [index] : []))
          const expected = rows.flatMap((row, index) => (of(row) === true ? [index] : []))
          expect({ text, found }).toEqual({ text, found: expected })
          expect(count).toBe(expected.length)
          through += count
          stopped += rows.length - count
        }
      },
    ),
    { numRuns: 80, seed: 4 },
  )
  // Neither side of it is rare.
  expect(Math.min(through, stopped)).toBeGreaterThan((through + stopped) / 5)
}, 90_000)
