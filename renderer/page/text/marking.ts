/** Puts the marks of a fact box into its text: what a button does to what is selected. Pure. */

export type Marked = { text: string; /** What is selected afterwards. */ from: number; to: number }

/** Stars around the selection, or away from it. */
export function boldMarked(text: string, from: number, to: number): Marked {
  const selected = text.slice(from, to)
  const isBold = text.slice(from - 2, from) === '**' && text.slice(to, to + 2) === '**'
  if (isBold) return { text: text.slice(0, from - 2) + selected + text.slice(to + 2), from: from - 2, to: to - 2 }
  return { text: `${text.slice(0, from)}**${selected}**${text.slice(to)}`, from: from + 2, to: to + 2 }
}

/** A mark before each line of the selection, in the place of another one; taken away where all lines have it. */
export function lineMarked(text: string, from: number, to: number, mark: '# ' | '- '): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const after = text.indexOf('\n', to)
  const end = after < 0 ? text.length : after
  const lines = text.slice(start, end).split('\n')
  const all = lines.every((line) => line.startsWith(mark))
  const marked = lines.map((line) => (all ? line.slice(mark.length) : mark + line.replace(/^(#{1,6}|[-*•])\s+/u, ''))).join('\n')
  return { text: text.slice(0, start) + marked + text.slice(end), from: start, to: start + marked.length }
}
