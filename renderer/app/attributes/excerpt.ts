/** Long values are shown a piece at a time, so that a value of a megabyte neither fills the panel nor stops the window. */

const firstLines = 12
const firstCharacters = 600
const stepCharacters = 20_000

export type Excerpt = {
  text: string
  /** Characters that are not shown. */
  rest: number
}

/** @param steps how often the reader asked for more */
export function excerpt(text: string, steps: number): Excerpt {
  const end = steps === 0 ? firstEnd(text) : cutAt(text, steps * stepCharacters)
  return { text: text.slice(0, end), rest: text.length - end }
}

/** A few characters or lines too many are not worth a button. */
function firstEnd(text: string): number {
  const atLine = endOfLine(text, firstLines)
  const end = Math.min(atLine, cutAt(text, firstCharacters))
  const isNearlyAll = text.length - end < 80 && endOfLine(text.slice(end), 3) === text.length - end
  return isNearlyAll ? text.length : end
}

/** @returns where the n-th line ends, or the end of the text */
function endOfLine(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}

/** A character outside the Basic Multilingual Plane is not cut in two. */
function cutAt(text: string, end: number): number {
  if (end >= text.length) return text.length
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end
}
