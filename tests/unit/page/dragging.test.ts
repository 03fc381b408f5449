import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PageBox } from '../../../electron/contract/page.ts'
import { changedBoxes, dragged, nudged } from '../../../renderer/page/dragging.ts'
import type { Handle } from '../../../renderer/page/snap.ts'
import { frame, make, pageOf } from './content.ts'

const title = make('title', { x: 20, y: 20, width: 60, height: 10 })
const legend = make('legend', { x: 200, y: 50, width: 40, height: 40 })
const locked = make('credits', { x: 20, y: 190, width: 100, height: 8 }, { locked: true })
const logo = make('image', { x: 100, y: 100, width: 30, height: 15 }, { aspect: 2 })
const page = pageOf(frame(), title, legend, locked, logo)
const free = { toleranceMm: 0, isHeld: false }
const boxOf = (of: typeof page, id: string) => of.elements.find((element) => element.id === id)!.box

describe('elements that are moved', () => {
  it('go as far as the hand, all of them', () => {
    const { page: after } = dragged({ kind: 'move', page, ids: ['title', 'legend'], from: [30, 25] }, [33, 32], free)
    expect(boxOf(after, 'title')).toEqual({ ...title.box, x: 23, y: 27 })
    expect(boxOf(after, 'legend')).toEqual({ ...legend.box, x: 203, y: 57 })
    expect([...changedBoxes(page, after).keys()]).toEqual(['title', 'legend'])
  })

  it('come to rest on a guide, which is told', () => {
    const { page: after, guides } = dragged({ kind: 'move', page, ids: ['title'], from: [30, 25] }, [30, 115.6], {
      toleranceMm: 1,
      isHeld: false,
    })
    // Its lower edge meets the middle of something, or an edge.
    expect(guides.length).toBeGreaterThan(0)
    expect(Math.abs(boxOf(after, 'title').y - 110.6)).toBeLessThanOrEqual(1)
  })

  it('are held to one axis', () => {
    const { page: after } = dragged({ kind: 'move', page, ids: ['title'], from: [0, 0] }, [3, 20], { toleranceMm: 0, isHeld: true })
    expect(boxOf(after, 'title')).toEqual({ ...title.box, y: 40 })
  })

  it('stay where they are when they are locked', () => {
    const { page: after } = dragged({ kind: 'move', page, ids: ['credits'], from: [0, 0] }, [50, 50], free)
    expect(changedBoxes(page, after).size).toBe(0)
    expect(nudged(page, ['credits', 'title'], [1, 0])).toEqual(new Map([['title', { ...title.box, x: 21 }]]))
  })
})

describe('elements that are pulled', () => {
  it('change on the side that is pulled', () => {
    const { page: after } = dragged({ kind: 'resize', page, id: 'legend', handle: 'w', from: [200, 70] }, [190, 75], free)
    expect(boxOf(after, 'legend')).toEqual({ x: 190, y: 50, width: 50, height: 40 })
  })

  it('keep the shape of a picture, unless it is held', () => {
    const drag = { kind: 'resize' as const, page, id: 'image', handle: 'se' as const, from: [130, 115] as const }
    const shaped = boxOf(dragged(drag, [160, 116], free).page, 'image')
    expect(shaped.width / shaped.height).toBeCloseTo(2, 9)
    expect(boxOf(dragged(drag, [160, 116], { ...free, isHeld: true }).page, 'image')).toMatchObject({ width: 60, height: 16 })
  })

  it('stay what a document may hold, wherever the hand goes', () => {
    const at = fc.tuple(fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: -1e5, max: 1e5, noNaN: true }))
    const handle = fc.constantFrom<Handle>('n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw')
    fc.assert(
      fc.property(at, handle, fc.constantFrom('title', 'image', 'legend'), fc.boolean(), (to, pulledAt, id, isHeld) => {
        const resized = dragged({ kind: 'resize', page, id, handle: pulledAt, from: [0, 0] }, to, { toleranceMm: 2, isHeld })
        for (const box of changedBoxes(page, resized.page).values()) PageBox.parse(box)
        const moved = dragged({ kind: 'move', page, ids: [id], from: [0, 0] }, to, { toleranceMm: 2, isHeld })
        for (const box of changedBoxes(page, moved.page).values()) PageBox.parse(box)
      }),
    )
  })
})

it('moves the map in its frame, and not the frame', () => {
  const { page: after } = dragged({ kind: 'pan', page, id: 'map', from: [50, 50] }, [70, 60], free)
  expect(boxOf(after, 'map')).toEqual(boxOf(page, 'map'))
  expect(changedBoxes(page, after).size).toBe(0)
  expect(after.elements[0]).toMatchObject({ type: 'mapFrame', view: { kind: 'scale' } })
})
