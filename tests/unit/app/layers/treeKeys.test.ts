import { describe, expect, it } from 'vitest'
import { visibleRows } from '../../../../renderer/app/layers/rows.ts'
import { type Key, treeAction } from '../../../../renderer/app/layers/treeKeys.ts'
import { documentOf, group, layer } from '../../document/documents.ts'

const rows = visibleRows(
  documentOf(
    layer('a', { name: 'Rivers' }),
    group('g', [layer('b', { name: 'Bases' })], { name: 'Facts' }),
    group('h', [layer('c')], { name: 'Ground', expanded: false }),
    layer('d', { name: 'Roads' }),
  ).layers,
)

const press = (at: string, key: string, held: Partial<Key> = {}) =>
  treeAction(rows, at, { key, alt: false, ctrl: false, shift: false, ...held })

describe('keys in the tree', () => {
  it('go from row to row, into groups and out of them', () => {
    expect(press('a', 'ArrowDown')).toEqual({ kind: 'go', id: 'g' })
    expect(press('h', 'ArrowUp')).toEqual({ kind: 'go', id: 'b' })
    expect(press('b', 'Home')).toEqual({ kind: 'go', id: 'a' })
    expect(press('b', 'End')).toEqual({ kind: 'go', id: 'd' })
    expect(press('a', 'ArrowUp')).toBeNull()
    expect(press('g', 'ArrowRight')).toEqual({ kind: 'go', id: 'b' })
    expect(press('b', 'ArrowLeft')).toEqual({ kind: 'go', id: 'g' })
    expect(press('a', 'ArrowLeft')).toBeNull()
  })

  it('open and close groups', () => {
    expect(press('h', 'ArrowRight')).toEqual({ kind: 'expand', id: 'h', expanded: true })
    expect(press('g', 'ArrowLeft')).toEqual({ kind: 'expand', id: 'g', expanded: false })
    expect(press('g', 'Enter')).toEqual({ kind: 'expand', id: 'g', expanded: false })
  })

  it('act on the row', () => {
    expect(press('a', ' ')).toEqual({ kind: 'toggle', id: 'a' })
    expect(press('a', 'Enter')).toEqual({ kind: 'style', id: 'a' })
    expect(press('a', 'F2')).toEqual({ kind: 'rename', id: 'a' })
    expect(press('a', 'Delete')).toEqual({ kind: 'remove', id: 'a' })
    expect(press('a', 'ArrowDown', { alt: true })).toEqual({ kind: 'move', id: 'a', direction: 'down' })
    expect(press('a', 'F10', { shift: true })).toEqual({ kind: 'menu', id: 'a' })
  })

  it('find a row by its first letter, the next one first', () => {
    expect(press('a', 'r')).toEqual({ kind: 'go', id: 'd' })
    expect(press('d', 'R', { shift: true })).toEqual({ kind: 'go', id: 'a' })
    expect(press('a', 'x')).toBeNull()
  })

  it('leave shortcuts of the window alone', () => {
    expect(press('a', 'z', { ctrl: true })).toBeNull()
    expect(press('a', 'ArrowLeft', { alt: true })).toBeNull()
    expect(press('a', 'Tab')).toBeNull()
  })
})
