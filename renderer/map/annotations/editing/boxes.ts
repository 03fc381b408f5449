/** Boxes on the screen, in CSS pixels. Pure. */
import type { Pixel } from '../tools/screen.ts'

export type PixelBox = { left: number; top: number; right: number; bottom: number }

export const contains = ({ left, top, right, bottom }: PixelBox, [x, y]: Pixel, margin = 0): boolean =>
  x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin

export function boxAround(pixels: Iterable<Pixel>): PixelBox | null {
  let box: PixelBox | null = null
  for (const [x, y] of pixels) {
    if (box === null) box = { left: x, top: y, right: x, bottom: y }
    else {
      box.left = Math.min(box.left, x)
      box.top = Math.min(box.top, y)
      box.right = Math.max(box.right, x)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box
}

export const boxBetween = ([x1, y1]: Pixel, [x2, y2]: Pixel): PixelBox => ({
  left: Math.min(x1, x2),
  top: Math.min(y1, y2),
  right: Math.max(x1, x2),
  bottom: Math.max(y1, y2),
})

export const overlaps = (a: PixelBox, b: PixelBox): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top

/** Wider on every side, and at least so large. */
export function padded({ left, top, right, bottom }: PixelBox, padding: number, least: number): PixelBox {
  const x = Math.max(padding, (least - (right - left)) / 2)
  const y = Math.max(padding, (least - (bottom - top)) / 2)
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y }
}

/** Clockwise from the upper left. */
export const cornersOf = ({ left, top, right, bottom }: PixelBox): [Pixel, Pixel, Pixel, Pixel] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]

/** @param angle radians, clockwise on the screen */
export function turned([x, y]: Pixel, angle: number): Pixel {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [x * cos - y * sin, x * sin + y * cos]
}
