import { describe, expect, it } from 'vitest'
import {
  boxOf,
  covers,
  fills,
  fineFrame,
  type Frame,
  holeIn,
  isExact,
  isLike,
  isNearEdge,
  isOfUse,
  matrixOn,
  placeOf,
  shareOf,
  wideFrame,
} from '../../../../renderer/map/painter/frame.ts'

const view: Frame = { center: [1_000, 2_000], resolution: 10, width: 801, height: 600, pixelRatio: 1, rotation: 0 }
const moved = (dx: number, dy: number): Frame => ({ ...view, center: [1_000 + dx * 10, 2_000 + dy * 10] })

describe('the sharp picture', () => {
  it('has the pixels of the view, and whole ones around them', () => {
    const fine = fineFrame(view)
    const { x, y, scale } = placeOf(fine, view)
    expect([x, y, scale]).toEqual([-160, -120, 1])
    expect([fine.width, fine.height]).toEqual([1_121, 840])
    expect(isExact(fine, view)).toBe(true)
  })

  it('is exact after a pan by whole pixels, as long as it reaches; not after one by half of a pixel', () => {
    const fine = fineFrame(view)
    expect([isExact(fine, moved(30, -20)), isExact(fine, moved(30.5, 0)), isExact(fine, moved(161, 0))]).toEqual([true, false, false])
    expect([covers(fine, moved(160, 0)), covers(fine, moved(0, 122))]).toEqual([true, false])
  })

  it('is replaced before its margin is used up', () => {
    const fine = fineFrame(view)
    expect([isNearEdge(fine, moved(50, 40)), isNearEdge(fine, moved(81, 0)), isNearEdge(fine, moved(0, -61))]).toEqual([false, true, true])
  })

  it('reaches a share of a view that has moved on', () => {
    const fine = fineFrame(view)
    expect(shareOf(fine, view)).toBe(1)
    expect(shareOf(view, moved(0, 300))).toBeCloseTo(0.5)
    expect(shareOf(fine, moved(0, 420))).toBeCloseTo(0.5)
    expect(shareOf(fine, moved(2_000, 0))).toBe(0)
    expect(shareOf(view, { ...view, resolution: 20 })).toBeCloseTo(0.25)
    expect(shareOf(view, { ...view, resolution: 5 })).toBe(1)
  })

  it('is another one for another scale, another turn or another screen', () => {
    const fine = fineFrame(view)
    expect(isLike(fine, { ...view, resolution: 10.1 })).toBe(false)
    expect(isLike(fine, { ...view, rotation: 0.1 })).toBe(false)
    expect(isLike(fine, { ...view, pixelRatio: 2 })).toBe(false)
  })

  it('has no margin when it is a page', () => {
    const page = { ...view, width: 7_016, height: 4_961 }
    expect(fineFrame(page)).toBe(page)
  })
})

describe('any picture', () => {
  it('lies where its box is in the view', () => {
    const picture: Frame = { ...view, center: [2_000, 2_500], resolution: 20, width: 100, height: 50 }
    const { x, y, scale } = placeOf(picture, view)
    const [west, , , north] = boxOf(picture)
    const [viewWest, , , viewNorth] = boxOf(view)
    expect([x, y, scale]).toEqual([(west - viewWest) / 10, (viewNorth - north) / 10, 2])
  })

  it('that is wide has as many pixels and goes three times as far', () => {
    const wide = wideFrame(view)
    expect([wide.width, wide.resolution, wide.pixelRatio]).toEqual([801, 30, 1 / 3])
  })

  it('is worth waiting for when it will be seen, in about the right scale', () => {
    expect([isOfUse(view, moved(400, 0)), isOfUse(view, moved(900, 0))]).toEqual([true, false])
    expect([
      isOfUse(view, { ...view, resolution: 19 }),
      isOfUse(view, { ...view, resolution: 22 }),
      isOfUse(view, { ...view, resolution: 4 }),
    ]).toEqual([true, false, false])
  })
})

describe('a picture on the screen', () => {
  /** Where a pixel of the picture is seen, in CSS pixels from the corner of the map. */
  const seen = ([a, b, c, d, e, f]: readonly number[], [x, y]: readonly [number, number]): number[] =>
    [a! * x + c! * y + e!, b! * x + d! * y + f!].map((value) => Math.round(value * 1e6) / 1e6)

  it('has its pixels on those of the screen, after a pan by parts of a pixel too, and with two to a CSS pixel', () => {
    const fine = fineFrame(view)
    expect(matrixOn(view, [801, 600], fine)).toEqual([1, 0, -0, 1, -160, -120])
    expect(matrixOn(moved(10.4, 0), [801, 600], fine).slice(4)).toEqual([-170, -120])
    const dense: Frame = { ...view, resolution: 5, width: 1_603, height: 1_200, pixelRatio: 2 }
    const [a, , , , left, top] = matrixOn(dense, [801.5, 600], fineFrame(dense))
    expect([a, left * 2, top * 2]).toEqual([0.5, -321, -240])
  })

  it('is stretched about the same places of the map while it is of another scale', () => {
    const coarse = wideFrame(view)
    const matrix = matrixOn(view, [801, 600], coarse)
    expect(seen(matrix, [coarse.width / 2, coarse.height / 2])).toEqual([400.5, 300])
    expect(seen(matrix, [0, 0])).toEqual([-801, -600])
  })

  it('is turned about the middle of the map', () => {
    const turned = { ...view, rotation: Math.PI / 2 }
    const matrix = matrixOn(turned, [801, 600], turned)
    expect(seen(matrix, [400.5, 300])).toEqual([400.5, 300])
    // North is at the right.
    expect(seen(matrix, [400.5, 0])).toEqual([700.5, 300])
  })

  it('leaves a hole of whole pixels in the coarse one, within what it covers', () => {
    const [coarse, fine] = [wideFrame(view), fineFrame(view)]
    expect(holeIn(coarse, fine)).toEqual([214, 160, 373, 280])
    expect(holeIn(fine, { ...view, center: [1_004, 2_000], width: 1, height: 1 })[2]).toBe(0)
  })

  it('is all that is seen where it reaches over all edges', () => {
    const fine = fineFrame(view)
    expect([fills(fine, view), fills(fine, moved(161, 0)), fills(fine, { ...view, resolution: 20 })]).toEqual([true, false, false])
  })
})
