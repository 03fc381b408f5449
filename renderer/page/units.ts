/** Millimetres, points and pixels; and the sizes of a page. A point is 1/72 inch. */
import type { PageSize } from '../../electron/contract/page.ts'

const inchMm = 25.4

export const ptToMm = (pt: number): number => (pt * inchMm) / 72
export const mmToPt = (mm: number): number => (mm * 72) / inchMm

/** Millimetres of a page. */
export function sizeMm(size: PageSize): { width: number; height: number } {
  if (size.unit === 'mm') return { width: size.width, height: size.height }
  return { width: (size.width * inchMm) / size.dpi, height: (size.height * inchMm) / size.dpi }
}
