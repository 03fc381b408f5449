import { describe, expect, it } from 'vitest'
import { dropAt, type RowBox, scrollStep } from '../../../../renderer/app/layers/dropPlace.ts'
import { visibleRows } from '../../../../renderer/app/layers/rows.ts'
import type { MapDocument } from '../../../../electron/contract/document.ts'
import { moveNode } from '../../../../renderer/document/commands.ts'
import { beginHistory, run } from '../../../../renderer/document/history.ts'
import { documentOf, group, layer, outline } from '../../document/documents.ts'

const rowPx = 30

const boxesOf = (document: MapDocument): RowBox[] =>
  visibleRows(document.layers).map(({ node }, at) => ({ id: node.id, top: at * rowPx, headHeight: rowPx, bottom: (at + 1) * rowPx }))

/** @param y in rows: 1.1 is a tenth into the second row */
function dropped(document: MapDocument, dragged: string, y: number): string {
  const drop = dropAt(document, boxesOf(document), dragged, y * rowPx)
  if (drop === null) return 'nowhere'
  return outline(run(beginHistory(document), moveNode(document, dragged, drop.place)).document)
}

describe('dropping a row', () => {
  const flat = documentOf(layer('a'), layer('b'), layer('c'), layer('d'))
  // Rows: a 0, g 1, b 2, c 3, h 4 (closed), d 5
  const grouped = documentOf(layer('a'), group('g', [layer('b'), layer('c')]), group('h', [layer('e')], { expanded: false }), layer('d'))

  it.each([
    ['a', 1.1, 'a b c d'],
    ['a', 1.9, 'b a c d'],
    ['a', 2.4, 'b a c d'],
    ['a', 9, 'b c d a'],
    ['d', -5, 'd a b c'],
    ['d', 1.2, 'a d b c'],
    ['b', 1.5, 'a b c d'],
  ])('puts %s, let go at row %d, where the line is', (dragged, y, result) => {
    expect(dropped(flat, dragged, y)).toBe(result)
  })

  it.each([
    ['a', 1.1, 'a (g: b c) (h: e) d'],
    ['d', 1.1, 'a d (g: b c) (h: e)'],
    ['a', 1.8, '(g: a b c) (h: e) d'],
    ['a', 2.9, '(g: b a c) (h: e) d'],
    ['a', 3.9, '(g: b c a) (h: e) d'],
    ['c', 2.1, 'a (g: c b) (h: e) d'],
    ['b', 4.1, 'a (g: c) b (h: e) d'],
    ['b', 4.8, 'a (g: c) (h: b e) d'],
    ['b', 0.1, 'b a (g: c) (h: e) d'],
    ['c', 8, 'a (g: b) (h: e) d c'],
  ])('takes layer %s into groups and out of them at row %d', (dragged, y, result) => {
    expect(dropped(grouped, dragged, y)).toBe(result)
  })

  it.each([
    ['h', 0.2, '(h: e) a (g: b c) d'],
    ['h', 1.9, 'a (h: e) (g: b c) d'],
    ['h', 3.6, 'a (g: b c) (h: e) d'],
    ['g', 4.9, 'a (h: e) (g: b c) d'],
    ['g', 9, 'a (h: e) d (g: b c)'],
  ])('keeps group %s at the top level at row %d', (dragged, y, result) => {
    expect(dropped(grouped, dragged, y)).toBe(result)
  })

  it('marks the group that takes the layer, and otherwise the line at the level it goes to', () => {
    const mark = (y: number) => dropAt(grouped, boxesOf(grouped), 'd', y * rowPx)?.mark
    expect(mark(4.8)).toEqual({ kind: 'into', group: 'h' })
    expect(mark(1.8)).toEqual({ kind: 'line', y: 60, level: 2 })
    expect(mark(2.9)).toEqual({ kind: 'line', y: 90, level: 2 })
    expect(mark(0.1)).toEqual({ kind: 'line', y: 0, level: 1 })
  })

  it('does nothing when the rows are not those of the document any more', () => {
    expect(dropAt(flat, boxesOf(grouped), 'a', 40)).toBeNull()
    expect(dropAt(flat, boxesOf(flat), 'x', 40)).toBeNull()
  })
})

describe('scrolling while dragging', () => {
  it('goes faster the nearer the end is, and rests in the middle', () => {
    expect(scrollStep(200, 0, 400)).toBe(0)
    expect(scrollStep(20, 0, 400)).toBeLessThan(0)
    expect(scrollStep(2, 0, 400)).toBeLessThan(scrollStep(20, 0, 400))
    expect(scrollStep(398, 0, 400)).toBeGreaterThan(scrollStep(380, 0, 400))
    expect(scrollStep(-500, 0, 400)).toBe(-12)
  })
})
