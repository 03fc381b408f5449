/** What becomes of the selection when a row is chosen by pointer or keyboard. Pure. */

export type How = {
  /** Up to the row that was chosen before. */ range: boolean
  /** This row alone is added or taken away. */ toggle: boolean
}

/**
 * @param shown ids in the order of the list
 * @param anchor the row that was chosen last by itself; a range begins there
 */
export function nextSelection(
  shown: readonly string[],
  selected: readonly string[],
  id: string,
  anchor: string | null,
  how: How,
): string[] {
  if (how.range) {
    const [from, to] = [shown.indexOf(anchor ?? id), shown.indexOf(id)]
    if (from >= 0 && to >= 0) return shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  }
  if (how.toggle) return selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]
  return [id]
}

/** @returns the row that a key leads to, or null for a key that leads nowhere */
export function rowAfterKey(key: string, from: number, count: number, pageRows: number): number | null {
  if (count === 0) return null
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1, PageDown: from + pageRows, PageUp: from - pageRows }[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}
