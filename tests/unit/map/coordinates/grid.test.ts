import { describe, expect, it } from 'vitest'
import { gridPosition } from '../../../../renderer/map/coordinates/grid.ts'

const zoneAndBand = (lon: number, lat: number): string => {
  const { zone, band } = gridPosition([lon, lat])
  return `${zone ?? ''}${band}`
}

describe('zones and bands', () => {
  it.each([
    [44.3615, 33.3128, '38S'],
    [-180, 0, '1N'],
    [180, 0, '1N'],
    [190, 0, '2N'],
    [179.999, 0, '60N'],
    [-0.001, 0, '30N'],
    [0, 0, '31N'],
    [0, -0.0000001, '31M'],
    [0, -80, '31C'],
    [0, 71.999, '31W'],
    [-1, 72, '30X'],
    [-1, 84, '30X'],
  ])('puts %d, %d in %s', (lon, lat, expected) => {
    expect(zoneAndBand(lon, lat)).toBe(expected)
  })

  it.each([
    // South-western Norway is zone 32 from 3° E on, between 56° and 64° N.
    [2.999, 60, '31V'],
    [3, 60, '32V'],
    [5.32, 60.39, '32V'],
    [3, 55.999, '31U'],
    [3, 56, '32V'],
    [3, 64, '31W'],
    [12, 60, '33V'],
    // Svalbard has no zones 32, 34 and 36.
    [8.999, 78, '31X'],
    [9, 78, '33X'],
    [20.999, 78, '33X'],
    [21, 78, '35X'],
    [32.999, 78, '35X'],
    [33, 78, '37X'],
    [41.999, 78, '37X'],
    [42, 78, '38X'],
    [9, 71.999, '32W'],
  ])('makes the exceptions of Norway and Svalbard: %d, %d is %s', (lon, lat, expected) => {
    expect(zoneAndBand(lon, lat)).toBe(expected)
  })

  it.each([
    [-1, 84.001, 'Y'],
    [1, 84.001, 'Z'],
    [-1, -80.001, 'A'],
    [1, -80.001, 'B'],
    [0, 90, 'Z'],
    [0, -90, 'B'],
  ])('has four halves of caps: %d, %d is %s', (lon, lat, expected) => {
    expect(zoneAndBand(lon, lat)).toBe(expected)
  })
})

describe('eastings and northings', () => {
  it('agree with the manual of GeographicLib’s GeoConvert, near Baghdad', () => {
    // 38SMB4488 is the square of a kilometre around 444500 3688500, which is 33.33424 44.40363 to five decimals.
    const { eastingM, northingM } = gridPosition([44.40363, 33.33424])
    expect(Math.abs(eastingM - 444_500)).toBeLessThan(1)
    expect(Math.abs(northingM - 3_688_500)).toBeLessThan(1)
    // E44.4 N33.3 in centimetres.
    const round = gridPosition([44.4, 33.3])
    expect(round.eastingM).toBeCloseTo(444_140.54, 2)
    expect(round.northingM).toBeCloseTo(3_684_706.36, 2)
  })

  it('agree with GeoConvert’s examples of Cape Morris Jesup, the end of UTM in the north', () => {
    const { zone, eastingM, northingM } = gridPosition([-(32 + 39 / 60 + 52 / 3600), 83 + 37 / 60 + 39 / 3600])
    // A second is 31 m of latitude there.
    expect(zone).toBe(25)
    expect(Math.abs(eastingM - 504_158)).toBeLessThan(16)
    expect(Math.abs(northingM - 9_286_521)).toBeLessThan(16)
  })

  it.each([
    [-179, 89, 1_998_062.320046, 2_111_009.610243],
    [-90, 88, 1_777_930.731071, 2_000_000],
    [-1, 87, 1_994_185.827038, 1_666_906.254073],
    [0, 86, 2_000_000, 1_555_731.570643],
    [1, 85, 2_009_694.068153, 1_444_627.207468],
  ])('agree with the UPS examples of NGA.SIG.0012 at %d, %d', (lon, lat, eastingM, northingM) => {
    const north = gridPosition([lon, lat])
    expect(north.eastingM).toBeCloseTo(eastingM, 5)
    expect(north.northingM).toBeCloseTo(northingM, 5)
    // The southern cap is the northern one in a mirror.
    const south = gridPosition([lon, -lat])
    expect(south.eastingM).toBeCloseTo(eastingM, 5)
    expect(south.northingM).toBeCloseTo(4_000_000 - northingM, 5)
  })

  it('puts a pole at 2,000 km, 2,000 km', () => {
    for (const lat of [90, -90]) {
      const { eastingM, northingM } = gridPosition([123, lat])
      expect(eastingM).toBeCloseTo(2_000_000, 3)
      expect(northingM).toBeCloseTo(2_000_000, 3)
    }
  })

  it('counts from 10,000 km below the equator in the south', () => {
    expect(gridPosition([45, -1e-7]).northingM).toBeCloseTo(9_999_999.989, 3)
    expect(gridPosition([45, 0]).northingM).toBeCloseTo(0, 6)
  })
})
