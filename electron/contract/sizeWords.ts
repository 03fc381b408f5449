/** What people and scripts call the size of a page: `a3`, `16:9`, `300x200mm`, `1920x1080px`, `1920x1080`. */
import { PageSize } from './page.ts'
import { namedSizes } from './pageSizes.ts'

/** Other names of sizes that are known by their pixels. */
const aliases: Readonly<Record<string, string>> = { '16:9': '1920x1080', '1080p': '1920x1080', '4k': '3840x2160', square: '2048x2048' }

/** Names to be told in help and refusals. */
export const sizeNames: readonly string[] = [
  ...namedSizes.filter(({ size }) => size.unit === 'mm').map(({ id }) => id),
  '16:9',
  '4k',
  'square',
]

const millimetres: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4 }

/** `measured` is as it is written, and may be too large or too small for a page. */
export type SizeWords =
  | { kind: 'named'; size: PageSize }
  | { kind: 'measured'; unit: 'mm' | 'px'; size: PageSize | null }
  | { kind: 'unknown' }

/** @param dpi of a picture in pixels */
export function readSize(text: string, dpi = 96): SizeWords {
  const asked = text.trim().toLowerCase().replaceAll('×', 'x')
  const named = namedSizes.find(({ id }) => id === (aliases[asked] ?? asked))
  if (named !== undefined) return { kind: 'named', size: named.size }
  const [, wide, high, word = 'px'] = /^(-?[\d.]+)\s*x\s*(-?[\d.]+)\s*(mm|cm|in|px)?$/.exec(asked) ?? []
  const [width, height] = [Number(wide), Number(high)]
  if (!Number.isFinite(width) || !Number.isFinite(height)) return { kind: 'unknown' }
  const factor = millimetres[word]
  const size = factor === undefined ? { unit: 'px', width, height, dpi } : { unit: 'mm', width: width * factor, height: height * factor }
  const decoded = PageSize.safeParse(size)
  return { kind: 'measured', unit: factor === undefined ? 'px' : 'mm', size: decoded.success ? decoded.data : null }
}
