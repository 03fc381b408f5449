/** Where labels and boxes stand from their place, in millimetres of the picture. Pure. */
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import { type Pixel, pixelOf, type Screen } from './screen.ts'

/** A CSS pixel is 1/96 inch. */
const mmPerPx = 25.4 / 96
const limitMm = 2_000

/** To a hundredth of a millimetre. */
const toMm = (px: number): number => Math.min(limitMm, Math.max(-limitMm, Math.round(px * mmPerPx * 100) / 100)) + 0

export const offsetMm = ([x, y]: Pixel): [number, number] => [toMm(x), toMm(y)]

/** From one place to another, as the screen shows them. */
export function offsetMmBetween(screen: Screen, from: PlanePoint, to: PlanePoint): [number, number] {
  const [x1, y1] = pixelOf(screen, from)
  const [x2, y2] = pixelOf(screen, to)
  return offsetMm([x2 - x1, y2 - y1])
}
