import { describe, expect, it } from 'vitest'
import type { LegendChange } from '../../../electron/contract/page.ts'
import { changeEntry, legendEntries, moveEntry } from '../../../renderer/page/legend/edit.ts'
import { changedItems, type LegendItem } from '../../../renderer/page/legend/items.ts'

const item = (key: string): LegendItem => ({ key, label: key.toUpperCase(), isHeading: false, swatch: null, count: null, isUnder: false })
const items = ['a', 'b', 'c', 'd'].map(item)
const labels = (changes: readonly LegendChange[]): string[] => changedItems(items, changes).map(({ label }) => label)

describe('a legend that is edited', () => {
  it('keeps its order when an item is renamed', () => {
    expect(labels(changeEntry(items, [], 'c', { label: 'Third' }))).toEqual(['A', 'B', 'Third', 'D'])
  })

  it('takes a name back that is the map’s own', () => {
    const renamed = changeEntry(items, [], 'b', { label: 'Second' })
    expect(changeEntry(items, renamed, 'b', { label: 'B' }).every(({ label }) => label === null)).toBe(true)
  })

  it('hides an item, and still lists it for its editor', () => {
    const hidden = changeEntry(items, [], 'b', { hidden: true })
    expect(labels(hidden)).toEqual(['A', 'C', 'D'])
    expect(legendEntries(items, hidden).map((entry) => [entry.item.key, entry.hidden])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', false],
    ])
  })

  it('moves an item by its place in the list, no farther than the ends', () => {
    expect(labels(moveEntry(items, [], 'd', 1))).toEqual(['A', 'D', 'B', 'C'])
    expect(labels(moveEntry(items, [], 'a', 99))).toEqual(['B', 'C', 'D', 'A'])
    expect(labels(moveEntry(items, [], 'd', -5))).toEqual(['D', 'A', 'B', 'C'])
  })

  it('puts a heading above an item', () => {
    expect(labels(changeEntry(items, [], 'c', { heading: 'Rest' }))).toEqual(['A', 'B', 'Rest', 'C', 'D'])
  })

  it('remembers what is not inside the frame now', () => {
    const gone: LegendChange = { key: 'gone', label: 'Away', hidden: false, heading: null }
    expect(changeEntry(items, [gone], 'a', { hidden: true })).toContainEqual(gone)
    expect(moveEntry(items, [gone], 'a', 2)).toContainEqual(gone)
  })

  it('shows what comes into the frame later behind the others', () => {
    const changes = moveEntry(items.slice(0, 3), [], 'c', 0)
    expect(labels(changes)).toEqual(['C', 'A', 'B', 'D'])
  })
})
