import { describe, expect, it } from 'vitest'
import type { Exported } from '../../../electron/contract/export.ts'
import { exportedInWords, missingInWords, namesInWords } from '../../../renderer/app/exporting/words.ts'

const file = (path: string, changes: Partial<Exported['report']> = {}): Exported => ({
  path,
  beside: [],
  report: {
    widthMm: 297.04,
    heightMm: 210,
    widthPx: 1123,
    heightPx: 794,
    dpi: 96,
    page: 'Map',
    boundingBox: null,
    scale: null,
    credits: [],
    labelsPlaced: [],
    labelsNotPlaced: [],
    labelsCovered: [],
    notPlaced: [],
    ...changes,
  },
})

describe('the words of an export', () => {
  it('tell the file and its size, or the files', () => {
    expect(exportedInWords([file('/a/map.png')])).toBe('Exported map.png, 1,123 × 794 pixels.')
    expect(exportedInWords([file('/a/map.pdf', { widthPx: null, heightPx: null })])).toBe('Exported map.pdf, 297 × 210 mm.')
    expect(exportedInWords([file('/a/map.png'), file('/a/map.pdf')])).toBe('Exported 2 files: map.png, map.pdf.')
  })

  it('tell what is missing, once', () => {
    const missing = { notPlaced: ['The title was cut.'], labelsNotPlaced: ['Kut\nالكوت'] }
    expect(missingInWords([file('/a/map.png', missing), file('/a/map.pdf', missing)])).toBe(
      'The title was cut. No room for the name Kut الكوت.',
    )
    expect(missingInWords([file('/a/map.png')])).toBe('')
    expect(missingInWords([file('/a/map.png', { labelsCovered: ['Camp Taji\nhanded over'] })])).toBe(
      'Where it was put, something lies over Camp Taji handed over, or the edge of the map cuts it off.',
    )
    expect(namesInWords(Array.from({ length: 10 }, (_, index) => `P${index}`))).toEqual([
      'No room for the names P0, P1, P2, P3, P4, P5, P6, P7 and 2 more.',
    ])
  })
})
