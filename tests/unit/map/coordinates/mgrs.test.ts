import * as fc from 'fast-check'
import { forward, toPoint } from 'mgrs'
import { describe, expect, it } from 'vitest'
import { formatCompactMgrs, formatMgrs } from '../../../../renderer/map/coordinates/mgrs.ts'
import { anyUtmPlace, distanceM } from './places.ts'

describe('MGRS', () => {
  it.each([
    [[44.3615, 33.3128], '38S MB 40564 86146'],
    // GeographicLib's manual: 38SMB4488 and 38SMB4414084706 for this place.
    [[44.4, 33.3], '38S MB 44140 84706'],
    [[0, 0], '31N AA 66021 00000'],
    [[45, -0.0000001], '38M NE 00000 99999'],
    [[-90, 0], '16N AF 66021 00000'],
    // NGA.SIG.0012's UPS examples: 1998062 2111009, 1777930 2000000 and 2009694 1444627.
    [[-179, 89], 'Y ZJ 98062 11009'],
    [[-90, 88], 'Y XH 77930 00000'],
    [[1, 85], 'Z AB 09694 44627'],
    [[1, -85], 'B AT 09694 55372'],
  ] as const)('writes %j as “%s”', ([lon, lat], text) => {
    expect(formatMgrs([lon, lat])).toBe(text)
  })

  it('names the squares at the poles', () => {
    expect(formatMgrs([0, 90])).toBe('Z AH 00000 00000')
    expect(formatMgrs([77, 90])).toBe('Z AH 00000 00000')
    expect(formatMgrs([0, -90])).toBe('B AN 00000 00000')
  })

  it('cuts its digits off: a reference names the square that the place is in', () => {
    // 440564.857 E, 3686146.740 N
    expect(formatMgrs([44.3615, 33.3128])).toBe('38S MB 40564 86146')
  })

  it('is pasted without spaces', () => {
    expect(formatCompactMgrs([44.3615, 33.3128])).toBe('38SMB4056486146')
  })

  it('has the zone, band, square and digits of another implementation, to a metre', () => {
    fc.assert(
      fc.property(anyUtmPlace, (place) => {
        const [ours, theirs] = [formatCompactMgrs(place), forward(place, 5)]
        if (ours === theirs) return
        // The other rounds its series elsewhere: on a line between two squares the two may name neighbours.
        expect(/^\d+[A-Z]/.exec(ours)![0]).toBe(/^\d+[A-Z]/.exec(theirs)![0])
        expect(distanceM(toPoint(ours), toPoint(theirs))).toBeLessThan(1.6)
      }),
      { numRuns: 1000 },
    )
  })

  it('leads back to within a metre of the place it was made from', () => {
    fc.assert(
      fc.property(anyUtmPlace, (place) => {
        expect(distanceM(toPoint(formatCompactMgrs(place)), place)).toBeLessThan(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('has letters for every square of the caps', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: 80.001, max: 90, noNaN: true }), (lon, lat) => {
        expect(formatMgrs([lon, -lat])).toMatch(/^(A [J-UXYZ]|B [A-CF-HJ-LP-R])[A-HJ-NP-Z] \d{5} \d{5}$/)
        if (lat > 84) expect(formatMgrs([lon, lat])).toMatch(/^(Y [R-UXYZ]|Z [A-CF-HJ])[A-HJ-NP] \d{5} \d{5}$/)
      }),
    )
  })
})
