import { describe, expect, it } from 'vitest'
import { AnnotationTemplate } from '../../../../electron/contract/annotation.ts'
import { facetsOf, listAnnotations, sortKeys } from '../../../../renderer/document/annotations/list.ts'
import { annotationColors, type AnnotationDraft, describe as nameOf, newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { searchText } from '../../../../renderer/document/annotations/searchText.ts'
import { draftOf, shippedTemplates, templateFrom } from '../../../../renderer/document/annotations/templates.ts'

const now = '2020-09-23T00:00:00.000Z'
const place = (id: string, draft: AnnotationDraft, at = now) =>
  newAnnotation('point', { type: 'Point', coordinates: [44, 33] }, draft, at, id)
const source = (title: string) => ({ title, publisher: '', date: null, url: '' })

const list = [
  place('taji', { label: 'Camp Taji', status: 'transferred', source: source('SouthFront'), reported: '2020-09-23' }),
  place('baquba', { label: 'Baʿqūba', status: 'held', source: source('OurAirports'), validFrom: '2020-03', validTo: '2020-04-10' }),
  place('site10', { label: 'Site 10', note: 'تَكْريت القديمة', reported: '2019' }),
  place('site9', { label: 'site 9', status: 'held', reliability: 'B' }),
  place('blank', { validFrom: '2021' }),
]
const found = (
  filter: Parameters<typeof listAnnotations>[1],
  key: Parameters<typeof listAnnotations>[2]['key'] = 'order',
  descending = true,
): string =>
  listAnnotations(list, filter, { key, descending })
    .map(({ id }) => id)
    .join(' ')

describe('search text', () => {
  it.each([
    ['Baʿqūbah', 'baqubah'],
    ["Ba'quba", 'baquba'],
    ['Ain al-Asad', 'ain al asad'],
    ['تَكْريت', 'تكريت'],
    ['أبو غريب', 'ابو غريب'],
    ['الموصلـــ', 'الموصل'],
    ['قاعدة', 'قاعده'],
    ['کركوک', 'كركوك'],
    ['مصطفى', 'مصطفي'],
    ['مؤسسة', 'موسسه'],
    ['٢٠٢٠ ۱۲', '2020 12'],
    ['Łódź Straße Ærø İstanbul', 'lodz strasse aero istanbul'],
    ['a\u200b\u202eb\u00adc', 'abc'],
    ['ﻣﻮﺻﻞ', 'موصل'],
  ])('%s is %s', (text, plain) => expect(searchText(text)).toBe(plain))
})

describe('the list', () => {
  it('is searched in every field, in any spelling, for all words', () => {
    expect(found({ search: 'baquba' })).toBe('baquba')
    expect(found({ search: 'TAJI south' })).toBe('taji')
    expect(found({ search: 'تكريت' })).toBe('site10')
    expect(found({ search: 'القَديمه' })).toBe('site10')
    expect(found({ search: 'taji baquba' })).toBe('')
    expect(found({ search: '  ' })).toBe('taji baquba site10 site9 blank')
    // No match over the end of a field.
    expect(found({ search: 'heldour' })).toBe('')
  })

  it('is filtered by kind, status and source', () => {
    expect(found({ statuses: ['held'] })).toBe('baquba site9')
    expect(found({ statuses: ['', 'transferred'] })).toBe('taji site10 blank')
    expect(found({ sources: ['SouthFront', 'OurAirports'], statuses: ['held'] })).toBe('baquba')
    expect(found({ kinds: ['line'] })).toBe('')
    expect(found({ kinds: ['point'], search: 'site' })).toBe('site10 site9')
  })

  it('is filtered by time, as precise as the dates are', () => {
    expect(found({ from: '2020-04' })).toBe('taji baquba blank')
    expect(found({ from: '2020-04-11', to: '2020' })).toBe('taji')
    expect(found({ to: '2019' })).toBe('site10')
    expect(found({ from: '2019-06', to: '2019-07' })).toBe('site10')
    expect(found({ from: '2022', to: null })).toBe('blank')
    expect(found({ from: null, to: null })).toBe('taji baquba site10 site9 blank')
  })

  it('is sorted with numbers as numbers, and the empty ones last either way', () => {
    expect(found({}, 'label', false)).toBe('baquba taji site9 site10 blank')
    expect(found({}, 'label', true)).toBe('site10 site9 taji baquba blank')
    expect(found({}, 'reported', false)).toBe('site10 taji baquba site9 blank')
    expect(found({}, 'order', false)).toBe('blank site9 site10 baquba taji')
    for (const key of sortKeys) expect(listAnnotations(list, {}, { key, descending: false })).toHaveLength(5)
  })

  it('says what there is to filter by', () => {
    expect(facetsOf(list)).toEqual({
      kinds: [{ value: 'point', count: 5 }],
      statuses: [
        { value: '', count: 2 },
        { value: 'held', count: 2 },
        { value: 'transferred', count: 1 },
      ],
      sources: [
        { value: '', count: 3 },
        { value: 'OurAirports', count: 1 },
        { value: 'SouthFront', count: 1 },
      ],
    })
  })
})

describe('names', () => {
  it('are the first line, cut between letters', () => {
    expect(nameOf(place('a', { label: '  Camp Taji \n north ' }))).toBe('Camp Taji')
    expect(nameOf(place('a', { label: ' \n ' }))).toBe('Unnamed point')
    expect(nameOf(newAnnotation('rings', { type: 'Point', coordinates: [1, 1] }))).toBe('Unnamed range rings')
    expect(nameOf(place('a', { label: '🛩'.repeat(50) }))).toBe(`${'🛩'.repeat(39)}…`)
  })
})

describe('templates', () => {
  it('are valid, and their ids differ', () => {
    for (const template of shippedTemplates) expect(AnnotationTemplate.safeParse(template).data).toEqual(template)
    expect(new Set(shippedTemplates.map(({ id }) => id)).size).toBe(shippedTemplates.length)
    expect(shippedTemplates.map(({ name }) => name)).toEqual(expect.arrayContaining(['Base held', 'Base transferred', 'Incident']))
  })

  it('tell themselves apart without colour', () => {
    const marks = shippedTemplates.filter(({ kind }) => kind === 'point')
    expect(new Set(marks.map(({ symbol, style }) => `${symbol?.name} ${style.sizeMm}`)).size).toBe(marks.length)
    for (const { style } of shippedTemplates) expect(annotationColors.map(({ hex }) => hex as string)).toContain(style.color)
  })

  it('are made from an annotation, and make the next one look like it', () => {
    const { properties } = list[0]!
    const mine = templateFrom(list[0]!, '  ', 'mine')
    expect(mine).toMatchObject({ id: 'mine', name: 'Camp Taji', kind: 'point', status: 'transferred' })
    expect(AnnotationTemplate.safeParse(mine).success).toBe(true)
    const next = newAnnotation(mine.kind, { type: 'Point', coordinates: [1, 1] }, draftOf(mine))
    expect(next.properties).toMatchObject({ style: properties.style, symbol: properties.symbol, status: 'transferred', label: '' })
  })
})

describe('colours', () => {
  it('stay apart in greyscale where their maker says so', () => {
    // Relative luminance, WCAG 2.
    const luminance = (hex: string): number => {
      const [r, g, b] = [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const high = ['black', 'blue', 'red', 'yellow'].map((name) => luminance(annotationColors.find((color) => color.name === name)!.hex))
    for (const [index, value] of high.slice(1).entries()) expect((value + 0.05) / (high[index]! + 0.05)).toBeGreaterThan(1.8)
  })
})
