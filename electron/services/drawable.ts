/** How large a picture may be, and at which resolution a page is drawn when nobody says. */
import type { ExportFormat } from '../contract/export.ts'
import type { PageSize } from '../contract/page.ts'

/** Chromium gives a canvas no more than this on a side. */
export const maxSidePx = 16_384
/** Four bytes each, twice over while they are written: more does not fit into the memory that an export may take. */
export const maxPixels = 200_000_000

const inchMm = 25.4
/** Customary in printing. */
const printDpi = 300

/** Dots per inch of a page for which none are asked: what a picture's size is meant for, or what is customary in print. */
export const usualDpi = (size: PageSize): number => (size.unit === 'px' ? size.dpi : printDpi)

/** Pixels of a page at a resolution; for a size in pixels at its own resolution exactly that size. */
export function pixelsOf(size: PageSize, dpi: number): { width: number; height: number } {
  const perUnit = size.unit === 'px' ? dpi / size.dpi : dpi / inchMm
  return { width: Math.round(size.width * perUnit), height: Math.round(size.height * perUnit) }
}

/**
 * @returns why a picture of this size cannot be drawn and what to do instead, in a sentence each; null when it can. PDF has no pixels.
 */
export function tooLarge(size: PageSize, dpi: number, format: ExportFormat): string | null {
  if (format === 'pdf') return null
  const { width, height } = pixelsOf(size, dpi)
  if (Math.max(width, height) <= maxSidePx && width * height <= maxPixels) return null
  const most = `at most ${count(maxSidePx)} on a side and ${count(maxPixels / 1e6)} million in all can be drawn`
  return `The picture would have ${count(width)} × ${count(height)} pixels (${count(Math.round((width * height) / 1e6))} million), and ${most}. ${advice(size, dpi)}`
}

function advice(size: PageSize, dpi: number): string {
  if (size.unit === 'px') return 'Choose fewer pixels.'
  const longest = (maxSidePx - 0.5) / (Math.max(size.width, size.height) / inchMm)
  const largest = Math.sqrt(maxPixels / ((size.width / inchMm) * (size.height / inchMm)))
  const possible = Math.min(dpi - 1, Math.floor(longest), Math.floor(largest))
  return `Choose ${possible} dpi or less, a smaller page, or PDF.`
}

const count = (value: number): string => value.toLocaleString('en-US')
