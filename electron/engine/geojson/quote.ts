/** A text from a file as it is repeated to the user: short, and on one line. */
export function quote(text: string, limit = 40): string {
  const line = text.slice(0, limit * 2).replaceAll(/[\p{Cc}\s]+/gu, ' ')
  return `“${line.length > limit ? `${line.slice(0, limit)}…` : line}”`
}
