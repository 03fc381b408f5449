import { describe, expect, it } from 'vitest'
import type { LayerSummary } from '../../../../electron/contract/layer.ts'
import { formatCount, howMany, percentOf, problemsInWords, reloadedInWords } from '../../../../renderer/app/layers/words.ts'

const summary = (features: number, count: number, skipped: number): LayerSummary => ({
  id: '0123456789abcdef',
  format: 'GeoJSON',
  sizeBytes: 1,
  contentKey: 'k',
  crs: { code: 'EPSG:4326', name: 'WGS 84', declared: false },
  features,
  withoutGeometry: 0,
  vertices: 0,
  geometries: {},
  boundingBox: null,
  fields: [],
  credits: [],
  problems: { count, skipped, first: [] },
})

describe('the words of the layers panel', () => {
  it('count', () => {
    expect(formatCount(12345)).toBe('12,345')
    expect(howMany(1, 'problem')).toBe('1 problem')
    expect(howMany(0, 'problem')).toBe('0 problems')
  })

  it('tell how far a reading is, also when the size is not known or was too small', () => {
    expect(percentOf(43, 100)).toBe(43)
    expect(percentOf(5, 0)).toBe(0)
    expect(percentOf(120, 100)).toBe(100)
  })

  it('sum the problems up', () => {
    expect(problemsInWords(summary(1201, 3, 3))).toBe('3 of 1,204 features were skipped.')
    expect(problemsInWords(summary(0, 1, 1))).toBe('1 of 1 feature was skipped.')
    expect(problemsInWords(summary(9, 3, 1))).toBe('1 of 10 features was skipped; 2 more problems were repaired or left as they are.')
    expect(problemsInWords(summary(9, 1, 0))).toBe('No feature was skipped; 1 problem was repaired or left as it is.')
  })
})

describe('a file that was reloaded', () => {
  const fields = (...names: string[]): LayerSummary['fields'] => names.map((name) => ({ name, type: 'text', fillRate: 1 }))
  const before = { ...summary(10, 0, 0), fields: fields('name', 'kind') }

  it.each([
    [{ ...before, features: 13 }, 'bases was reloaded: 3 features more.'],
    [{ ...before, features: 9 }, 'bases was reloaded: 1 feature fewer.'],
    [{ ...before, features: 9, withoutGeometry: 1 }, 'bases was reloaded: the same number of features, not all as they were.'],
    [{ ...before, fields: fields('name', 'kind', 'year') }, 'bases was reloaded: now with the attribute “year”.'],
    [
      { ...before, features: 1_210, fields: fields('a', 'b', 'name') },
      'bases was reloaded: 1,200 features more, now with 2 more attributes, now without the attribute “kind”.',
    ],
  ])('is said to have what is new in it', (after, sentence) => {
    expect(reloadedInWords('bases', before, after)).toBe(sentence)
  })
})
