import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../../../renderer/map/annotations/tools/entry.ts'

const place = (text: string): [number, number] | null => {
  const entry = parseEntry(text)
  return entry?.kind === 'place' ? [Number(entry.lonLat[0].toFixed(5)), Number(entry.lonLat[1].toFixed(5))] : null
}

describe('what is typed while drawing', () => {
  test.each([
    ['12.5 km', 12_500],
    ['12.5km', 12_500],
    ['12,5 km', 12_500],
    ['850 m', 850],
    ['3 nmi', 5_556],
    ['3 NM', 5_556],
    ['1 mi', 1_609.344],
    ['100 ft', 30.48],
    ['.5 km', 500],
    ['40', 40_000],
  ])('%s is a distance', (text, distanceM) => {
    const entry = parseEntry(text)
    expect(entry?.kind).toBe('distance')
    expect(entry?.kind === 'distance' && entry.distanceM).toBeCloseTo(distanceM, 6)
  })

  test.each([
    ['231° 12.5 km', 231, 12_500],
    ['231 12.5 km', 231, 12_500],
    ['231°12.5km', 231, 12_500],
    ['360° 1 km', 0, 1_000],
    ['45° @ 300 m', 45, 300],
  ])('%s is a direction and a distance', (text, azimuthDeg, distanceM) => {
    expect(parseEntry(text)).toEqual({ kind: 'polar', azimuthDeg, distanceM })
  })

  test.each([
    ['33.3128, 44.3615', [44.3615, 33.3128]],
    ['33.3128 44.3615', [44.3615, 33.3128]],
    ['33.31280° N, 44.36150° E', [44.3615, 33.3128]],
    ['33.3128N 44.3615E', [44.3615, 33.3128]],
    ['N33.3128 E44.3615', [44.3615, 33.3128]],
    ['44.3615 E, 33.3128 N', [44.3615, 33.3128]],
    ['33.9S 151.2E', [151.2, -33.9]],
    ['-33.9, -70.6', [-70.6, -33.9]],
    ['−33.9; −70.6', [-70.6, -33.9]],
    ['33° 18′ 46.1″ N, 44° 21′ 41.4″ E', [44.3615, 33.31281]],
    [`33°18'46.1"N 44°21'41.4"E`, [44.3615, 33.31281]],
    ['33 18 46.1 N 44 21 41.4 E', [44.3615, 33.31281]],
    ['33 18 46.1 44 21 41.4', [44.3615, 33.31281]],
    ['33 18.5 44 21.5', [44.35833, 33.30833]],
  ] as const)('%s is a place', (text, lonLat) => {
    expect(place(text)).toEqual(lonLat)
  })

  test.each([
    '',
    'km',
    '12 parsecs',
    '0 km',
    '99999 km',
    '400° 5 km',
    '91, 44',
    '33, 181',
    '33 61 0 44 0 0',
    '33N 44N',
    '-33 S, 44 E',
    '1 2 3',
    '1,2,3',
    'N33 E44 W1',
  ])('%j is refused', (text) => {
    expect(parseEntry(text)).toBeNull()
  })
})
