/** What of a page is under the pointer. Pure; all in millimetres. */
import type { Page, PageElement } from '../../electron/contract/page.ts'
import { bottom, inset, right } from './boxes.ts'
import type { Box, PageDrawing, Point } from './drawing.ts'
import type { Handle } from './snap.ts'

/** `inside` of a map frame is its map; its `edge` is the frame itself. Other elements are one thing. */
export type Hit = { id: string; part: 'edge' | 'inside' }

/** @returns the topmost element at a point. @param reachMm how far from an edge it still counts */
export function elementAt(page: Page, drawing: PageDrawing, point: Point, reachMm: number): Hit | null {
  for (const element of page.elements.toReversed()) {
    if (!element.visible) continue
    const box = coveredBy(element, drawing)
    if (!holds(grown(box, reachMm), point)) continue
    const isAtEdge = !holds(inset(box, reachMm), point)
    if (element.type === 'mapFrame' || element.type === 'inset') {
      if (element.type === 'mapFrame' && !isAtEdge) return { id: element.id, part: 'inside' }
      return { id: element.id, part: 'edge' }
    }
    // Through a neat line one takes hold of what is in it.
    if (isHollow(element) && !isAtEdge) continue
    return { id: element.id, part: 'edge' }
  }
  return null
}

/** Elements that a rectangle drawn by hand holds whole. */
export function elementsWithin(page: Page, drawing: PageDrawing, around: Box): string[] {
  return page.elements
    .filter((element) => element.visible && !element.locked)
    .filter((element) => {
      const box = coveredBy(element, drawing)
      return box.x >= around.x && box.y >= around.y && right(box) <= right(around) && bottom(box) <= bottom(around)
    })
    .map(({ id }) => id)
}

/** What is drawn of an element may be smaller than its box; what draws nothing can be taken hold of in its box. */
export function coveredBy(element: PageElement, { elements }: PageDrawing): Box {
  const drawn = elements.find(({ id }) => id === element.id)
  return drawn === undefined || drawn.marks.length === 0 ? element.box : drawn.box
}

const isHollow = ({ type, panel }: PageElement): boolean => type === 'rectangle' && (panel.fill === null || panel.fillOpacity === 0)
const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by })
const holds = (box: Box, [x, y]: Point): boolean => x >= box.x && y >= box.y && x <= right(box) && y <= bottom(box)

/** Where the handles of a box are, in parts of its width and height. */
export const handles: readonly { handle: Handle; at: readonly [number, number] }[] = [
  { handle: 'nw', at: [0, 0] },
  { handle: 'n', at: [0.5, 0] },
  { handle: 'ne', at: [1, 0] },
  { handle: 'e', at: [1, 0.5] },
  { handle: 'se', at: [1, 1] },
  { handle: 's', at: [0.5, 1] },
  { handle: 'sw', at: [0, 1] },
  { handle: 'w', at: [0, 0.5] },
]
