import * as fc from 'fast-check'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { formatUtm } from '../../../../renderer/map/coordinates/utm.ts'
import { anyUtmPlace, distanceM } from './places.ts'

describe('UTM', () => {
  it.each([
    [[44.3615, 33.3128], '38S 0440565 E 3686147 N'],
    // GeographicLib's GeoConvert gives 444140.54 3684706.36 for 33.3 44.4.
    [[44.4, 33.3], '38S 0444141 E 3684706 N'],
    [[45, 0], '38N 0500000 E 0000000 N'],
    [[45, -0], '38N 0500000 E 0000000 N'],
    [[45, -0.0000001], '38M 0500000 E 9999999 N'],
    [[3, 0], '31N 0500000 E 0000000 N'],
    // The edge of a zone on the equator, 166,021 m and 833,979 m.
    [[0, 0], '31N 0166021 E 0000000 N'],
    [[-0.0000001, 0], '30N 0833979 E 0000000 N'],
  ] as const)('writes %j as “%s”', ([lon, lat], text) => {
    expect(formatUtm([lon, lat])).toBe(text)
  })

  it('goes on as UPS, by name, where it ends', () => {
    expect(formatUtm([0, 90])).toBe('UPS Z 2000000 E 2000000 N')
    expect(formatUtm([0, -90])).toBe('UPS B 2000000 E 2000000 N')
    expect(formatUtm([-90, 84.5])).toMatch(/^UPS Y 1\d{6} E 2000000 N$/)
    expect(formatUtm([10, 84])).toMatch(/^33X /)
  })

  it('leads back to within a metre of the place it was made from', () => {
    fc.assert(
      fc.property(anyUtmPlace, (place) => {
        const [, zone, band, easting, northing] = /^(\d+)([C-X]) (\d{7}) E (\d{7}) N$/.exec(formatUtm(place))!
        const south = band! < 'N' ? ' +south' : ''
        const back = proj4(`+proj=utm +zone=${zone}${south} +datum=WGS84`).inverse([Number(easting), Number(northing)])
        // Half a metre each way, and up to one just south of the equator.
        expect(distanceM(place, back as [number, number])).toBeLessThan(1.2)
      }),
    )
  })
})
