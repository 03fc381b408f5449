/**
 * Which rows of a long list are in view. Pure.
 *
 * A browser draws no element higher than some 33 million pixels, and counts in whole pixels only up to half of that; a list may be longer. So the list has a
 * place of its own, in pixels of the list, which the scroll bar only stands for: where the list is short, both are the same; where it is long, a pixel of the
 * scroll bar is several of the list, and the wheel and the keys move the list's own place, so that no row is passed over.
 */

export const rowPx = 26

/** The scroll bar's ground is never higher than this. Below it, every engine places pixels exactly. */
export const maxGroundPx = 8_000_000

export type Ground = {
  rows: number
  /** Height of the view of the rows. */
  viewPx: number
}

/** Height of all rows. */
export const listPx = ({ rows }: Ground): number => rows * rowPx

/** Height of what the scroll bar scrolls. */
export const groundPx = (ground: Ground): number => Math.min(listPx(ground), maxGroundPx)

/** How far down the list can be. */
export const lastTop = (ground: Ground): number => Math.max(0, listPx(ground) - ground.viewPx)

/** Whether a pixel of the scroll bar is more than one of the list. */
export const isScaled = (ground: Ground): boolean => listPx(ground) > maxGroundPx

const lastScroll = (ground: Ground): number => Math.max(0, groundPx(ground) - ground.viewPx)

export const clampedTop = (ground: Ground, top: number): number => Math.min(lastTop(ground), Math.max(0, top))

/** Place of the list for a place of the scroll bar: the ends are the ends. */
export function topOfScroll(ground: Ground, scrollTop: number): number {
  const last = lastScroll(ground)
  return last === 0 ? 0 : clampedTop(ground, (scrollTop / last) * lastTop(ground))
}

/** Place of the scroll bar for a place of the list. */
export function scrollOfTop(ground: Ground, top: number): number {
  const last = lastTop(ground)
  return last === 0 ? 0 : (clampedTop(ground, top) / last) * lastScroll(ground)
}

export type RowWindow = {
  first: number
  /** After the last. */
  end: number
  /** Of the first row's upper edge below that of the view; 0 or less. */
  offsetPx: number
}

export function rowsInView(ground: Ground, top: number): RowWindow {
  const at = clampedTop(ground, top)
  const first = Math.min(Math.max(0, ground.rows - 1), Math.floor(at / rowPx))
  const end = Math.min(ground.rows, Math.ceil((at + ground.viewPx) / rowPx))
  return { first, end, offsetPx: first * rowPx - at }
}

/** The nearest place of the list at which a row is wholly in view. */
export function topShowing(ground: Ground, top: number, row: number): number {
  const rowTop = row * rowPx
  if (rowTop < top) return clampedTop(ground, rowTop)
  if (rowTop + rowPx > top + ground.viewPx) return clampedTop(ground, rowTop + rowPx - ground.viewPx)
  return clampedTop(ground, top)
}

/** Rows that PageUp and PageDown go past: all but one of those that are wholly in view. */
export const pageRows = ({ viewPx }: Ground): number => Math.max(1, Math.floor(viewPx / rowPx) - 1)
