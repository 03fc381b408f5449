/** Sizes in proportion to a value: the formula of `SizeByField` (`style.ts`), which the engine, the painter and the window share. */
import type { SizeByField } from './style.ts'

/** @returns where a value stands between `from` (0) and `to` (1); 0 for what is no number */
export function shareOf(value: unknown, { from, to }: Pick<SizeByField, 'from' | 'to'>): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0
  if (from === to) return value < from ? 0 : 1
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** Diameter of a point, in the unit of `min` and `max`. */
export function pointSize(share: number, min: number, max: number, by: SizeByField['by']): number {
  return by === 'area' ? Math.sqrt(min ** 2 + share * (max ** 2 - min ** 2)) : lineWidth(share, min, max)
}

/** Width of a line, in the unit of `min` and `max`. */
export function lineWidth(share: number, min: number, max: number): number {
  return min + share * (max - min)
}

/** What the value is at whose share a point has a size: the inverse of `shareOf`. */
export function valueAt(share: number, { from, to }: Pick<SizeByField, 'from' | 'to'>): number {
  return from + share * (to - from)
}
