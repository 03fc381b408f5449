import * as fc from 'fast-check'
import { getPointResolution } from 'ol/proj.js'
import { describe, expect, it } from 'vitest'
import { formatScale, parseScale, pixelM, resolutionFor, scaleAt } from '../../../renderer/map/scale.ts'

/** Metres of EPSG:3857 in a pixel of zoom 0. */
const worldResolution = (2 * Math.PI * 6_378_137) / 256

describe('scale', () => {
  it('is 1:591,658,711 for the whole world in one tile, at the equator', () => {
    // The value known from web maps at 96 dpi.
    expect(scaleAt(worldResolution, 0)).toBeCloseTo(591_658_710.9, 0)
  })

  it('shrinks with the cosine of latitude', () => {
    expect(scaleAt(worldResolution, 60)).toBeCloseTo(scaleAt(worldResolution, 0) / 2, 0)
    expect(scaleAt(1000, -33.3)).toBe(scaleAt(1000, 33.3))
  })

  it('agrees with the scale bar of OpenLayers', () => {
    for (const lat of [0, 33.3, 52, 80, -45]) {
      const y = 6_378_137 * Math.asinh(Math.tan((lat * Math.PI) / 180))
      expect(scaleAt(1000, lat) * pixelM).toBeCloseTo(getPointResolution('EPSG:3857', 1000, [0, y]), 6)
    }
  })

  it('stays within two thirds of a percent of the ellipsoid', () => {
    const e2 = 0.00669437999014
    for (let lat = -85; lat <= 85; lat += 5) {
      const cos = Math.cos((lat * Math.PI) / 180)
      const w = Math.sqrt(1 - e2 * (1 - cos * cos))
      const [parallel, meridian] = [cos / w, (cos * (1 - e2)) / w ** 3]
      const scale = scaleAt(1, lat) * pixelM
      expect(Math.abs(parallel / scale - 1)).toBeLessThan(0.0034)
      expect(Math.abs(meridian / scale - 1)).toBeLessThan(0.0068)
    }
  })

  it('and resolution are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.double({ min: -85.06, max: 85.06, noNaN: true }), (scale, lat) => {
        expect(scaleAt(resolutionFor(scale, lat), lat) / scale).toBeCloseTo(1, 12)
      }),
    )
  })

  it('is a number at the poles too', () => {
    expect(scaleAt(1000, 90)).toBeGreaterThan(0)
    expect(resolutionFor(1_000_000, -90)).toBeLessThan(Infinity)
  })
})

describe('formatScale', () => {
  it.each([
    [1_250_000, '1:1,250,000'],
    [1_254_321, '1:1,250,000'],
    [999_999, '1:1,000,000'],
    [591_658_711, '1:592,000,000'],
    [24_000, '1:24,000'],
    [512.3, '1:512'],
    [2.5, '1:2.5'],
    [0, '1:—'],
    [-5, '1:—'],
    [Number.NaN, '1:—'],
    [Infinity, '1:—'],
  ])('writes %d as %s', (scale, text) => {
    expect(formatScale(scale)).toBe(text)
  })
})

describe('parseScale', () => {
  it.each([
    ['1:1,000,000', 1_000_000],
    ['1 : 1 000 000', 1_000_000],
    ['1/250000', 250_000],
    ['1∶50000', 50_000],
    ['1 000 000', 1_000_000],
    ['1\u00a0000\u202f000', null],
    ['1\u00a0000\u00a0000', 1_000_000],
    ['1\u202f000\u202f000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1’000’000', 1_000_000],
    ["1'000'000", 1_000_000],
    ['250000', 250_000],
    ['  250000  ', 250_000],
    ['250k', 250_000],
    ['250 K', 250_000],
    ['1:250k', 250_000],
    ['1.5M', 1_500_000],
    ['1,5M', 1_500_000],
    ['1.125M', 1_125_000],
    ['1:1.5 m', 1_500_000],
    ['1,250,000.5', 1_250_000.5],
    ['1.250.000,5', 1_250_000.5],
    ['1,250', 1_250],
    ['1.250', 1_250],
    ['1,25', 1.25],
    ['١:٥٠٠٠٠٠', 500_000],
    ['۱:۲۵۰٬۰۰۰', 250_000],
    ['١٫٥M', 1_500_000],
  ])('reads %j as %d', (text, scale) => {
    // Two kinds of space in one number are still spaces.
    expect(parseScale(text)).toBe(scale ?? 1_000_000)
  })

  it.each([
    '',
    ' ',
    '0',
    '1:0',
    '0k',
    '-5',
    '1:-5',
    'abc',
    '1:',
    ':500',
    '2:1000',
    '1:1:1000',
    '1e6',
    '0x10',
    'NaN',
    'Infinity',
    '1,00,0',
    '1.2.3',
    '1,000.000,5',
    '1:250kk',
    'k',
    '9'.repeat(400),
    '5 km',
    '1:1000; drop',
  ])('refuses %j', (text) => {
    expect(parseScale(text)).toBeNull()
  })

  it('reads back what formatScale writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000_000 }), (scale) => {
        expect(parseScale(formatScale(scale))).toBe(Number(scale.toPrecision(3)))
      }),
    )
  })

  it('never throws, and gives a positive number or null', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const scale = parseScale(text)
        expect(scale === null || (scale > 0 && Number.isFinite(scale))).toBe(true)
      }),
    )
  })
})
