/** Letters of a page: their font, and how wide they are. */
import { mapFontFamily } from '../map/index.ts'
import type { Font, Measure } from '../page/drawing.ts'

/** A point is 1/72 inch. */
export const ptToMm = (pt: number): number => (pt * 25.4) / 72

/** @returns CSS font */
export const cssFont = ({ weight, italic }: Font, sizePx: number): string =>
  `${italic ? 'italic ' : ''}${weight} ${sizePx}px ${mapFontFamily}`

/** Widths are measured large, where hinting does not round them, and do not depend on the resolution of any picture. */
const measuredPx = 200

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, font, sizePt) => {
    const css = cssFont(font, measuredPx)
    const key = `${css}\n${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (context === null) throw new Error('There is no canvas to measure letters with.')
      context.font = css
      width = context.measureText(text).width / measuredPx
      known.set(key, width)
    }
    return width * ptToMm(sizePt)
  }
}
