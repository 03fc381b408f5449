/** The box of a callout: text that is broken into lines, its box, and the leader line from the box to the place. Lengths in CSS pixels. Pure. */

export type BoxLayout = {
  lines: string[]
  /** Of the box, from the place. */
  left: number
  top: number
  width: number
  height: number
  lineHeight: number
  padding: number
}

/**
 * @param offset of the box's near corner from the place: to the right and downward
 * @param maxWidth at which words are broken off; null for the text's own width
 * @param measure width of a text
 */
export function layoutBox(
  text: string,
  fontSize: number,
  offset: readonly [number, number],
  maxWidth: number | null,
  measure: (text: string) => number,
): BoxLayout {
  const padding = fontSize * 0.5
  const lineHeight = fontSize * 1.3
  const inner = maxWidth === null ? Infinity : Math.max(fontSize * 2, maxWidth - 2 * padding)
  const lines = text.split('\n').flatMap((paragraph) => wrap(paragraph, inner, measure))
  const width = maxWidth ?? Math.max(fontSize * 2, ...lines.map(measure)) + 2 * padding
  const height = lines.length * lineHeight + 2 * padding - (lineHeight - fontSize) / 2
  const [x, y] = offset
  // The corner that is nearest to the place is the one that is placed: the box grows away from it.
  return { lines, width, height, lineHeight, padding, left: x < 0 ? x - width : x, top: y < 0 ? y - height : y }
}

function wrap(paragraph: string, maxWidth: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= maxWidth) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** Where the leader line meets the box: the nearest point of its edge to the place, which is the origin. Null when the place is inside the box. */
export function leaderEnd({ left, top, width, height }: BoxLayout): readonly [number, number] | null {
  const x = Math.min(Math.max(0, left), left + width)
  const y = Math.min(Math.max(0, top), top + height)
  if (x === 0 && y === 0) return null
  // To the middle of a side rather than to its end, where the place lies beside it.
  const towardX = x === 0 ? 0 : Math.min(Math.max(left + width * 0.12, 0), left + width * 0.88)
  return y === 0 ? [x, y] : [towardX === 0 ? x : towardX, y]
}
