/** Breaks a long name at the space nearest its middle. */
export function wrap(line: string, wrapAt: number): string[] {
  if (line.includes('\n')) return line.split('\n')
  if (line.length <= wrapAt || !line.includes(' ')) return [line]
  const spaces = [...line.matchAll(/ /g)].map((match) => match.index)
  const middle = spaces.reduce((best, at) => (Math.abs(at - line.length / 2) < Math.abs(best - line.length / 2) ? at : best))
  return [line.slice(0, middle), line.slice(middle + 1)]
}
