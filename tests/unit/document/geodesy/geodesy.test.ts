import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleArea, circleOutline, geodesicLine, ringOutlines } from '../../../../renderer/document/geodesy/circle.ts'
import { compass, destination, legBetween, midpoint, type Position, wgs84 } from '../../../../renderer/document/geodesy/ellipsoid.ts'
import { formatArea, formatAzimuth, formatLength } from '../../../../renderer/document/geodesy/format.ts'
import { areaOf, legsOf, lengthOf } from '../../../../renderer/document/geodesy/measure.ts'
import { edgeLatitude, fromPlane, halfWorldM, toPlane } from '../../../../renderer/document/geodesy/mercator.ts'

/**
 * lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12 (S12: m², between the line and the equator).
 * From the test suite of GeographicLib (test/geodesictest.js of geographiclib-geodesic 2.2.0; the same lines in its C, Java and Python versions), whose values
 * were computed with high precision as C. F. F. Karney's GeodTest set (doi:10.5281/zenodo.32156) was.
 */
const published = `
35.60777 -139.44815 111.098748429560326 -11.17491 -69.95921 129.289270889708762 8935244.5604818305 80.50729714281974 6273170.2055303837 12841384694976.432
55.52454 106.05087 22.020059880982801 77.03196 197.18234 109.112041110671519 4105086.1713924406 36.892740690445894 3828869.3344387607 61674961290615.615
-21.97856 142.59065 -32.44456876433189 41.84138 98.56635 -41.84359951440466 8394328.894657671 75.62930491011522 6161154.5773110616 -6637997720646.717
-66.99028 112.2363 173.73491240878403 -12.70631 285.90344 2.512956620913668 11150344.2312080241 100.278634181155759 6289939.5670446687 -121287239862139.744
-17.42761 173.34268 -159.033557661192928 -15.84784 5.93557 -20.787484651536988 16076603.1631180673 144.640108810286253 3732902.1583877189 97825992354058.708
32.84994 48.28919 150.492927788121982 -56.28556 202.29132 48.113449399816759 16727068.9438164461 150.565799985466607 3147838.1910180939 -72445258525585.010
6.96833 52.74123 92.581585386317712 -7.39675 206.17291 90.721692165923907 17102477.2496958388 154.147366239113561 2772035.6169917581 -1311796973197.995
-50.56724 -16.30485 -105.439679907590164 -33.56571 -94.97412 -47.348547835650331 6455670.5118668696 58.083719495371259 5409150.7979815838 41071447902810.047
-58.93002 -8.90775 140.965397902500679 -8.91104 133.13503 19.255429433416599 11756066.0219864627 105.755691241406877 6151101.2270708536 -86143460552774.735
-68.82867 -74.28391 93.774347763114881 -50.63005 -8.36685 34.65564085411343 3956936.926063544 35.572254987389284 3708890.9544062657 -41845309450093.787
-10.62672 -32.0898 -86.426713286747751 5.883 -134.31681 -80.473780971034875 11470869.3864563009 103.387395634504061 6184411.6622659713 4198803992123.548
-87.85331 85.66836 -65.120313040242748 66.48646 16.09921 -4.888658719272296 17286615.3147144645 155.58592449699137 2635887.4729110181 42667211366919.534
`
  .trim()
  .split('\n')

describe('published geodesics', () => {
  it.each(published)('%s', (line) => {
    const [lat1 = 0, lon1 = 0, azi1 = 0, lat2 = 0, lon2 = 0, azi2 = 0, s12 = 0, , m12 = 0, areaUnder = 0] = line.split(' ').map(Number)
    const leg = legBetween([lon1, lat1], [lon2, lat2])
    expect(leg.lengthM).toBeCloseTo(s12, 6)
    expect(Math.abs(((leg.azimuthDeg - azi1 + 540) % 360) - 180)).toBeLessThan(1e-11)
    expect(Math.abs(((leg.finalAzimuthDeg - azi2 + 540) % 360) - 180)).toBeLessThan(1e-11)
    const [lon, lat] = destination([lon1, lat1], azi1, s12)
    expect(lat).toBeCloseTo(lat2, 11)
    expect(((lon - lon2 + 540) % 360) - 180).toBeCloseTo(0, 11)
    // Not used by the program, but a wrong build of the library would show here.
    const all = wgs84.Inverse(lat1, lon1, lat2, lon2, 0xff80)
    expect(all.m12).toBeCloseTo(m12, 6)
    expect(Math.abs((all.S12 ?? 0) - areaUnder)).toBeLessThan(0.1)
  })

  it('New York JFK to London Heathrow is 5,551.76 km', () => {
    // The example of GeographicLib's documentation; with all digits in its authors' other builds: 5551759.4003186841, 51.198882845579824 and 107.821776735514248.
    const leg = legBetween([-73.8, 40.6], [-0.5, 51.6])
    expect(leg.lengthM).toBeCloseTo(5_551_759.400_318_684, 6)
    expect(leg.azimuthDeg).toBeCloseTo(51.198_882_845_579_82, 11)
    expect(leg.finalAzimuthDeg).toBeCloseTo(107.821_776_735_514_25, 11)
    expect(formatLength(leg.lengthM)).toBe('5,552 km')
  })

  it('New York JFK to Paris CDG', () => {
    // GeographicLib's test GeodSolve0.
    const leg = legBetween([-73.8, 40.6], [2.55, 49.01666667])
    expect(Math.round(leg.lengthM)).toBe(5_853_226)
    expect([leg.azimuthDeg.toFixed(5), leg.finalAzimuthDeg.toFixed(5)]).toEqual(['53.47022', '111.59367'])
  })

  it('from pole to pole is half a meridian', () => {
    // Meridian quadrant of WGS84: 10 001 965.729 m.
    expect(legBetween([10, -90], [-70, 90]).lengthM).toBeCloseTo(2 * 10_001_965.729, 2)
  })

  it('between antipodes on the equator goes over a pole, and so does one that is nearly so', () => {
    expect(legBetween([0, 0], [180, 0]).lengthM).toBeCloseTo(20_003_931.4586, 3)
    // GeographicLib test GeodSolve33: (0, 0) to (0, 179.5) and to (0.5, 179.5).
    expect(legBetween([0, 0], [179.5, 0]).lengthM).toBeCloseTo(19_980_862, 0)
    expect(legBetween([0, 0], [179.5, 0.5]).lengthM).toBeCloseTo(19_936_288.579, 2)
    expect(legBetween([0, 0], [179, 0]).lengthM).toBeCloseTo(19_926_189, 0)
  })

  it('of one place with itself is nothing', () => {
    expect(legBetween([44, 33], [44, 33]).lengthM).toBe(0)
    expect(legBetween([180, 12], [-180, 12]).lengthM).toBe(0)
  })
})

describe('midpoint', () => {
  it('is as far from both ends', () => {
    const anyPosition = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }))
    fc.assert(
      fc.property(anyPosition, anyPosition, (from, to) => {
        const middle = midpoint(from, to)
        const whole = legBetween(from, to).lengthM
        expect(legBetween(from, middle).lengthM).toBeCloseTo(whole / 2, 5)
        expect(legBetween(middle, to).lengthM).toBeCloseTo(whole / 2, 5)
      }),
      { numRuns: 200 },
    )
  })

  it('across the antimeridian stays near the start', () => {
    expect(midpoint([179, 0], [-179, 0])[0]).toBeCloseTo(180, 9)
    expect(midpoint([-179, 0], [179, 0])[0]).toBeCloseTo(-180, 9)
  })
})

describe('length', () => {
  it('adds up the legs, and does not care how longitudes are written', () => {
    const line: Position[] = [
      [170, 10],
      [-170, 12],
      [-160, 0],
    ]
    expect(lengthOf(line)).toBeCloseTo(
      legsOf(line).reduce((sum, { lengthM }) => sum + lengthM, 0),
      6,
    )
    expect(lengthOf(line)).toBeCloseTo(
      lengthOf([
        [170, 10],
        [190, 12],
        [200, 0],
      ]),
      6,
    )
    expect(lengthOf([])).toBe(0)
    expect(lengthOf([[1, 1]])).toBe(0)
  })
})

describe('area', () => {
  // GeographicLib tests Planimeter0 and Planimeter5.
  it('of a ring round the pole', () => {
    const ring: Position[] = [
      [0, 89],
      [90, 89],
      [180, 89],
      [270, 89],
    ]
    expect(areaOf([ring]).perimeterM).toBeCloseTo(631_819.8745, 3)
    expect(areaOf([ring]).areaM2).toBeCloseTo(24_952_305_678, -1)
    expect(areaOf([ring.toReversed()]).areaM2).toBeCloseTo(24_952_305_678, -1)
    const south = ring.map(([lon, lat]): Position => [lon, -lat])
    expect(areaOf([south]).areaM2).toBeCloseTo(24_952_305_678, -1)
  })

  it('of a ring round the pole with few vertices', () => {
    const ring: Position[] = [
      [0.1, 89],
      [90.1, 89],
      [-179.9, 89],
    ]
    expect(Math.abs(areaOf([ring]).perimeterM - 539_297)).toBeLessThan(1)
    expect(areaOf([ring]).areaM2).toBeCloseTo(12_476_152_838.5, -1)
  })

  it('of a triangle at the pole, and of a square on the equator', () => {
    const square: Position[] = [
      [0, -1],
      [-1, 0],
      [0, 1],
      [1, 0],
    ]
    expect(areaOf([square]).perimeterM).toBeCloseTo(627_598.2731, 3)
    expect(areaOf([square]).areaM2).toBeCloseTo(24_619_419_146, -1)
    const triangle: Position[] = [
      [0, 90],
      [0, 0],
      [90, 0],
    ]
    expect(Math.abs(areaOf([triangle]).perimeterM - 30_022_685)).toBeLessThan(1)
    expect(areaOf([triangle]).areaM2).toBeCloseTo(63_758_202_715_511, -2)
  })

  it('takes holes off, and takes a closed ring as an open one', () => {
    const outer: Position[] = [
      [40, 30],
      [44, 30],
      [44, 34],
      [40, 34],
    ]
    const hole: Position[] = [
      [41, 31],
      [42, 31],
      [42, 32],
      [41, 32],
    ]
    const whole = areaOf([outer])
    expect(areaOf([[...outer, outer[0]!]])).toEqual(whole)
    expect(areaOf([outer, hole]).areaM2).toBeCloseTo(whole.areaM2 - areaOf([hole]).areaM2, 3)
    expect(areaOf([])).toEqual({ areaM2: 0, perimeterM: 0 })
  })

  it('across the antimeridian is that of the same shape elsewhere', () => {
    const shape = (west: number): Position[] => [
      [west, 10],
      [west + 4, 10],
      [west + 4, 12],
      [west, 12],
    ]
    const wrapped = shape(178).map(([lon, lat]): Position => [lon > 180 ? lon - 360 : lon, lat])
    expect(areaOf([wrapped]).areaM2).toBeCloseTo(areaOf([shape(20)]).areaM2, 0)
  })
})

describe('circle', () => {
  const steps = (line: readonly Position[]): number => Math.max(...line.slice(1).map(([lon], i) => Math.abs(lon - line[i]![0])))
  const cases: [string, Position, number, number][] = [
    ['in Iraq', [43.8, 33.2], 50_000, 0],
    ['across the antimeridian', [179.5, 10], 300_000, 0],
    ['across the antimeridian from the west', [-179.5, -10], 300_000, 0],
    ['round the north pole', [20, 88], 500_000, 360],
    ['at the north pole', [20, 90], 500_000, 360],
    ['round the south pole', [20, -88], 500_000, -360],
    ['just beside the pole', [20, 85], 558_000, 0],
    ['half of the world', [20, 10], 10_000_000, 360],
    ['more than half of the world', [20, 10], 15_000_000, 0],
  ]

  it.each(cases)('%s keeps its distance, is closed and has no jumps', (_name, center, radius, turn) => {
    const line = circleOutline(center, radius)
    for (const position of line) expect(legBetween(center, position).lengthM).toBeCloseTo(radius, 4)
    expect(line.at(-1)![0] - line[0]![0]).toBeCloseTo(Math.abs(turn) === 360 ? line.at(-1)![0] - line[0]![0] : 0, 9)
    expect(Math.abs(line.at(-1)![0] - line[0]![0])).toBeCloseTo(Math.abs(turn), 9)
    expect(line.at(-1)![1]).toBe(line[0]![1])
    expect(steps(line)).toBeLessThanOrEqual(6.000001)
    expect(line.length).toBeLessThan(500)
  })

  it('has the area of a disc', () => {
    const disc = areaOf([circleOutline([43.8, 33.2], 50_000)]).areaM2
    expect(Math.abs(disc / (Math.PI * 50_000 ** 2) - 1)).toBeLessThan(0.0003)
  })

  it('is filled to the pole that it holds', () => {
    const [ring, ...holes] = circleArea([20, 88], 500_000)
    expect(holes).toEqual([])
    expect(Math.max(...ring!.map(([, lat]) => lat))).toBe(90)
    expect(ring!.at(-1)).toEqual(ring![0])
    expect(Math.min(...circleArea([20, -88], 500_000)[0]!.map(([, lat]) => lat))).toBe(-90)
    expect(circleArea([43.8, 33.2], 50_000)).toEqual([circleOutline([43.8, 33.2], 50_000)])
  })

  it('that holds both poles is the world with a hole at the antipode', () => {
    const [world, hole] = circleArea([20, 10], 15_000_000)
    expect(world![0]![0]).toBeLessThan(Math.min(...hole!.map(([lon]) => lon)))
    expect(world![1]![0] - world![0]![0]).toBeCloseTo(360, 9)
    expect(hole!.every(([lon]) => Math.abs(((lon - 200 + 540) % 360) - 180) < 60)).toBe(true)
  })

  it('rings come from the inside out', () => {
    expect(ringOutlines([44, 33], [3000, 1000, 2000]).map(({ radiusM }) => radiusM)).toEqual([1000, 2000, 3000])
  })
})

describe('a geodesic to draw', () => {
  it('goes through its vertices, with steps in between, over the antimeridian without a jump', () => {
    const line = geodesicLine([
      [170, 50],
      [-170, 50],
    ])
    expect(line[0]).toEqual([170, 50])
    expect(line.at(-1)).toEqual([190, 50])
    expect(Math.max(...line.map(([, lat]) => lat))).toBeGreaterThan(50.4)
    expect(line.length).toBeGreaterThan(20)
    expect(geodesicLine([])).toEqual([])
    expect(geodesicLine([[1, 2]])).toEqual([[1, 2]])
  })
})

describe('Mercator', () => {
  it('has the published plane coordinates', () => {
    // EPSG Guidance Note 7-2, method 1024: 24°22′54.433″N 100°20′00.000″W.
    const [x, y] = toPlane([-(100 + 20 / 60), 24 + 22 / 60 + 54.433 / 3600])
    expect([x.toFixed(2), y.toFixed(2)]).toEqual(['-11169055.58', '2800000.00'])
    expect(toPlane([180, edgeLatitude])[1]).toBeCloseTo(halfWorldM, 5)
    expect(toPlane([0, 90])[1]).toBeCloseTo(halfWorldM, 5)
    const [lon, lat] = fromPlane(toPlane([44.4, 33.3]))
    expect(lon).toBeCloseTo(44.4, 12)
    expect(lat).toBeCloseTo(33.3, 12)
  })
})

describe('in words', () => {
  it.each([
    [0, '0 m'],
    [0.4567, '0.457 m'],
    [7.891, '7.89 m'],
    [853.2, '853 m'],
    [999.6, '1.00 km'],
    [12_345, '12.3 km'],
    [99_960, '100 km'],
    [231_400, '231 km'],
    [5_551_759, '5,552 km'],
    [20_003_931, '20,004 km'],
  ])('%d m is %s', (lengthM, text) => expect(formatLength(lengthM)).toBe(text))

  it('has nautical and statute miles', () => {
    expect(formatLength(1852, 'nautical')).toBe('1.00 nmi')
    expect(formatLength(100, 'nautical')).toBe('0.0540 nmi')
    expect(formatLength(16_093.44, 'imperial')).toBe('10.0 mi')
  })

  it.each([
    [0, '0 m²'],
    [853, '853 m²'],
    [9_999.7, '1.00 ha'],
    [124_000, '12.4 ha'],
    [999_600, '1.00 km²'],
    [434_128_000_000, '434,128 km²'],
  ])('%d m² is %s', (areaM2, text) => expect(formatArea(areaM2)).toBe(text))

  it('has directions without 360', () => {
    expect([231.4, 359.7, -0.2, -90, 0].map(formatAzimuth)).toEqual(['231°', '0°', '0°', '270°', '0°'])
    expect(Object.is(compass(-360), -0)).toBe(false)
  })
})
