import { describe, expect, it } from 'vitest'
import {
  boxOf,
  covers,
  fineFrame,
  type Frame,
  isExact,
  isLike,
  isNearEdge,
  isOfUse,
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
