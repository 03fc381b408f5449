import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfWorldM } from '../../../../renderer/document/geodesy/mercator.ts'
import { nearWorld, pixelOf, pixelsToMetres, pointAt, type Screen } from '../../../../renderer/map/annotations/tools/screen.ts'

const screen = (rotation: number): Screen => ({ widthPx: 800, heightPx: 600, center: [100, 200], resolution: 2, rotation })

describe('pixels and metres', () => {
  test('the middle of the screen is the centre of the view', () => {
    expect(pointAt(screen(1), [400, 300])).toEqual([100, 200])
  })

  test('on an unturned map, x goes to the right and y upward', () => {
    expect(pixelOf(screen(0), [120, 240])).toEqual([410, 280])
  })

  test('a map turned clockwise by a quarter has north at its right', () => {
    const [x, y] = pixelOf(screen(Math.PI / 2), [100, 220])
    expect([x, y]).toEqual([410, expect.closeTo(300)])
  })

  test('there and back at every rotation', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        (rotation, x, y) => {
          const back = pixelOf(screen(rotation), pointAt(screen(rotation), [x, y]))
          expect(back[0]).toBeCloseTo(x, 6)
          expect(back[1]).toBeCloseTo(y, 6)
          const { dxM, dyM } = pixelsToMetres(screen(rotation), [10, -4])
          const from = pointAt(screen(rotation), [x, y])
          const moved = pixelOf(screen(rotation), [from[0] + dxM, from[1] + dyM])
          expect(moved[0]).toBeCloseTo(x + 10, 6)
          expect(moved[1]).toBeCloseTo(y - 4, 6)
        },
      ),
    )
  })

  test('a place beyond the antimeridian is brought to the turn that is asked for', () => {
    expect(nearWorld([-halfWorldM + 5, 0], halfWorldM)[0]).toBeCloseTo(halfWorldM + 5)
    expect(nearWorld([7, 1], 0)).toEqual([7, 1])
  })
})
