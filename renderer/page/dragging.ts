/**
 * Dragging on a page, from where it began: the page as it would be if the hand let go now, and the guides that it rests on. Pure; the document is
 * changed once, when the hand lets go.
 */
import type { MapFrame, Page, PageBox, PageElement } from '../../electron/contract/page.ts'
import type { Box, Point } from './drawing.ts'
import { panned, turnedBy } from './frameMoves.ts'
import { type Guide, guidesOf, type Handle, leastSize, pulled, pulledInShape, snap, snapResize } from './snap.ts'

export type Drag =
  | { kind: 'move'; page: Page; ids: readonly string[]; from: Point }
  | { kind: 'resize'; page: Page; id: string; handle: Handle; from: Point }
  | { kind: 'pan'; page: Page; id: string; from: Point }
  | { kind: 'turn'; page: Page; id: string; from: Point }

export type DragOptions = {
  /** How near a guide draws, millimetres; 0 for not at all. */
  toleranceMm: number
  /** Moved along one axis only; pulled in shape, or an image out of it. */
  isHeld: boolean
}

export type Dragged = { page: Page; guides: readonly Guide[] }

export function dragged(drag: Drag, to: Point, options: DragOptions): Dragged {
  const by: Point = [to[0] - drag.from[0], to[1] - drag.from[1]]
  switch (drag.kind) {
    case 'move':
      return moved(drag.page, drag.ids, by, options)
    case 'resize':
      return resized(drag.page, drag.id, drag.handle, by, options)
    case 'pan':
      return { page: withFrame(drag.page, drag.id, (frame) => ({ ...frame, view: panned(frame, by) })), guides: [] }
    case 'turn':
      return {
        page: withFrame(drag.page, drag.id, (frame) => ({ ...frame, rotationDeg: turnedBy(frame, drag.from, to) })),
        guides: [],
      }
  }
}

/** Boxes that are another than they were. */
export function changedBoxes(before: Page, after: Page): Map<string, PageBox> {
  const known = new Map(before.elements.map(({ id, box }) => [id, box]))
  return new Map(after.elements.flatMap(({ id, box }) => (known.get(id) === box ? [] : [[id, tidyBox(box)] as const])))
}

/** Several are moved as one thing: what surrounds them comes to the guides. */
function moved(page: Page, ids: readonly string[], [x, y]: Point, { toleranceMm, isHeld }: DragOptions): Dragged {
  const carried = page.elements.filter(({ id, locked }) => ids.includes(id) && !locked)
  if (carried.length === 0) return { page, guides: [] }
  const [dx, dy] = !isHeld ? [x, y] : Math.abs(x) >= Math.abs(y) ? [x, 0] : [0, y]
  const around = surrounding(carried.map(({ box }) => box))
  const there = { ...around, x: around.x + dx, y: around.y + dy }
  const guides = guidesOf(page, ids).filter(({ axis }) => !isHeld || (axis === 'x' ? dx !== 0 : dy !== 0))
  const snapped = toleranceMm === 0 ? { box: there, guides: [] } : snap(there, guides, toleranceMm)
  const [byX, byY] = [snapped.box.x - around.x, snapped.box.y - around.y]
  return {
    page: withBoxes(page, new Map(carried.map(({ id, box }) => [id, onSchema({ ...box, x: box.x + byX, y: box.y + byY })]))),
    guides: snapped.guides,
  }
}

function resized(page: Page, id: string, handle: Handle, [dx, dy]: Point, { toleranceMm, isHeld }: DragOptions): Dragged {
  const element = page.elements.find((one) => one.id === id)
  if (element === undefined || element.locked) return { page, guides: [] }
  const least = leastSize(element.type)
  // What is smaller already may stay so.
  const room = { width: Math.min(least.width, element.box.width), height: Math.min(least.height, element.box.height) }
  if (keepsShape(element) !== isHeld) {
    return { page: withBoxes(page, new Map([[id, onSchema(pulledInShape(element.box, handle, dx, dy, room))]])), guides: [] }
  }
  const free = pulled(element.box, handle, dx, dy, room)
  const snapped = toleranceMm === 0 ? { box: free, guides: [] } : snapResize(free, handle, guidesOf(page, [id]), toleranceMm)
  return { page: withBoxes(page, new Map([[id, onSchema(snapped.box)]])), guides: snapped.guides }
}

const keepsShape = ({ type }: PageElement): boolean => type === 'image' || type === 'northArrow'

/** Moves without a pointer: no guides. */
export function nudged(page: Page, ids: readonly string[], [dx, dy]: Point): Map<string, PageBox> {
  const carried = page.elements.filter(({ id, locked }) => ids.includes(id) && !locked)
  return new Map(carried.map(({ id, box }) => [id, tidyBox(onSchema({ ...box, x: box.x + dx, y: box.y + dy }))]))
}

function withBoxes(page: Page, boxes: ReadonlyMap<string, PageBox>): Page {
  return { ...page, elements: page.elements.map((element) => ({ ...element, box: boxes.get(element.id) ?? element.box })) }
}

function withFrame(page: Page, id: string, change: (frame: MapFrame) => MapFrame): Page {
  return {
    ...page,
    elements: page.elements.map((element) => (element.id === id && element.type === 'mapFrame' ? change(element) : element)),
  }
}

export function surrounding(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** Within what a document may hold. */
function onSchema({ x, y, width, height }: Box): Box {
  const side = (value: number): number => Math.min(10_000, Math.max(0.1, value))
  const place = (value: number): number => Math.min(10_000, Math.max(-5_000, value))
  return { x: place(x), y: place(y), width: side(width), height: side(height) }
}

/** To a thousandth of a millimetre: finer than any printer, and readable in a file. */
const tidyBox = ({ x, y, width, height }: Box): PageBox => ({ x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height) })
const tidy = (mm: number): number => Math.round(mm * 1_000) / 1_000
