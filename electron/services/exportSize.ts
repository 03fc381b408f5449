/** What `--size` of an export says. */
import { PageSize } from '../contract/page.ts'
import { namedSizes, turned } from '../contract/pageSizes.ts'
import { inWords } from './commandValues.ts'
import { nearest } from '../contract/nearest.ts'
import { WordsError } from './commandWords.ts'

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
const screenDpi = 96

export type SizeWishes = {
  /** Upright. Otherwise paper lies on its side, as maps mostly do; a size in numbers is as it is written. */
  portrait: boolean
  /** Dots per inch of a picture in pixels, which then keeps its pixels and changes its type; null for the usual. */
  dpi: number | null
}

/**
 * @param text `a3`, `16:9`, `300x200mm`, `1920x1080px`, `1920x1080`
 * @throws WordsError
 */
export function parseExportSize(text: string, { portrait, dpi }: SizeWishes): PageSize {
  const asked = text.trim().toLowerCase().replaceAll('×', 'x')
  const named = namedSizes.find(({ id }) => id === (aliases[asked] ?? asked))
  const size = named === undefined ? measured(text, asked) : turned(named.size, 'landscape')
  const upright = portrait ? turned(size, 'portrait') : size
  return upright.unit === 'px' && dpi !== null ? { ...upright, dpi } : upright
}

function measured(text: string, asked: string): PageSize {
  const [, wide, high, unit = 'px'] = /^(-?[\d.]+)\s*x\s*(-?[\d.]+)\s*(mm|cm|in|px)?$/.exec(asked) ?? []
  const [width, height] = [Number(wide), Number(high)]
  if (!Number.isFinite(width) || !Number.isFinite(height)) throw new WordsError(unknownSize(text, asked))
  const factor = millimetres[unit]
  const size =
    factor === undefined ? { unit: 'px', width, height, dpi: screenDpi } : { unit: 'mm', width: width * factor, height: height * factor }
  const decoded = PageSize.safeParse(size)
  if (decoded.success) return decoded.data
  throw new WordsError(
    factor === undefined
      ? `--size ${text}: a picture has 64 to 65,535 whole pixels on a side.`
      : `--size ${text}: a page has 20 to 5,000 mm on a side.`,
  )
}

function unknownSize(text: string, asked: string): string {
  const near = nearest(asked, sizeNames)
  const question = near === null ? '' : ` Did you mean ${near}?`
  return `there is no page size “${text}”.${question} There are ${inWords(sizeNames, 'and')}, and any such as 300x200mm or 1920x1080px.`
}
