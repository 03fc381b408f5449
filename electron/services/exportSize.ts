/** What `--size` of an export says. */
import type { PageSize } from '../contract/page.ts'
import { turned } from '../contract/pageSizes.ts'
import { readSize, sizeNames } from '../contract/sizeWords.ts'
import { inWords } from './commandValues.ts'
import { nearest } from '../contract/nearest.ts'
import { WordsError } from './commandWords.ts'

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
  const size = sizeOf(text)
  const upright = portrait ? turned(size, 'portrait') : size
  return upright.unit === 'px' && dpi !== null ? { ...upright, dpi } : upright
}

function sizeOf(text: string): PageSize {
  const words = readSize(text)
  if (words.kind === 'named') return turned(words.size, 'landscape')
  if (words.kind === 'unknown') throw new WordsError(unknownSize(text))
  if (words.size !== null) return words.size
  throw new WordsError(
    words.unit === 'px'
      ? `--size ${text}: a picture has 64 to 65,535 whole pixels on a side.`
      : `--size ${text}: a page has 20 to 5,000 mm on a side.`,
  )
}

function unknownSize(text: string): string {
  const near = nearest(text.trim().toLowerCase(), sizeNames)
  const question = near === null ? '' : ` Did you mean ${near}?`
  return `there is no page size “${text}”.${question} There are ${inWords(sizeNames, 'and')}, and any such as 300x200mm or 1920x1080px.`
}
