import { describe, expect, test } from 'vitest'
import { imageSizeMm } from '../../../../renderer/app/annotate/files/imageSize.ts'
import { exportSentence, importSentence, looksLikeKml } from '../../../../renderer/app/annotate/files/sentences.ts'
import { repaired, skipped } from '../../../../renderer/document/exchange/imported.ts'

describe('what came of an import', () => {
  test('is said with what was left out', () => {
    expect(importSentence(12, 'from x.kml', [])).toBe('12 annotations imported from x.kml.')
    expect(importSentence(1, 'from x.kml', [skipped(3, 'Empty.'), skipped(4, 'Empty.')])).toBe(
      '1 annotation imported from x.kml; 2 left out:',
    )
    expect(importSentence(1_200, 'from x.kml', [skipped(3, 'Empty.'), repaired(5, 'Closed.')])).toBe(
      '1,200 annotations imported from x.kml; 1 left out, 1 changed:',
    )
    expect(importSentence(0, 'from x.kml', [skipped(0, 'Empty.')])).toBe('Nothing was imported from x.kml; 1 left out:')
  })

  test('of an export is counted', () => {
    expect(exportSentence(1, 'x.csv')).toBe('1 annotation exported to x.csv.')
  })
})

test('a file is taken for what it holds, whatever its name', () => {
  expect(looksLikeKml('x.kml', '<?xml version="1.0"?><kml/>')).toBe(true)
  expect(looksLikeKml('x.geojson', '\n <kml/>')).toBe(true)
  expect(looksLikeKml('x.kml', '{"type":"FeatureCollection"}')).toBe(false)
  expect(looksLikeKml('x.kml', 'nonsense')).toBe(true)
  expect(looksLikeKml('x.json', 'nonsense')).toBe(false)
})

describe('a picture that is placed', () => {
  test('keeps its own size when it is small', () => {
    expect(imageSizeMm(96, 48)).toEqual({ widthMm: 25.4, heightMm: 12.7 })
  })

  test('is made smaller in proportion when it is large', () => {
    expect(imageSizeMm(4_000, 2_000)).toEqual({ widthMm: 60, heightMm: 30 })
  })

  test('never gets smaller than the document takes', () => {
    expect(imageSizeMm(10_000, 1)).toEqual({ widthMm: 60, heightMm: 1 })
  })
})
