/** Names that a table gives for places, found by any spelling an archive may have. */

/** Where a label stands as seen from its dot. */
export type Side = 'e' | 'w' | 'n' | 's'

export type Spelling = {
  english: string
  local: string
  /** Importance, 0 (capital) to 4, where the table knows better than the archive; null leaves it to the archive. */
  tier: number | null
  side: Side
}

/** Letters alone, without marks, case, hyphens or the Arabic article's apostrophes, so that `Al Fallūjah` and `al-Fallujah` meet. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Reads a table of `English|local|tier|side|other spellings, by comma`; each of tier and side may be left empty. */
export function readSpellings(rows: string): Map<string, Spelling> {
  const table = new Map<string, Spelling>()
  for (const row of rows.trim().split('\n')) {
    const [english = '', local = '', tier = '', side = '', others = ''] = row.split('|').map((cell) => cell.trim())
    const spelling: Spelling = { english, local, tier: tier === '' ? null : Number(tier), side: (side || 'e') as Side }
    for (const name of [english, ...others.split(',')]) if (name !== '') table.set(keyOf(name), spelling)
  }
  return table
}
