/** Guessing what a mistyped word stands for. */

/** The known word that a mistyped one most likely stands for; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const asked = word.toLowerCase()
  const ranked = known.map((one) => ({ one, away: distance(asked, one.toLowerCase()) })).toSorted((a, b) => a.away - b.away)
  const [best] = ranked
  return best !== undefined && best.away <= Math.max(1, Math.floor(asked.length / 3)) ? best.one : null
}

/** Letters to add, drop, change or swap: the optimal string alignment distance (Damerau 1964), by a table of two rows. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity))
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}
