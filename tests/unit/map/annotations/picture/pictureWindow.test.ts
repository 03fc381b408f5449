import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areaOf,
  boxOfExtent,
  boxOfWindow,
  type Grid,
  type GridBox,
  grown,
  holds,
  joined,
  matrixFor,
  meet,
  onGrid,
  type PictureWindow,
  placeOn,
  uncovered,
  windowAround,
} from '../../../../../renderer/map/annotations/picture/pictureWindow.ts'

const anyGrid: fc.Arbitrary<Grid> = fc.record({
  resolution: fc.double({ min: 0.1, max: 20_000, noNaN: true }),
  rotation: fc.double({ min: -4, max: 4, noNaN: true }),
  pixelRatio: fc.constantFrom(1, 1.25, 2),
})
const anyPlace = fc.tuple(fc.double({ min: -2e7, max: 2e7, noNaN: true }), fc.double({ min: -2e7, max: 2e7, noNaN: true }))
const size = [800, 600] as const

const apply = ([a, b, c, d, e, f]: readonly number[], [x, y]: readonly [number, number]): [number, number] => [
  a! * x + c! * y + e!,
  b! * x + d! * y + f!,
]

/** Every whole pixel of some boxes, once each. */
const pixelsOf = (boxes: readonly GridBox[]): string[] =>
  boxes.flatMap(({ left, top, right, bottom }) =>
    Array.from(
      { length: (right - left) * (bottom - top) },
      (_, index) => `${left + (index % (right - left))} ${top + Math.floor(index / (right - left))}`,
    ),
  )

describe('A window of the grid', () => {
  test('shows its centre in its middle, to half a pixel, however the map is turned', () => {
    fc.assert(
      fc.property(anyGrid, anyPlace, (grid, center) => {
        const window = windowAround(center, size, grid)
        const [x, y] = apply(matrixFor(window), center)
        expect(Math.abs(x - window.width / 2)).toBeLessThanOrEqual(0.51)
        expect(Math.abs(y - window.height / 2)).toBeLessThanOrEqual(0.51)
      }),
    )
  })

  test('with a margin holds what is seen until the map has moved so far', () => {
    const view: PictureWindow = { resolution: 10, rotation: 0, pixelRatio: 1, x: 5, y: -7, width: 800, height: 600 }
    const picture = grown(view, 160)
    expect(picture).toMatchObject({ x: -155, y: -167, width: 1_120, height: 920 })
    expect(holds(picture, view)).toBe(true)
    expect(holds(picture, { ...view, x: view.x + 160, y: view.y - 160 })).toBe(true)
    expect(holds(picture, { ...view, x: view.x + 161 })).toBe(false)
    expect(holds(picture, { ...view, y: view.y - 161 })).toBe(false)
    expect(holds(picture, { ...view, resolution: 11 })).toBe(false)
    expect(holds(view, picture)).toBe(false)
  })

  test('has whole pixels, and what is painted once stays right when the map is moved', () => {
    fc.assert(
      fc.property(anyGrid, anyPlace, anyPlace, anyPlace, (grid, from, to, place) => {
        const [before, after] = [windowAround(from, size, grid), windowAround(to, size, grid)]
        expect([after.x, after.y, after.width, after.height].every(Number.isInteger)).toBe(true)
        const [x1, y1] = apply(matrixFor(before), place)
        const [x2, y2] = apply(matrixFor(after), place)
        expect(x2 - x1).toBeCloseTo(before.x - after.x, 3)
        expect(y2 - y1).toBeCloseTo(before.y - after.y, 3)
      }),
    )
  })

  test('of another scale or turn lies where its places are', () => {
    fc.assert(
      fc.property(anyGrid, anyGrid, (grid, other) => {
        const center: [number, number] = [5_000_000, 4_000_000]
        const picture = windowAround(center, size, grid)
        const view = windowAround(center, size, { ...other, resolution: grid.resolution * 1.7, pixelRatio: grid.pixelRatio })
        const place: [number, number] = [center[0] + 50 * grid.resolution, center[1] - 30 * grid.resolution]
        const [px, py] = apply(matrixFor(picture), place)
        const onScreen = apply(placeOn(view, picture), [px / picture.pixelRatio, py / picture.pixelRatio])
        const [vx, vy] = apply(matrixFor(view), place)
        expect(onScreen[0]).toBeCloseTo(vx / view.pixelRatio, 4)
        expect(onScreen[1]).toBeCloseTo(vy / view.pixelRatio, 4)
      }),
    )
  })

  test('covers an extent with a box, turned or not', () => {
    fc.assert(
      fc.property(anyGrid, anyPlace, fc.double({ min: 0, max: 1e6, noNaN: true }), (grid, [x, y], wide) => {
        const box = boxOfExtent([x, y, x + wide, y + wide / 2], grid)
        for (const place of [
          [x, y],
          [x + wide, y + wide / 2],
          [x + wide / 3, y + wide / 5],
        ] as const) {
          const [px, py] = onGrid(place, grid)
          expect(px >= box.left - 1e-6 && px <= box.right + 1e-6 && py >= box.top - 1e-6 && py <= box.bottom + 1e-6).toBe(true)
        }
      }),
    )
  })
})

const small = (x: number, y: number): PictureWindow => ({ resolution: 1, rotation: 0, pixelRatio: 1, x, y, width: 12, height: 9 })

describe('When the map is moved', () => {
  test('what has come into the picture is painted, every pixel once, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -15, max: 15 }), fc.integer({ min: -15, max: 15 }), (x, y) => {
        const [before, now] = [small(0, 0), small(x, y)]
        const painted = pixelsOf(uncovered(now, before))
        const wanted = pixelsOf([boxOfWindow(now)]).filter((pixel) => !new Set(pixelsOf([boxOfWindow(before)])).has(pixel))
        expect(painted.toSorted()).toEqual(wanted.toSorted())
      }),
    )
  })
})

describe('Boxes that changed', () => {
  const anyBox = fc
    .tuple(
      fc.double({ min: -4, max: 14, noNaN: true }),
      fc.double({ min: -4, max: 14, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
    )
    .map(([left, top, wide]): GridBox => ({ left, top, right: left + wide, bottom: top + wide / 2 }))

  test('are painted whole, within the picture, and no pixel twice', () => {
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 8 }), (boxes) => {
        const window = small(0, 0)
        const result = joined(boxes, window)
        const pixels = pixelsOf(result)
        expect(new Set(pixels).size).toBe(pixels.length)
        expect(areaOf(result)).toBe(pixels.length)
        const there = new Set(pixels)
        for (let x = 0; x < window.width; x += 1) {
          for (let y = 0; y < window.height; y += 1) {
            const pixel = { left: x, top: y, right: x + 1, bottom: y + 1 }
            if (boxes.some((box) => meet(box, pixel))) expect(there.has(`${x} ${y}`)).toBe(true)
          }
        }
        for (const box of result) expect(meet(box, boxOfWindow(window))).toBe(true)
      }),
    )
  })
})
