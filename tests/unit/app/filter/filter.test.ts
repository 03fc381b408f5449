import { describe, expect, test } from 'vitest'
import { completionsAt, readFilter } from '../../../../electron/contract/expression/index.ts'
import type { LayerField } from '../../../../electron/contract/layer.ts'
import { quickFilter } from '../../../../renderer/app/filter/quickFilter.ts'
import { suggestionsFor, withPlace } from '../../../../renderer/app/filter/suggestions.ts'

const fields: LayerField[] = [
  { name: 'status', type: 'text', fillRate: 1 },
  { name: 'troops', type: 'integer', fillRate: 0.5 },
  { name: 'handed over', type: 'boolean', fillRate: 1 },
  { name: 'shape', type: 'json', fillRate: 1 },
]
const [status, troops, over, shape] = fields as [LayerField, LayerField, LayerField, LayerField]
const values = {
  values: [
    { value: 'held', count: 1_234 },
    { value: "O'Hara", count: 2 },
    { value: null, count: 9 },
  ],
  more: false,
}

describe('suggestions', () => {
  const at = (text: string, known: typeof values | null = null): string[] =>
    suggestionsFor(completionsAt(text, text.length, fields), known).map((one) => one.text)

  test('are fields first, with a space after what is written', () => {
    expect(at('st')).toContain('status ')
    expect(at('hand')).toContain('"handed over" ')
  })

  test('are values of the field that is compared, written as the language writes them', () => {
    expect(at('status = ', values)).toEqual(expect.arrayContaining(["'held' ", "'O''Hara' "]))
    expect(at("status = 'HE", values)).toEqual(["'held' "])
    expect(suggestionsFor(completionsAt('status = ', 9, fields), values)[0]).toMatchObject({
      label: 'held',
      detail: '1,234 ×',
      kind: 'value',
    })
  })

  test('know nothing of values before the engine answered', () => {
    expect(at('status = ')).toEqual([])
  })
})

describe('a quick filter', () => {
  const text = { name: 'status', type: 'text', text: "O'Hara" } as const

  test('asks for the value or against it', () => {
    expect(quickFilter('', status, text, false)).toBe("status = 'O''Hara'")
    expect(quickFilter('', status, text, true)).toBe("status <> 'O''Hara'")
    expect(quickFilter('', over, { name: over.name, type: 'boolean', text: 'true' }, false)).toBe('"handed over" = true')
    expect(quickFilter('', troops, { name: 'troops', type: 'number', text: '12.50' }, false)).toBe('troops = 12.50')
  })

  test('keeps what has no value when one is excluded', () => {
    expect(quickFilter('', troops, { name: 'troops', type: 'number', text: '12' }, true)).toBe('troops <> 12 or troops is null')
  })

  test('asks for what has no value', () => {
    expect(quickFilter('', troops, undefined, false)).toBe('troops is null')
    expect(quickFilter('', troops, { name: 'troops', type: 'null', text: 'null' }, true)).toBe('troops is not null')
  })

  test('adds to the filter that is there without changing its meaning', () => {
    expect(quickFilter("status = 'a' or troops > 3", status, text, true)).toBe("(status = 'a' or troops > 3) and status <> 'O''Hara'")
    expect(quickFilter('troops > 3', troops, { name: 'troops', type: 'number', text: '4' }, true)).toBe(
      'troops > 3 and (troops <> 4 or troops is null)',
    )
  })

  test('can always be read', () => {
    for (const filter of ['', "status = 'a' or troops > 3"]) {
      for (const excludes of [false, true]) expect(readFilter(quickFilter(filter, status, text, excludes) ?? '', fields).ok).toBe(true)
    }
  })

  test('is not made of lists and objects', () => {
    expect(quickFilter('', shape, { name: 'shape', type: 'json', text: '{"a":1}' }, false)).toBeNull()
  })
})

describe('the place of a problem', () => {
  test('is marked in the text', () => {
    expect(withPlace('a = trops', { start: 4, end: 9 })).toEqual([
      { text: 'a = ', isMarked: false },
      { text: 'trops', isMarked: true },
    ])
  })

  test('at the end of the text is its last letter', () => {
    expect(withPlace('a =', { start: 3, end: 3 })).toEqual([
      { text: 'a ', isMarked: false },
      { text: '=', isMarked: true },
    ])
    expect(withPlace('', { start: 0, end: 0 })).toEqual([])
  })
})
