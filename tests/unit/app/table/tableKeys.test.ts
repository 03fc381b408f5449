import { describe, expect, test } from 'vitest'
import { tableAction, type TableKey } from '../../../../renderer/app/table/tableKeys.ts'

const size = { rows: 1_000_000, columns: 6, pageRows: 9 }
const at = { row: 20, column: 2 }
const key = (name: string, held = ''): TableKey => ({
  key: name,
  shift: held.includes('s'),
  mod: held.includes('c'),
  alt: held.includes('a'),
})
const goal = (from: { row: number; column: number }, name: string, held = ''): unknown => {
  const action = tableAction(from, size, key(name, held))
  return action?.kind === 'go' ? action.to : action?.kind
}

describe('a key in the table', () => {
  test('goes from row to row, from page to page, and to both ends', () => {
    expect(goal(at, 'ArrowDown')).toEqual({ row: 21, column: 2 })
    expect(goal(at, 'PageDown')).toEqual({ row: 29, column: 2 })
    expect(goal(at, 'PageUp')).toEqual({ row: 11, column: 2 })
    expect(goal(at, 'End')).toEqual({ row: 999_999, column: 2 })
    expect(goal(at, 'Home')).toEqual({ row: 0, column: 2 })
    expect(goal({ row: 999_999, column: 0 }, 'ArrowDown')).toEqual({ row: 999_999, column: 0 })
    expect(goal({ row: 3, column: 0 }, 'PageUp')).toEqual({ row: 0, column: 0 })
  })

  test('goes from column to column, and into the header', () => {
    expect(goal(at, 'ArrowRight')).toEqual({ row: 20, column: 3 })
    expect(goal(at, 'ArrowRight', 'c')).toEqual({ row: 20, column: 5 })
    expect(goal(at, 'ArrowLeft', 'c')).toEqual({ row: 20, column: 0 })
    expect(goal({ row: 0, column: 2 }, 'ArrowUp')).toEqual({ row: -1, column: 2 })
    expect(goal({ row: -1, column: 2 }, 'ArrowDown')).toEqual({ row: 0, column: 2 })
    expect(goal({ row: -1, column: 2 }, 'PageDown')).toEqual({ row: 9, column: 2 })
  })

  test('selects as it goes, with Shift all on the way, and sideways nothing', () => {
    expect(tableAction(at, size, key('ArrowDown'))).toMatchObject({ extend: false, keep: false })
    expect(tableAction(at, size, key('ArrowDown', 's'))).toMatchObject({ extend: true, keep: false })
    expect(tableAction(at, size, key('End', 'cs'))).toMatchObject({ extend: true, keep: false })
    expect(tableAction(at, size, key('ArrowDown', 'c'))).toMatchObject({ keep: true })
    expect(tableAction(at, size, key('ArrowRight'))).toMatchObject({ keep: true })
  })

  test('does something with the rows', () => {
    expect(goal(at, 'a', 'c')).toBe('selectAll')
    expect(goal(at, 'c', 'c')).toBe('copy')
    expect(goal(at, ' ')).toBe('toggle')
    expect(goal(at, 'Enter')).toBe('zoom')
    expect(goal(at, 'F10', 's')).toBe('menu')
    expect(goal(at, 'ContextMenu')).toBe('menu')
  })

  test('sorts, widens and opens the menu in the header', () => {
    expect(goal({ row: -1, column: 2 }, 'Enter')).toBe('sort')
    expect(tableAction({ row: -1, column: 2 }, size, key('ArrowLeft', 's'))).toEqual({ kind: 'resize', byPx: -16 })
    expect(goal({ row: -1, column: 2 }, 'ArrowDown', 'a')).toBe('menu')
    expect(goal({ row: -1, column: 2 }, 'ArrowRight')).toEqual({ row: -1, column: 3 })
  })

  test('that means nothing here is left to others', () => {
    expect(tableAction(at, size, key('x'))).toBeNull()
    expect(tableAction(at, size, key('ArrowLeft', 'a'))).toBeNull()
    expect(tableAction(at, size, key('Tab'))).toBeNull()
    expect(tableAction({ row: -1, column: 0 }, { ...size, rows: 0 }, key('End'))).toBeNull()
  })
})
