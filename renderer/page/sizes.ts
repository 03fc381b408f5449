/** Words for the sizes of pages, and what a user types for one. */
import type { PageSize } from '../../electron/contract/page.ts'
import { type NamedSize, namedSizes, type Orientation, turned } from '../../electron/contract/pageSizes.ts'

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

/** Reads what a person or a script asks for: `a3`, `A4`, `tabloid`, `300x200mm`, `1920x1080`, `2048x2048px`. Null when it is no size. */
export function parseSize(text: string, dpi = 96): PageSize | null {
  const asked = text.trim().toLowerCase().replaceAll('×', 'x')
  const named = namedSizes.find(({ id }) => id === asked)
  if (named !== undefined) return named.size
  const match = /^(\d+(?:\.\d+)?)\s*x\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|px)?$/.exec(asked)
  if (match === null) return null
  const [, wide = '', high = '', unit = 'px'] = match
  const [width, height] = [Number(wide), Number(high)]
  if (unit === 'px') {
    const fits = [width, height].every((side) => Number.isInteger(side) && side >= 64 && side <= 65_535)
    return fits && dpi >= 10 && dpi <= 2_400 ? { unit: 'px', width, height, dpi } : null
  }
  const factor = unit === 'cm' ? 10 : unit === 'in' ? 25.4 : 1
  const sides = [width * factor, height * factor] as const
  return sides.every((side) => side >= 20 && side <= 5_000) ? { unit: 'mm', width: sides[0], height: sides[1] } : null
}
