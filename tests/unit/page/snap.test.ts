import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../../../renderer/page/drawing.ts'
import {
  aligned,
  distributed,
  guidesOf,
  type Handle,
  keepOnPage,
  pulled,
  pulledInShape,
  snap,
  snapResize,
} from '../../../renderer/page/snap.ts'
import { make, pageOf } from './content.ts'

const page = pageOf(make('title', { x: 20, y: 20, width: 60, height: 10 }), make('legend', { x: 200, y: 50, width: 40, height: 40 }))
const handles: Handle[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']
const anyBox: fc.Arbitrary<Box> = fc.record({
  x: fc.double({ min: -500, max: 500, noNaN: true }),
  y: fc.double({ min: -500, max: 500, noNaN: true }),
  width: fc.double({ min: 0.1, max: 800, noNaN: true }),
  height: fc.double({ min: 0.1, max: 800, noNaN: true }),
})

describe('an element that is moved', () => {
  const guides = guidesOf(page, ['moved'])

  it('comes to rest on a side of another, and shows the guide', () => {
    const { box, guides: shown } = snap({ x: 21, y: 100, width: 30, height: 30 }, guides, 2)
    expect(box.x).toBe(20)
    expect(shown).toContainEqual({ axis: 'x', at: 20, of: 'title' })
  })

  it('comes to rest with its middle on the middle of the page', () => {
    expect(snap({ x: 133, y: 130, width: 30, height: 7 }, guides, 1).box.x).toBe(133.5)
  })

  it('knows the margins', () => {
    expect(snap({ x: 9, y: 7.9, width: 3, height: 3 }, guides, 1.5).box).toMatchObject({ x: 8, y: 8 })
  })

  it('stays where it is when nothing is near, and is not snapped to itself', () => {
    const box = { x: 21.3, y: 117, width: 11, height: 4 }
    expect(snap(box, guidesOf(page, ['title', 'legend']), 1)).toEqual({ box, guides: [] })
  })

  it('never moves farther than the tolerance, nor changes its size', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const { box: after } = snap(box, guides, 3)
        expect(Math.abs(after.x - box.x)).toBeLessThanOrEqual(3 + 1e-9)
        expect(Math.abs(after.y - box.y)).toBeLessThanOrEqual(3 + 1e-9)
        expect([after.width, after.height]).toEqual([box.width, box.height])
      }),
    )
  })

  it('is kept on the page', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const kept = keepOnPage(box, page)
        expect(kept.x).toBeGreaterThanOrEqual(0)
        expect(kept.x + kept.width).toBeLessThanOrEqual(297 + 1e-9)
        expect(kept.y + kept.height).toBeLessThanOrEqual(210 + 1e-9)
      }),
    )
  })
})

describe('an element that is pulled at a handle', () => {
  it('moves only the sides of the handle to guides', () => {
    const box = { x: 100, y: 100, width: 99, height: 33 }
    expect(snapResize(box, 'e', guidesOf(page, []), 2).box).toEqual({ ...box, width: 100 })
    expect(snapResize(box, 'n', guidesOf(page, []), 2).box).toMatchObject({ x: 100, width: 99 })
  })

  it('keeps the other side where it is, and a least size', () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.constantFrom(...handles),
        fc.double({ min: -900, max: 900, noNaN: true }),
        fc.double({ min: -900, max: 900, noNaN: true }),
        (box, handle, dx, dy) => {
          const least = { width: Math.min(5, box.width), height: Math.min(5, box.height) }
          for (const after of [pulled(box, handle, dx, dy, least), pulledInShape(box, handle, dx, dy, least)]) {
            expect(after.width).toBeGreaterThanOrEqual(least.width - 1e-6)
            expect(after.height).toBeGreaterThanOrEqual(least.height - 1e-6)
            if (handle.includes('e')) expect(after.x).toBeCloseTo(box.x, 6)
            if (handle.includes('w')) expect(after.x + after.width).toBeCloseTo(box.x + box.width, 6)
            if (handle.includes('s')) expect(after.y).toBeCloseTo(box.y, 6)
            if (handle.includes('n')) expect(after.y + after.height).toBeCloseTo(box.y + box.height, 6)
          }
          const shape = pulledInShape(box, handle, dx, dy, least)
          expect(shape.width / shape.height / (box.width / box.height)).toBeCloseTo(1, 6)
        },
      ),
    )
  })
})

describe('several elements', () => {
  const boxes = new Map<string, Box>([
    ['a', { x: 10, y: 10, width: 20, height: 10 }],
    ['b', { x: 40, y: 30, width: 30, height: 20 }],
    ['c', { x: 100, y: 70, width: 10, height: 10 }],
  ])

  it('are brought into line with what surrounds them', () => {
    expect([...aligned(boxes, 'right', page).values()].map(({ x, width }) => x + width)).toEqual([110, 110, 110])
    expect([...aligned(boxes, 'middle', page).values()].map(({ y, height }) => y + height / 2)).toEqual([45, 45, 45])
  })

  it('are brought into line with the margins when there is one', () => {
    expect(aligned(new Map([['a', { x: 50, y: 50, width: 20, height: 10 }]]), 'left', page).get('a')?.x).toBe(8)
  })

  it('are spread with the same white between them', () => {
    const spread = distributed(boxes, 'x')
    const gap = (spread.get('b')?.x ?? 0) - 30
    expect((spread.get('c')?.x ?? 0) - (spread.get('b')?.x ?? 0) - 30).toBeCloseTo(gap)
    expect([spread.get('a')?.x, spread.get('c')?.x]).toEqual([10, 100])
  })
})
