/** Rectangles of a page. */
import type { PagePanel } from '../../electron/contract/page.ts'
import type { Box, Point } from './drawing.ts'

export const right = ({ x, width }: Box): number => x + width
export const bottom = ({ y, height }: Box): number => y + height
export const middle = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2]

/** What is left inside a margin; never less than nothing. */
export function inset({ x, y, width, height }: Box, by: number): Box {
  const across = Math.min(by, width / 2)
  const down = Math.min(by, height / 2)
  return { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down }
}

export const inside = (box: Box, panel: PagePanel): Box => inset(box, panel.paddingMm)

export const overlap = (a: Box, b: Box): boolean => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a)

export const corners = (box: Box): Point[] => [
  [box.x, box.y],
  [right(box), box.y],
  [right(box), bottom(box)],
  [box.x, bottom(box)],
]

/** A box of a size in a corner of another one, no larger than that. */
export function inCorner(box: Box, corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right', width: number, height: number): Box {
  const size = { width: Math.min(box.width, Math.max(0.1, width)), height: Math.min(box.height, Math.max(0.1, height)) }
  return {
    x: corner.endsWith('left') ? box.x : right(box) - size.width,
    y: corner.startsWith('top') ? box.y : bottom(box) - size.height,
    ...size,
  }
}
