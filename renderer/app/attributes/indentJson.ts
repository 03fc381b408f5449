/** JSON text with line breaks and indents. Works on the text itself: parsing would round its numbers. */

const indent = '  '
const maxDepth = 40

/** @param json valid JSON, with or without white space between its tokens */
export function indentJson(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+|"/g) ?? []
  const pieces: string[] = []
  let depth = 0
  const newLine = (): void => void pieces.push('\n', indent.repeat(Math.max(0, Math.min(depth, maxDepth))))
  for (const [at, token] of tokens.entries()) {
    const isEmpty = (token === '}' && tokens[at - 1] === '{') || (token === ']' && tokens[at - 1] === '[')
    if (token === '}' || token === ']') {
      depth -= 1
      if (!isEmpty) newLine()
    }
    pieces.push(token === ':' ? ': ' : token)
    if (token === '{' || token === '[') {
      depth += 1
      if (tokens[at + 1] !== '}' && tokens[at + 1] !== ']') newLine()
    }
    if (token === ',') newLine()
  }
  return pieces.join('')
}
