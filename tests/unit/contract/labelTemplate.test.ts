import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fieldsOfTemplate, labelWriter, parseTemplate, templateOf, templateOfField } from '../../../electron/contract/labelTemplate.ts'

const write = (template: string, values: Record<string, unknown>): string => labelWriter(template)((field) => values[field])

describe('a label template', () => {
  it('puts values in their places', () => {
    expect(write('{name} ({status})', { name: 'Taji', status: 'held' })).toBe('Taji (held)')
    expect(write('{troops} of {all}', { troops: 5200, all: 3000.5 })).toBe('5200 of 3000.5')
    expect(write('open: {open}', { open: false })).toBe('open: false')
  })

  it('leaves no trace of what is missing', () => {
    expect(write('{name} ({status})', { name: 'Taji' })).toBe('Taji')
    expect(write('{name} ({status}, {date})', { name: 'Taji', date: '2020' })).toBe('Taji (2020)')
    expect(write('{name} ({status}, {date})', { name: 'Taji', status: 'held' })).toBe('Taji (held)')
    expect(write('{name} ({status}, {date})', { name: 'Taji', status: null, date: ' ' })).toBe('Taji')
    expect(write('{a}, {b}, {c}', { a: 'A', c: 'C' })).toBe('A, C')
    expect(write('{a}, {b}, {c}', { c: 'C' })).toBe('C')
    expect(write('{a} – {b}', { a: 'A' })).toBe('A')
    expect(write('{a} / {b}', { b: 'B' })).toBe('B')
    expect(write('“{a}” [{b}]', { b: 'B' })).toBe('[B]')
    expect(write('{name}\n{status}', { status: 'held' })).toBe('held')
    expect(write('{name}\n({status})', { name: 'Taji' })).toBe('Taji')
  })

  it('is empty where all its fields are', () => {
    expect(write('{name} ({status}) km', {})).toBe('')
    expect(write('{name}', { name: { a: 1 } })).toBe('')
    expect(write('Base', {})).toBe('Base')
  })

  it('writes doubled braces as one', () => {
    expect(write('{{{a}}} {{b}}', { a: 1 })).toBe('{1} {b}')
    expect(write(templateOfField('a}b{c'), { 'a}b{c': 'x' })).toBe('x')
  })

  it('tells what is wrong with it, and where', () => {
    expect(parseTemplate('{name} ({status)')).toEqual({ problem: expect.stringContaining('not closed'), at: 8 })
    expect(parseTemplate('name}')).toEqual({ problem: expect.stringContaining('without an opening one'), at: 4 })
    expect(parseTemplate('{}')).toEqual({ problem: expect.stringContaining('no field’s name'), at: 0 })
    expect(write('{name', { name: 1 })).toBe('{name')
  })

  it('knows its fields', () => {
    expect(fieldsOfTemplate('{a} {b} {a}')).toEqual(['a', 'b'])
    expect(fieldsOfTemplate(templateOf({ field: 'x', template: null }))).toEqual(['x'])
    expect(templateOf({ field: 'x', template: '{y}!' })).toBe('{y}!')
  })
})

test('any field by itself is written as its value', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.integer(), (field, value) => {
      expect(fieldsOfTemplate(templateOfField(field))).toEqual([field])
      expect(labelWriter(templateOfField(field))((asked) => (asked === field ? value : null))).toBe(String(value))
    }),
  )
})

test('no template and no values make it throw, or leave the mark of what is missing', () => {
  const template = fc.stringMatching(/^[{}a-c ()[\],–\n]{0,20}$/)
  fc.assert(
    fc.property(template, fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.integer())), (text, values) => {
      expect(write(text, values)).not.toContain('\u{F8FF}')
    }),
  )
})
