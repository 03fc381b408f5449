/** Words for the sizes of pages, and what a user types for one. */
import type { PageSize } from '../../electron/contract/page.ts'
import { type NamedSize, namedSizes, type Orientation, turned } from '../../electron/contract/pageSizes.ts'
import { readSize } from '../../electron/contract/sizeWords.ts'

export { type NamedSize, namedSizes, type Orientation, turned } from '../../electron/contract/pageSizes.ts'

export const orientationOf = ({ width, height }: PageSize): Orientation => (width > height ? 'landscape' : 'portrait')

/** The offered size that a page has, whichever way up; null for one of its own. */
export const namedSizeOf = (size: PageSize): NamedSize | null =>
  namedSizes.find((one) => same(turned(one.size, orientationOf(size)), size)) ?? null

function same(a: PageSize, b: PageSize): boolean {
  return a.width === b.width && a.height === b.height && a.unit === b.unit && (a.unit === 'mm' || (b.unit === 'px' && a.dpi === b.dpi))
}

/** 'A4 landscape', '16:9, 1920 × 1080', '300 × 200 mm'. */
export function describeSize(size: PageSize): string {
  const named = namedSizeOf(size)
  if (named === null) return `${rounded(size.width)} × ${rounded(size.height)} ${size.unit}`
  if (size.width === size.height) return named.name
  return size.unit === 'px' && orientationOf(size) === 'landscape' ? named.name : `${named.name} ${orientationOf(size)}`
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

/** Reads what a person asks for: `a3`, `A4`, `tabloid`, `300x200mm`, `1920x1080`, `2048x2048px`. Null when it is no size. */
export function parseSize(text: string, dpi = 96): PageSize | null {
  const words = readSize(text, dpi)
  return words.kind === 'unknown' ? null : words.size
}
