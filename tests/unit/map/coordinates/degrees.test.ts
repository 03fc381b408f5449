import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, formatDms, formatPlainDms, formatSigned, wrap } from '../../../../renderer/map/coordinates/degrees.ts'
import { anyLonLat } from './places.ts'

describe('wrap', () => {
  it.each([
    [190, -170],
    [-190, 170],
    [540, -180],
    [404.4, 44.4],
    [-315.6, 44.4],
    [180, 180],
    [-180, -180],
  ])('brings longitude %d to %d', (from, to) => {
    expect(wrap([from, 10])[0]).toBeCloseTo(to, 9)
  })

  it('ends latitude at the poles', () => {
    expect(wrap([0, 90.0000001])).toEqual([0, 90])
    expect(wrap([0, -91])).toEqual([0, -90])
  })

  it('always lands in -180…180, on the same meridian', () => {
    fc.assert(
      fc.property(fc.double({ min: -3600, max: 3600, noNaN: true }), (lon) => {
        const [wrapped] = wrap([lon, 0])
        expect(Math.abs(wrapped)).toBeLessThanOrEqual(180)
        expect(Math.abs(Math.sin(((wrapped - lon) * Math.PI) / 360))).toBeLessThan(1e-9)
      }),
    )
  })
})

describe('decimal degrees', () => {
  it.each([
    [[44.3615, 33.3128], '33.31280° N, 44.36150° E'],
    [[-77.0353, 38.8895], '38.88950° N, 77.03530° W'],
    [[151.2153, -33.8568], '33.85680° S, 151.21530° E'],
    [[0, 0], '0.00000° N, 0.00000° E'],
    [[-0.000004, -0.000004], '0.00000° N, 0.00000° E'],
    [[-0, -0], '0.00000° N, 0.00000° E'],
    [[-0.000006, -0.000006], '0.00001° S, 0.00001° W'],
    [[180, 90], '90.00000° N, 180.00000° E'],
    [[-180, -90], '90.00000° S, 180.00000° W'],
    [[190, 10], '10.00000° N, 170.00000° W'],
  ] as const)('writes %j as “%s”', ([lon, lat], text) => {
    expect(formatDecimal([lon, lat])).toBe(text)
  })

  it('are pasted with signs, latitude first, and never as -0', () => {
    expect(formatSigned([44.3615, 33.3128])).toBe('33.31280, 44.36150')
    expect(formatSigned([-77.0353, -38.8895])).toBe('-38.88950, -77.03530')
    expect(formatSigned([-0.000001, -0])).toBe('0.00000, 0.00000')
  })

  it('say what they were made from, to half a unit of the last digit', () => {
    fc.assert(
      fc.property(anyLonLat, ([lon, lat]) => {
        const [north, east] = formatSigned([lon, lat]).split(', ').map(Number) as [number, number]
        expect(Math.abs(north - lat)).toBeLessThanOrEqual(0.5000001e-5)
        expect(Math.abs(east - lon)).toBeLessThanOrEqual(0.5000001e-5)
      }),
    )
  })
})

describe('degrees, minutes and seconds', () => {
  it.each([
    [[44.3615, 33.3128], '33° 18′ 46.1″ N, 44° 21′ 41.4″ E'],
    // 59.96″ is the next minute, and 59′ 59.96″ the next degree.
    [[10 + 30 / 60 + 59.96 / 3600, 20], '20° 00′ 00.0″ N, 10° 31′ 00.0″ E'],
    [[10 + 30 / 60 + 59.94 / 3600, 20], '20° 00′ 00.0″ N, 10° 30′ 59.9″ E'],
    [[-(9 + 59 / 60 + 59.96 / 3600), 89 + 59 / 60 + 59.99 / 3600], '90° 00′ 00.0″ N, 10° 00′ 00.0″ W'],
    [[179.99999, -0.00001], '0° 00′ 00.0″ N, 180° 00′ 00.0″ E'],
    [[-0.00002, -0.00002], '0° 00′ 00.1″ S, 0° 00′ 00.1″ W'],
    [[5.05, -8.1], '8° 06′ 00.0″ S, 5° 03′ 00.0″ E'],
  ] as const)('writes %j as “%s”', ([lon, lat], text) => {
    expect(formatDms([lon, lat])).toBe(text)
  })

  it('are pasted with the signs of a keyboard', () => {
    expect(formatPlainDms([44.3615, 33.3128])).toBe(`33°18'46.1"N 44°21'41.4"E`)
  })

  it('never show 60, and say what they were made from, to a twentieth of a second', () => {
    fc.assert(
      fc.property(anyLonLat, (lonLat) => {
        const angles = [...formatDms(lonLat).matchAll(/(\d+)° (\d\d)′ (\d\d\.\d)″ ([NSEW])/g)]
        expect(angles).toHaveLength(2)
        for (const [i, [, degrees, minutes, seconds, hemisphere]] of angles.entries()) {
          expect(Number(minutes)).toBeLessThan(60)
          expect(Number(seconds)).toBeLessThan(60)
          const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
          const signed = hemisphere === 'S' || hemisphere === 'W' ? -value : value
          expect(Math.abs(signed - lonLat[1 - i]!) * 3600).toBeLessThanOrEqual(0.0500001)
        }
      }),
    )
  })
})
