import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapFrame } from '../../../electron/contract/page.ts'
import { groundOfMap, panned, placeInFrame, scaledTo, turnedBy, zoomedAt } from '../../../renderer/page/frameMoves.ts'
import { frameView, placer } from '../../../renderer/page/mapView.ts'
import { frame as frameOf } from './content.ts'

const box = { x: 10, y: 30, width: 200, height: 160 }
const frame = (scale: number, center: [number, number] = [44, 33], rotationDeg = 0): MapFrame =>
  frameOf({ view: { kind: 'scale', center, scale }, rotationDeg }) as MapFrame

describe('a map that is dragged', () => {
  it('follows the hand', () => {
    const before = frame(2_500_000)
    const place = placeInFrame(before, [60, 100])!
    const view = panned(before, [25, 0])
    const [x, y] = placer(frameView({ ...before, view }), box)(place)
    expect(x).toBeCloseTo(85, 2)
    expect(y).toBeCloseTo(100, 2)
  })

  it('keeps its scale, which is a number that somebody chose', () => {
    expect(panned(frame(2_500_000), [12, -55])).toMatchObject({ kind: 'scale', scale: 2_500_000 })
  })

  it('keeps its magnification where it shows continents', () => {
    const before = frame(50_000_000)
    const after = { ...before, view: panned(before, [0, 40]) }
    expect(frameView(after).metresPerMm).toBeCloseTo(frameView(before).metresPerMm, 3)
  })

  it('goes on over the antimeridian', () => {
    const view = panned(frame(10_000_000, [179, 10]), [-60, 0])
    // 600 km at 10° of latitude.
    const east = 600_000 / (111_319.49 * Math.cos((10 * Math.PI) / 180))
    expect(view.kind === 'scale' && view.center[0]).toBeCloseTo(179 + east - 360, 3)
  })

  it('is turned along with its frame', () => {
    const before = frame(2_500_000, [44, 33], 90)
    const view = panned(before, [0, 30])
    // Turned clockwise by a quarter, downward on the page is eastward on the ground: what was in the west comes into the middle… of the page.
    expect(view.kind === 'scale' && view.center[1]).toBeCloseTo(33, 6)
    expect(view.kind === 'scale' && view.center[0]).not.toBeCloseTo(44, 2)
  })
})

describe('a map that is zoomed', () => {
  it('keeps the place under the pointer there', () => {
    const point = fc.tuple(fc.double({ min: 11, max: 209, noNaN: true }), fc.double({ min: 31, max: 189, noNaN: true }))
    const times = fc.double({ min: 0.2, max: 5, noNaN: true })
    fc.assert(
      fc.property(point, times, fc.integer({ min: -180, max: 180 }), (at, by, turned) => {
        const before = frame(2_500_000, [44, 33], turned)
        const place = placeInFrame(before, at)!
        const view = zoomedAt(before, at, by)
        const [x, y] = placer(frameView({ ...before, view }), box)(place)
        expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.001)
      }),
    )
  })

  it('stays within the scales that there are', () => {
    const nearest = zoomedAt(frame(20), [110, 110], 1_000)
    expect(nearest.kind === 'scale' && nearest.scale).toBeCloseTo(10, 6)
    const farthest = zoomedAt(frame(900_000_000, [0, 0]), [110, 110], 0.001)
    expect(farthest.kind === 'scale' && farthest.scale).toBeLessThanOrEqual(1e9)
  })

  it('takes a scale that is typed, at the centre that it has', () => {
    const ofBox = frameOf() as MapFrame
    const view = scaledTo(ofBox, 1_000_000)
    expect(view).toEqual({ kind: 'scale', center: frameView(ofBox).center, scale: 1_000_000 })
  })
})

describe('a map that is turned', () => {
  it('turns with the hand about the middle of its frame, up to half a turn', () => {
    expect(turnedBy(frame(1_000_000), [110, 60], [160, 110])).toBe(90)
    expect(turnedBy(frame(1_000_000, [44, 33], 135), [110, 60], [160, 110])).toBe(-135)
    expect(turnedBy(frame(1_000_000, [44, 33], 180), [110, 60], [110, 60])).toBe(180)
  })
})

describe("the ground of the window's map", () => {
  it('is what the window shows', () => {
    const [west, south, east, north] = groundOfMap([44, 33], 1_000, { width: 1000, height: 500 })
    expect(east - west).toBeCloseTo(1_000_000 / 111_319.49, 3)
    expect(south).toBeLessThan(33)
    expect(north).toBeGreaterThan(33)
  })

  it('is the world where the window shows more', () => {
    expect(groundOfMap([0, 0], 50_000, { width: 1000, height: 2000 })).toEqual([-180, -85, 180, 85])
  })
})

it('knows no place outside the frame', () => {
  expect(placeInFrame(frame(1_000_000), [5, 100])).toBeNull()
})
