/**
 * Sizes in proportion to a value, in 255 steps of width from the smallest to the largest: features of one step share a mark or a pen. A size is off by a
 * 510th of the difference between the largest and the smallest at most: 0.02 mm between 1 and 12 mm, less than a tenth of a CSS pixel.
 */
import { lineWidth, pointSize } from '../../../electron/contract/sizes.ts'
import type { SizeByField, SymbolStyle } from '../../../electron/contract/style.ts'

const steps = 255
/** What is too small to be seen would be a feature that is not there. */
const smallestMm = 0.1

/** @param share 0 to 1 (`shareOf`) */
export function pointStep({ minMm, maxMm, by }: SizeByField, share: number): number {
  if (minMm === maxMm) return 0
  return Math.round(((pointSize(share, minMm, maxMm, by) - minMm) / (maxMm - minMm)) * steps)
}

export const lineStep = (share: number): number => Math.round(share * steps)

export const pointSizeMm = ({ minMm, maxMm }: SizeByField, step: number): number =>
  Math.max(smallestMm, lineWidth(step / steps, minMm, maxMm))

export const lineWidthMm = ({ minLineMm, maxLineMm }: SizeByField, step: number): number =>
  Math.max(smallestMm, lineWidth(step / steps, minLineMm, maxLineMm))

/** The largest that a symbol gets. */
export function largest(symbol: SymbolStyle, size: SizeByField | null): SymbolStyle {
  if (size === null) return symbol
  return { ...symbol, sizeMm: Math.max(size.minMm, size.maxMm), lineWidthMm: Math.max(size.minLineMm, size.maxLineMm) }
}
