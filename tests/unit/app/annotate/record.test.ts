import { describe, expect, test } from 'vitest'
import { newAnnotation } from '../../../../renderer/document/annotations/new.ts'
import { factsOf } from '../../../../renderer/app/annotate/record/facts.ts'
import { endsBeforeItBegins, readDate } from '../../../../renderer/app/annotate/record/partialDate.ts'
import { radiiText, readRadii } from '../../../../renderer/app/annotate/record/radii.ts'
import { several, shared, stylePartsOf } from '../../../../renderer/app/annotate/record/shared.ts'
import { statusSuggestions } from '../../../../renderer/app/annotate/record/statusSuggestions.ts'
import { shippedTemplates } from '../../../../renderer/document/annotations/templates.ts'

const point = newAnnotation('point', { type: 'Point', coordinates: [44, 33] })
const line = newAnnotation('line', {
  type: 'LineString',
  coordinates: [
    [44, 33],
    [44, 34],
    [45, 34],
  ],
})

describe('a date', () => {
  test.each([
    ['2020', '2020'],
    ['2020-09', '2020-09'],
    ['2020-09-23', '2020-09-23'],
    [' 2020/9/3 ', '2020-09-03'],
    ['2020.9', '2020-09'],
    ['2020-02-29', '2020-02-29'],
    ['', null],
  ])('%j is %j', (text, date) => {
    expect(readDate(text)).toEqual({ date })
  })

  test.each([
    ['23.09.2020', 'Write a date as 2020, 2020-09 or 2020-09-23.'],
    ['20', 'Write a date as 2020, 2020-09 or 2020-09-23.'],
    ['2020-13', 'There is no month 13: months go from 01 to 12.'],
    ['2020-00-01', 'There is no month 0: months go from 01 to 12.'],
    ['2019-02-29', 'February 2019 has days from 01 to 28.'],
    ['1900-02-29', 'February 1900 has days from 01 to 28.'],
    ['2020-04-31', 'April 2020 has days from 01 to 30.'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readDate(text)).toEqual({ problem })
  })

  test('ends before it begins only where that is certain', () => {
    expect(endsBeforeItBegins('2020-09', '2020')).toBe(false)
    expect(endsBeforeItBegins('2020-09', '2020-08-31')).toBe(true)
    expect(endsBeforeItBegins('2020-09-02', '2020-09')).toBe(false)
    expect(endsBeforeItBegins('2021', '2020-12')).toBe(true)
    expect(endsBeforeItBegins(null, '2020')).toBe(false)
  })
})

describe('radii', () => {
  test.each([
    ['12.5', true, [12_500]],
    ['12,5', true, [12_500]],
    ['800 m', true, [800]],
    ['5 nmi', true, [9_260]],
    ['10, 20, 30', false, [10_000, 20_000, 30_000]],
    ['30; 10; 10', false, [10_000, 30_000]],
    ['1, 2 nmi', false, [1_852, 3_704]],
    ['0,5; 1,5', false, [500, 1_500]],
  ])('%j', (text, single, radiiM) => {
    expect(readRadii(text, single)).toEqual({ radiiM })
  })

  test.each(['', 'far', '-3', '0', '30000', '10 parsec'])('%j is refused', (text) => {
    expect(readRadii(text, true)).toHaveProperty('problem')
  })

  test('are written so that they are read again', () => {
    const radiiM = [123.456, 10_000, 1_000_000.5]
    expect(readRadii(radiiText(radiiM), false)).toEqual({ radiiM })
  })
})

describe('several annotations', () => {
  test('share a value or do not', () => {
    expect(shared([point, line], ({ status }) => status)).toBe('')
    expect(shared([point, line], ({ kind }) => kind)).toBe(several)
  })

  test('show the parts of their look that all of them have', () => {
    expect(stylePartsOf([point, line])).toEqual(['color', 'text', 'place'])
    expect(stylePartsOf([line])).toContain('curve')
    expect(stylePartsOf([])).toEqual([])
  })

  test('of an arrow, a fill only when it is tapered', () => {
    const arrow = newAnnotation('arrow', line.geometry)
    const tapered = newAnnotation('arrow', line.geometry, { tapered: true })
    expect(stylePartsOf([arrow])).not.toContain('fill')
    expect(stylePartsOf([tapered])).toContain('fill')
  })
})

test('statuses in use come first, each once', () => {
  const held = newAnnotation('point', point.geometry, { status: 'held' })
  const lost = newAnnotation('point', point.geometry, { status: 'lost' })
  const suggestions = statusSuggestions([lost, held, lost, point], [{ ...shippedTemplates[0]!, status: 'mine' }])
  expect(suggestions.slice(0, 3)).toEqual(['lost', 'held', 'mine'])
  expect(new Set(suggestions).size).toBe(suggestions.length)
  expect(suggestions).not.toContain('')
})

describe('facts', () => {
  test('of a line: along the geodesic, from end to end, its direction', () => {
    expect(factsOf(line)).toEqual([
      { name: 'Length', text: '203 km' },
      { name: 'Azimuth', text: '40°' },
      { name: 'End to end', text: '145 km' },
      { name: 'Vertices', text: '3' },
    ])
  })

  test('of a circle: the area of its disk, also round a pole', () => {
    const at = (lat: number): string | undefined =>
      factsOf(newAnnotation('circle', { type: 'Point', coordinates: [44, lat] }, { radiiM: [10_000] }))[0]?.text
    expect(at(33)).toBe('314 km²')
    expect(at(89.99)).toBe('314 km²')
  })

  test('of a point: none but its place', () => {
    expect(factsOf(point)).toEqual([])
  })
})
