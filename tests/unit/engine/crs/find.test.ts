/** Positions in other reference systems, against values that are published, or that follow from their definitions. */
import { describe, expect, test } from 'vitest'
import { findCrs } from '../../../../electron/engine/crs/find.ts'

/** About a metre. */
const closeDegrees = 5

describe('A reference system', () => {
  test.each<[string, string, [number, number], [number, number]]>([
    // EPSG Guidance Note 7-2, British National Grid: 577274.99, 69740.50 is 50°30′N 0°30′E on OSGB36.
    ['27700', 'OSGB36 / British National Grid', [577_274.99, 69_740.5], [0.49837, 50.5006]],
    // EPSG Guidance Note 7-2, Lambert Azimuthal Equal Area: 3962799.45, 2999718.85 is 50°N 5°E.
    ['3035', 'ETRS89-extended / LAEA Europe', [3_962_799.45, 2_999_718.85], [5, 50]],
    ['32638', 'WGS 84 / UTM zone 38N', [500_000, 0], [45, 0]],
    ['2154', 'RGF93 v1 / Lambert-93', [700_000, 6_600_000], [3, 46.5]],
    // A system that counts westwards and southwards from its origin.
    ['2048', 'Hartebeesthoek94 / Lo19', [0, 3_320_113.3979], [19, -30]],
  ])('%s, %s', async (code, name, [x, y], [lon, lat]) => {
    const crs = await findCrs(code)
    expect(crs?.name).toBe(name)
    const position = crs?.toLonLat(x, y) ?? []
    expect(position[0]).toBeCloseTo(lon, code === '27700' ? 3 : closeDegrees)
    expect(position[1]).toBeCloseTo(lat, code === '27700' ? 3 : closeDegrees)
  })

  test('that is not known is null, a vertical or geocentric one too', async () => {
    for (const code of ['99999', '5703', '4978', '']) expect(await findCrs(code)).toBeNull()
  })

  test('never throws for positions that it does not reach', async () => {
    const crs = await findCrs('32638')
    for (const [x, y] of [
      [Number.NaN, 1],
      [Infinity, 1],
      [1e300, 1e300],
    ] as const) {
      expect(crs?.toLonLat(x, y).every(Number.isFinite)).toBe(false)
    }
  })

  test('says when its datum is only nearly WGS 84', async () => {
    expect((await findCrs('4128'))?.isApproximate).toBe(true)
    expect((await findCrs('32638'))?.isApproximate).toBe(false)
    expect((await findCrs('31467'))?.isApproximate).toBe(false)
  })
})
