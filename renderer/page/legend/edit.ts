/** Changing a legend by hand: its items as the panel lists them, hidden ones among them, and the changes that make them so. Pure. */
import type { LegendChange } from '../../../electron/contract/page.ts'
import type { LegendItem } from './items.ts'

export type LegendEntry = {
  item: LegendItem
  /** Null: as the map names it. */
  label: string | null
  hidden: boolean
  /** A heading of its own above it. */
  heading: string | null
}

/** Everything that can be listed, in the order of the legend. @param items as the map has them */
export function legendEntries(items: readonly LegendItem[], changes: readonly LegendChange[]): LegendEntry[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const named = changes.flatMap(({ key, label, hidden, heading }) => {
    const item = byKey.get(key)
    // Named twice, the first one counts.
    byKey.delete(key)
    return item === undefined ? [] : [{ item, label, hidden, heading }]
  })
  return [...named, ...[...byKey.values()].map((item) => ({ item, label: null, hidden: false, heading: null }))]
}

/** Changes one entry; the order stays. */
export function changeEntry(
  items: readonly LegendItem[],
  changes: readonly LegendChange[],
  key: string,
  fields: Partial<Omit<LegendEntry, 'item'>>,
): LegendChange[] {
  const entries = legendEntries(items, changes).map((entry) => (entry.item.key === key ? { ...entry, ...fields } : entry))
  return changesOf(entries, changes)
}

/** Puts an entry elsewhere. @param index counted after it was taken out; the first and last place at most */
export function moveEntry(items: readonly LegendItem[], changes: readonly LegendChange[], key: string, index: number): LegendChange[] {
  const entries = legendEntries(items, changes)
  const entry = entries.find(({ item }) => item.key === key)
  if (entry === undefined) return [...changes]
  const others = entries.filter((one) => one !== entry)
  return changesOf(others.toSpliced(Math.min(others.length, Math.max(0, index)), 0, entry), changes)
}

/** What is not on the map now is remembered: it may come back into the frame. */
function changesOf(entries: readonly LegendEntry[], before: readonly LegendChange[]): LegendChange[] {
  const present = new Set(entries.map(({ item }) => item.key))
  const all = [
    ...entries.map(({ item, label, hidden, heading }) => ({
      key: item.key,
      label: label === null || label === item.label ? null : label,
      hidden,
      heading,
    })),
    ...before.filter(({ key }) => !present.has(key)),
  ]
  return all.slice(0, 2_000)
}
