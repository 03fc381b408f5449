import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LonLat } from '../../../../electron/contract/document.ts'
import { coordinateFormats } from '../../../../electron/contract/session.ts'
import { coordinateForClipboard, formatCoordinate, noCoordinate } from '../../../../renderer/map/coordinates/index.ts'
import { anyLonLat } from './places.ts'

const baghdad: LonLat = [44.3615, 33.3128]

describe('a coordinate', () => {
  it.each([
    ['dd', '33.31280° N, 44.36150° E', '33.31280, 44.36150'],
    ['dms', '33° 18′ 46.1″ N, 44° 21′ 41.4″ E', `33°18'46.1"N 44°21'41.4"E`],
    ['utm', '38S 0440565 E 3686147 N', '38S 0440565 E 3686147 N'],
    ['mgrs', '38S MB 40564 86146', '38SMB4056486146'],
  ] as const)('in %s reads “%s” and is copied as “%s”', (format, shown, copied) => {
    expect(formatCoordinate(baghdad, format)).toBe(shown)
    expect(coordinateForClipboard(baghdad, format)).toBe(copied)
  })

  it.each(coordinateFormats)('that is not there is a dash in %s, and copies nothing', (format) => {
    expect(formatCoordinate([Number.NaN, 10], format)).toBe(noCoordinate)
    expect(formatCoordinate([10, Infinity], format)).toBe(noCoordinate)
    expect(coordinateForClipboard([Number.NaN, 10], format)).toBe('')
  })

  it.each(coordinateFormats)('reads without holes in %s, anywhere on earth and one world further', (format) => {
    fc.assert(
      fc.property(anyLonLat, fc.integer({ min: -2, max: 2 }), ([lon, lat], worlds) => {
        const text = formatCoordinate([lon + 360 * worlds, lat], format)
        expect(text).not.toMatch(/NaN|undefined|null|-/)
        expect(text.trim()).toBe(text)
      }),
    )
  })
})
