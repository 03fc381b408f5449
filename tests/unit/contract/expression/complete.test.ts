import { describe, expect, test } from 'vitest'
import { completionsAt, type FilterField } from '../../../../electron/contract/expression/index.ts'

const fields: FilterField[] = [
  { name: 'status', type: 'text' },
  { name: 'troops', type: 'integer' },
  { name: 'held', type: 'boolean' },
  { name: 'Name of base', type: 'text' },
]

/** @param marked text with | at the caret */
function at(marked: string): { labels: string[]; valuesOf: string | null; replaced: string; typed: string; written: string[] } {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const { start, end, typed, items, valuesOf } = completionsAt(text, caret, fields)
  return {
    labels: items.map(({ label }) => label),
    valuesOf,
    replaced: text.slice(start, end),
    typed,
    written: items.map((item) => item.text),
  }
}

describe('What can be written next', () => {
  test.each([
    ['|', ['status', 'troops', 'held', 'Name of base', 'not']],
    ['st|', ['status']],
    ['AS|', ['Name of base']],
    ['(|', ['status', 'troops', 'held', 'Name of base', 'not']],
    ["status = 'a' and |", ['status', 'troops', 'held', 'Name of base', 'not']],
    [
      'status |',
      ['=', '<>', '<', '<=', '>', '>=', 'in', 'not in', 'like', 'ilike', 'not like', 'not ilike', 'between', 'is null', 'is not null'],
    ],
    ['troops |', ['=', '<>', '<', '<=', '>', '>=', 'in', 'not in', 'between', 'is null', 'is not null']],
    ['held |', ['=', '<>', 'in', 'not in', 'is null', 'is not null', 'and', 'or']],
    ['held = |', ['true', 'false']],
    ['status is |', ['null', 'not null']],
    ['status in |', ['(']],
    ["status = 'a' |", ['and', 'or']],
    ["status in ('a') |", ['and', 'or']],
    ['troops between 1 |', ['and']],
    ['troops between 1 and 2 |', ['and', 'or']],
    ['status li|', ['like']],
  ])('%s: %j', (marked, labels) => {
    expect(at(marked).labels).toEqual(labels)
  })

  test.each([
    ['status = |', 'status', ''],
    ["status = '|", 'status', ''],
    ["status = 'he|", 'status', 'he'],
    ["status = 'he|ld'", 'status', 'he'],
    ["status in ('a', '|", 'status', ''],
    ["status like '|", 'status', ''],
    ["held and status <> '|", 'status', ''],
    ['troops > 1|', 'troops', '1'],
    ['troops between 1 and |', 'troops', ''],
  ])('%s is one of the values of %s that go on from “%s”', (marked, field, typed) => {
    expect(at(marked)).toMatchObject({ valuesOf: field, typed })
  })

  test('takes the place of the whole word, or the whole text in quotes', () => {
    expect(at('sta|tus = 1').replaced).toBe('status')
    expect(at("status = 'he|ld' and").replaced).toBe("'held'")
    expect(at('"Name|').replaced).toBe('"Name')
  })

  test('writes names in quotes where they need them', () => {
    expect(at('base|').written).toEqual(['"Name of base"'])
    expect(at('"Name|').written).toEqual(['"Name of base"'])
  })
})
