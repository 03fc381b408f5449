/** How large a picture may be, and at which resolution a page is drawn when nobody says. The one place for it: asked by the command line, the dialog and the window that draws. */
import type { ExportFormat } from './export.ts'
import type { PageSize } from './page.ts'

/** Pages are drawn in bands as wide as the picture; Chromium gives a canvas no more than this on a side. */
export const maxSidePx = 32_767
/** A0 at 600 dpi has 558 million. More takes longer than anybody waits for a picture. */
export const maxPixels = 600_000_000

/** A layer whose file has more is painted by the engine and the painter, as a picture in PDF and SVG too; one with fewer is drawn as paths. */
export const maxPathVertices = 20_000

const inchMm = 25.4
/** Customary in printing. */
const printDpi = 300

/** Formats that are made of pixels. */
export const isPixelFormat = (format: ExportFormat): boolean => format !== 'pdf' && format !== 'svg'

/** Dots per inch of a page for which none are asked: what a picture's size is meant for, or what is customary in print. */
export const usualDpi = (size: PageSize): number => (size.unit === 'px' ? size.dpi : printDpi)

/** Pixels of a page at a resolution; for a size in pixels at its own resolution exactly that size. */
export function pixelsOf(size: PageSize, dpi: number): { width: number; height: number } {
  const perUnit = size.unit === 'px' ? dpi / size.dpi : dpi / inchMm
  return { width: Math.round(size.width * perUnit), height: Math.round(size.height * perUnit) }
}

/**
 * @returns why a picture of this size cannot be drawn and what to do instead, in a sentence each; null when it can. PDF and SVG have no pixels.
 */
export function tooLarge(size: PageSize, dpi: number, format: ExportFormat): { message: string; advice: string } | null {
  if (!isPixelFormat(format)) return null
  const { width, height } = pixelsOf(size, dpi)
  if (Math.min(width, height) < 1) {
    return { message: `The picture would have ${count(width)} × ${count(height)} pixels.`, advice: 'Choose more pixels to the inch.' }
  }
  if (Math.max(width, height) <= maxSidePx && width * height <= maxPixels) return null
  const most = `at most ${count(maxSidePx)} on a side and ${count(maxPixels / 1e6)} million in all can be drawn`
  return {
    message: `The picture would have ${count(width)} × ${count(height)} pixels (${count(Math.round((width * height) / 1e6))} million), and ${most}.`,
    advice: advice(size, dpi),
  }
}

function advice(size: PageSize, dpi: number): string {
  if (size.unit === 'px') return 'Choose fewer pixels.'
  const longest = (maxSidePx - 0.5) / (Math.max(size.width, size.height) / inchMm)
  const largest = Math.sqrt(maxPixels / ((size.width / inchMm) * (size.height / inchMm)))
  const possible = Math.min(dpi - 1, Math.floor(longest), Math.floor(largest))
  return `Choose ${possible} dpi or less, a smaller page, or PDF.`
}

const count = (value: number): string => value.toLocaleString('en-US')
