import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clampedTop,
  groundPx,
  isScaled,
  lastTop,
  maxGroundPx,
  pageRows,
  rowPx,
  rowsInView,
  scrollOfTop,
  topOfScroll,
  topShowing,
} from '../../../../renderer/app/table/rowWindow.ts'

const grounds = fc.record({ rows: fc.nat(30_000_000), viewPx: fc.integer({ min: 0, max: 2_000 }) })

describe('a long list', () => {
  test('is never higher on the screen than a browser draws', () => {
    expect(groundPx({ rows: 1_000_000, viewPx: 300 })).toBe(maxGroundPx)
    expect(groundPx({ rows: 100, viewPx: 300 })).toBe(100 * rowPx)
    expect(isScaled({ rows: 100_000, viewPx: 300 })).toBe(false)
    expect(isScaled({ rows: 1_000_000, viewPx: 300 })).toBe(true)
  })

  test('has its first row at the upper end of the scroll bar and its last one at the lower', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        expect(topOfScroll(ground, 0)).toBe(0)
        const end = topOfScroll(ground, groundPx(ground) - ground.viewPx)
        expect(end).toBe(lastTop(ground))
        expect(rowsInView(ground, end).end).toBe(ground.viewPx === 0 && ground.rows > 0 ? rowsInView(ground, end).end : ground.rows)
      }),
    )
  })

  test('comes back to its place from the scroll bar', () => {
    fc.assert(
      fc.property(grounds, fc.double({ min: 0, max: 1, noNaN: true }), (ground, share) => {
        const top = share * lastTop(ground)
        expect(topOfScroll(ground, scrollOfTop(ground, top))).toBeCloseTo(top, 3)
      }),
    )
  })

  test('shows every row of its view, and none beside it', () => {
    fc.assert(
      fc.property(grounds, fc.double({ min: 0, max: 1, noNaN: true }), (ground, share) => {
        fc.pre(ground.rows > 0 && ground.viewPx > 0)
        const top = clampedTop(ground, share * lastTop(ground))
        const { first, end, offsetPx } = rowsInView(ground, top)
        expect(offsetPx).toBeLessThanOrEqual(0)
        expect(offsetPx).toBeGreaterThan(-rowPx)
        const bottom = offsetPx + (end - first) * rowPx
        expect(end === ground.rows || bottom >= ground.viewPx).toBe(true)
        expect(bottom - rowPx).toBeLessThan(ground.viewPx)
      }),
    )
  })

  test('brings a row wholly into view by the shortest way', () => {
    const ground = { rows: 1_000_000, viewPx: 100 }
    expect(topShowing(ground, 0, 2)).toBe(0)
    expect(topShowing(ground, 0, 3)).toBe(4 * rowPx - 100)
    expect(topShowing(ground, 500, 10)).toBe(260)
    const top = topShowing(ground, 0, 999_999)
    expect(top).toBe(lastTop(ground))
    expect(rowsInView(ground, top)).toMatchObject({ end: 1_000_000 })
  })

  test('goes on a page at a time, with one row of the page before', () => {
    expect(pageRows({ rows: 100, viewPx: 10 * rowPx + 5 })).toBe(9)
    expect(pageRows({ rows: 100, viewPx: 10 })).toBe(1)
  })

  test('may be empty', () => {
    expect(rowsInView({ rows: 0, viewPx: 300 }, 0)).toEqual({ first: 0, end: 0, offsetPx: 0 })
  })
})
