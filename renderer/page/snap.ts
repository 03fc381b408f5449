/** Moving and resizing by hand: elements come to rest on guides, stay on the page, and keep a size at which they can be read. All in millimetres. */
import type { ElementType, Page } from '../../electron/contract/page.ts'
import { bottom, inset, middle, right } from './boxes.ts'
import type { Box } from './drawing.ts'
import { sizeMm } from './units.ts'

export type Guide = {
  /** `x` is an upright line, `y` a level one. */
  axis: 'x' | 'y'
  at: number
  /** What it belongs to; the page's edges, margins and middle are 'page'. */
  of: string
}

/** Which side is pulled; null where an element is moved as a whole. */
export type Handle = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw'

export type Snapped = {
  box: Box
  /** The guides that it rests on, to be shown. */
  guides: Guide[]
}

/** The page's edges, margins and middle, and the sides and middles of the elements that are not moved. */
export function guidesOf(page: Page, moved: readonly string[]): Guide[] {
  const { width, height } = sizeMm(page.size)
  const sheet = { x: 0, y: 0, width, height }
  const others = page.elements.filter(({ id, visible }) => visible && !moved.includes(id))
  return [sheet, ...(page.marginMm > 0 ? [inset(sheet, page.marginMm)] : [])]
    .flatMap((box) => linesOf(box, 'page'))
    .concat(others.flatMap(({ id, box }) => linesOf(box, id)))
}

const linesOf = (box: Box, of: string): Guide[] => [
  ...[box.x, middle(box)[0], right(box)].map((at): Guide => ({ axis: 'x', at, of })),
  ...[box.y, middle(box)[1], bottom(box)].map((at): Guide => ({ axis: 'y', at, of })),
]

/** A box that is moved: its nearest side or middle comes to the guide. @param toleranceMm how near it must be */
export function snap(box: Box, guides: readonly Guide[], toleranceMm: number): Snapped {
  const x = nearest([box.x, middle(box)[0], right(box)], guides, 'x', toleranceMm)
  const y = nearest([box.y, middle(box)[1], bottom(box)], guides, 'y', toleranceMm)
  const snapped = { ...box, x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) }
  return { box: snapped, guides: guidesAt(snapped, guides, [x?.guide, y?.guide]) }
}

/** A box that is pulled at a handle: only the sides that move come to guides. */
export function snapResize(box: Box, handle: Handle, guides: readonly Guide[], toleranceMm: number): Snapped {
  const sideX = handle.includes('w') ? box.x : handle.includes('e') ? right(box) : null
  const sideY = handle.includes('n') ? box.y : handle.includes('s') ? bottom(box) : null
  const x = sideX === null ? null : nearest([sideX], guides, 'x', toleranceMm)
  const y = sideY === null ? null : nearest([sideY], guides, 'y', toleranceMm)
  const snapped = pulled(box, handle, x?.by ?? 0, y?.by ?? 0)
  return { box: snapped, guides: guidesAt(snapped, guides, [x?.guide, y?.guide]) }
}

/** Pulls a side or corner. It does not go beyond the side that stays. */
export function pulled(
  box: Box,
  handle: Handle,
  dx: number,
  dy: number,
  least: { width: number; height: number } = { width: 0.1, height: 0.1 },
): Box {
  const byX = handle.includes('w')
    ? Math.min(dx, box.width - least.width)
    : handle.includes('e')
      ? Math.max(dx, least.width - box.width)
      : 0
  const byY = handle.includes('n')
    ? Math.min(dy, box.height - least.height)
    : handle.includes('s')
      ? Math.max(dy, least.height - box.height)
      : 0
  return {
    x: handle.includes('w') ? box.x + byX : box.x,
    y: handle.includes('n') ? box.y + byY : box.y,
    width: box.width + (handle.includes('w') ? -byX : byX),
    height: box.height + (handle.includes('n') ? -byY : byY),
  }
}

/** As {@link pulled}, with the proportions kept; the farther pull decides. */
export function pulledInShape(
  box: Box,
  handle: Handle,
  dx: number,
  dy: number,
  least: { width: number; height: number } = { width: 0.1, height: 0.1 },
): Box {
  const free = pulled(box, handle, dx, dy, least)
  const [across, down] = [free.width / box.width, free.height / box.height]
  const wanted = handle.length === 1 ? (handle === 'e' || handle === 'w' ? across : down) : Math.max(across, down)
  const times = Math.max(wanted, least.width / box.width, least.height / box.height)
  const [width, height] = [box.width * times, box.height * times]
  return {
    x: handle.includes('w') ? right(box) - width : handle.includes('e') ? box.x : middle(box)[0] - width / 2,
    y: handle.includes('n') ? bottom(box) - height : handle.includes('s') ? box.y : middle(box)[1] - height / 2,
    width,
    height,
  }
}

/** Moves a box back, so that none of it hangs over the edge; one that is larger than the page is made as large as that. */
export function keepOnPage(box: Box, page: Page): Box {
  const sheet = sizeMm(page.size)
  const [width, height] = [Math.min(box.width, sheet.width), Math.min(box.height, sheet.height)]
  return { x: Math.min(sheet.width - width, Math.max(0, box.x)), y: Math.min(sheet.height - height, Math.max(0, box.y)), width, height }
}

/** Smaller than this, an element of an A4 page cannot be read or taken hold of. */
export const leastSize = (type: ElementType): { width: number; height: number } => leastSizes[type] ?? { width: 5, height: 3 }

const leastSizes: Partial<Record<ElementType, { width: number; height: number }>> = {
  mapFrame: { width: 10, height: 10 },
  legend: { width: 12, height: 6 },
  scaleBar: { width: 20, height: 5 },
  northArrow: { width: 4, height: 4 },
  inset: { width: 8, height: 8 },
  rectangle: { width: 0.2, height: 0.2 },
}

type Near = { by: number; guide: Guide }

function nearest(sides: readonly number[], guides: readonly Guide[], axis: Guide['axis'], toleranceMm: number): Near | null {
  let best: Near | null = null
  for (const guide of guides) {
    if (guide.axis !== axis) continue
    for (const side of sides) {
      const by = guide.at - side
      if (Math.abs(by) <= toleranceMm && (best === null || Math.abs(by) < Math.abs(best.by) - 1e-9)) best = { by, guide }
    }
  }
  return best
}

/** All guides that the box rests on along the axes on which it came to rest: it may be in line with several. */
function guidesAt(box: Box, guides: readonly Guide[], found: readonly (Guide | undefined)[]): Guide[] {
  const sides = { x: [box.x, middle(box)[0], right(box)], y: [box.y, middle(box)[1], bottom(box)] }
  const axes = new Set(found.flatMap((guide) => (guide === undefined ? [] : [guide.axis])))
  return guides.filter(({ axis, at }) => axes.has(axis) && sides[axis].some((side) => Math.abs(side - at) < 1e-6))
}

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** Brings boxes into line: with the page when there is one, else with what surrounds them all. */
export function aligned(boxes: ReadonlyMap<string, Box>, to: Alignment, page: Page): Map<string, Box> {
  const all = [...boxes.values()]
  const { width, height } = sizeMm(page.size)
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]
  const around: Box =
    all.length === 1
      ? inset({ x: 0, y: 0, width, height }, page.marginMm)
      : { x: left, y: top, width: Math.max(...all.map(right)) - left, height: Math.max(...all.map(bottom)) - top }
  return new Map([...boxes].map(([id, box]) => [id, { ...box, ...placeIn(box, around, to) }]))
}

function placeIn(box: Box, around: Box, to: Alignment): Partial<Box> {
  if (to === 'left') return { x: around.x }
  if (to === 'right') return { x: right(around) - box.width }
  if (to === 'center') return { x: middle(around)[0] - box.width / 2 }
  if (to === 'top') return { y: around.y }
  if (to === 'bottom') return { y: bottom(around) - box.height }
  return { y: middle(around)[1] - box.height / 2 }
}

/** The same white between boxes that stand side by side, or one under the other. The outermost stay. */
export function distributed(boxes: ReadonlyMap<string, Box>, axis: 'x' | 'y'): Map<string, Box> {
  const size = axis === 'x' ? 'width' : 'height'
  const sorted = [...boxes].toSorted(([, a], [, b]) => a[axis] + a[size] / 2 - b[axis] - b[size] / 2)
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]]
  if (first === undefined || last === undefined || sorted.length < 3) return new Map(boxes)
  const filled = sorted.reduce((sum, [, box]) => sum + box[size], 0)
  const gap = (last[axis] + last[size] - first[axis] - filled) / (sorted.length - 1)
  let at = first[axis]
  return new Map(
    sorted.map(([id, box]) => {
      const moved = { ...box, [axis]: at }
      at += box[size] + gap
      return [id, moved]
    }),
  )
}
