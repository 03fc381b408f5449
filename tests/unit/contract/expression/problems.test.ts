/** What is said of filters that cannot be understood: a sentence, the place, and what to write instead. */
import { describe, expect, test } from 'vitest'
import { type FilterField, problemSentence, readFilter } from '../../../../electron/contract/expression/index.ts'

const fields: FilterField[] = [
  { name: 'status', type: 'text' },
  { name: 'troops', type: 'integer' },
  { name: 'held', type: 'boolean' },
  { name: 'date', type: 'date' },
  { name: 'Kind', type: 'text' },
  { name: 'KIND', type: 'text' },
  { name: 'nothing', type: 'empty' },
]

function problemOf(filter: string, of = fields): { message: string; at: string; suggestion: string | null } {
  const reading = readFilter(filter, of)
  if (reading.ok) throw new Error(`“${filter}” was understood`)
  const { message, start, end, suggestion } = reading.problem
  return { message, at: filter.slice(start, end), suggestion }
}

describe('Of a filter that cannot be understood', () => {
  test.each([
    ['trops > 5', 'There is no field “trops”. Did you mean troops?', 'trops', 'troops'],
    ['xyzzy > 5', 'There is no field “xyzzy” in this layer.', 'xyzzy', null],
    [
      "kind = 'a'",
      'There is no field “kind”, but 2 that differ in case alone: write one in double quotes, as it is spelled.',
      'kind',
      null,
    ],
    ['"Troops" > 5', 'There is no field “Troops”. Did you mean troops?', '"Troops"', 'troops'],
    ['status = held_up', "There is no field “held_up”. If it is a text, write it in single quotes: 'held_up'.", 'held_up', "'held_up'"],
    ['status = "held up"', "There is no field “held up”. If it is a text, write it in single quotes: 'held up'.", '"held up"', "'held up'"],
    ["troops > '5'", '“troops” holds numbers: write the number without quotes.', "'5'", '5'],
    ["troops > 'many'", '“troops” holds numbers: it can only be compared with a number.', "'many'", null],
    ['status = 5', '“status” holds text: write the value in single quotes.', '5', "'5'"],
    ['status in (5)', '“status” holds text: write the value in single quotes.', '5', "'5'"],
    ["held = 'true'", '“held” holds true and false: compare it with true or false, without quotes.', "'true'", 'true'],
    ['held > true', '“held” holds true and false, which have no order: use = or <>.', 'held > true', null],
    ["date > 'soon'", "“date” holds dates, and “soon” is none: write one as '2020', '2020-03' or '2020-03-26'.", "'soon'", null],
    [
      "date > '2020-02-31'",
      "“date” holds dates, and “2020-02-31” is none: write one as '2020', '2020-03' or '2020-03-26'.",
      "'2020-02-31'",
      null,
    ],
    [
      'date > 2020-03',
      '“2020-03” is not a number. Put dates and texts in single quotes, and names that begin with a digit in double quotes.',
      '2020-03',
      "'2020-03'",
    ],
    ["troops like '5%'", '“troops” holds numbers: “like” compares text.', "troops like '5%'", null],
    [
      'status like 5',
      "“like” is followed by a pattern in single quotes: '%base%', where % stands for any characters and _ for one.",
      '5',
      null,
    ],
    ['status > troops', '“status” holds text, and “troops” holds numbers: they cannot be compared.', 'status > troops', null],
    ['status', '“status” holds text and is no condition by itself: compare it, as in status is not null.', 'status', null],
    ['troops and held', '“troops” holds numbers and is no condition by itself: compare it, as in troops > 0.', 'troops', null],
    ["'held'", 'A value alone is no condition: compare a field with it.', "'held'", null],
    [
      "1 = 'a'",
      'These two values are not of one kind, and neither is a field. Names of fields are written without single quotes.',
      "1 = 'a'",
      null,
    ],
    ['status = null', 'Nothing is equal to null, not even null: write “is null” or “is not null”.', 'null', null],
    ["status = 'held", "This text has no closing quote (').", "'held", null],
    ['"status = 5', 'This field name has no closing quote (").', '"status = 5', null],
    ['status = ‘held’', "“‘” is a curly quotation mark: write texts in straight ones ('…').", '‘', "'"],
    ['held && held', '“&&” is written and here.', '&&', 'and'],
    ['troops ≥ 5', '“≥” is written >= here.', '≥', '>='],
    ['troops > 5;', '“;” means nothing here. Names with such characters are written in double quotes.', ';', null],
    ['troops >', 'The filter ends where a value is expected.', '', null],
    ['troops > 5 and', 'The filter ends where a field is expected.', '', null],
    ['troops > 5 held', '“held” is not expected here: conditions are joined by and, or.', 'held', null],
    ['(troops > 5', 'A parenthesis was opened here, and is not closed.', '(', null],
    ['troops > 5)', 'This parenthesis closes none that was opened.', ')', null],
    ['(troops > 5 held)', '“held” is not expected here: a parenthesis is still open, and conditions are joined by and, or.', 'held', null],
    ["status in 'a'", "“in” is followed by values in parentheses: in ('a', 'b').", "'a'", null],
    ["status in ('a' 'b')", 'The values after “in” are separated by commas, and end with a parenthesis.', "'b'", null],
    ['status in ()', '“)” is not expected here, but a value.', ')', null],
    ['troops between 1', '“between” is followed by two values: between 1 and 10.', '', null],
    ['status is 5', '“is” is followed by null or not null.', '5', 'null'],
    ['troops not 5', 'After “not”, in, like, ilike or between is expected here.', '5', null],
    ['and held', '“and” is a word of the filter language; a field is expected here. A field of that name is written "and".', 'and', null],
    ['= 5', '“=” is not expected here, but a field.', '=', null],
  ])('%s: %s', (filter, message, at, suggestion) => {
    expect(problemOf(filter)).toEqual({ message, at, suggestion })
  })

  test('the sentence for where the text is not at hand names the place', () => {
    const reading = readFilter('held and trops > 5', fields)
    expect(!reading.ok && problemSentence(reading.problem)).toBe(
      'At character 10 of the filter: There is no field “trops”. Did you mean troops?',
    )
  })

  test('a layer without fields is named as such', () => {
    expect(problemOf('a = 1', []).message).toBe('There is no field “a”: this layer has no fields.')
  })

  test.each(['(', 'not '])('ten thousand characters of %j are refused, not overrun', (part) => {
    expect(problemOf(part.repeat(10_000 / part.length)).message).toMatch(/^More than 100 parentheses and nots/)
  })
})
