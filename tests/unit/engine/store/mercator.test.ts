import { describe, expect, test } from 'vitest'
import { halfWorld, maximumLatitude, toLat, toLon, toX, toY, unitsPerMetre } from '../../../../electron/engine/store/mercator.ts'

describe('Fixed-point Web Mercator', () => {
  test('is within 0.502 units of the formula of EPSG:3857 on each axis, at every latitude', () => {
    let worst = 0
    for (let i = 0; i <= 1_000_003; i++) {
      const lat = (i / 1_000_003) * 2 * maximumLatitude - maximumLatitude
      const exact = 6_378_137 * unitsPerMetre * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
      worst = Math.max(worst, Math.abs(toY(lat) - exact))
      const lon = (i / 1_000_003) * 360 - 180
      worst = Math.max(worst, Math.abs(toX(lon) - (lon / 180) * halfWorld))
    }
    expect(worst).toBeLessThan(0.502)
  })

  test('fits 32 bits and ends at the edges of the world', () => {
    expect([toX(180), toX(-180), toY(90), toY(-90), toY(maximumLatitude)].map(Math.abs)).toEqual(Array(5).fill(2_003_750_834))
    expect(halfWorld).toBeLessThan(2 ** 31)
  })

  test('comes back to the degree within a centimetre', () => {
    for (const [lon, lat] of [
      [44.366, 33.315],
      [-179.999, -84.9],
      [0, 0],
    ] as const) {
      expect(Math.abs(toLon(toX(lon)) - lon)).toBeLessThan(1e-7)
      expect(Math.abs(toLat(toY(lat)) - lat)).toBeLessThan(1e-7)
    }
  })
})
