/** What a key does in the table: the keys of lists for the rows, and those of grids (WAI-ARIA) for the cells. Pure. */

/** Where the keyboard is. Row −1 is the header. */
export type ActiveCell = { row: number; column: number }

export type TableKey = { key: string; shift: boolean; mod: boolean; alt: boolean }

export type TableAction =
  | {
      kind: 'go'
      to: ActiveCell
      /** Selects from where the selection began to here. */ extend: boolean
      /** Leaves the selection as it is. */ keep: boolean
    }
  | { kind: 'toggle' | 'selectAll' | 'copy' | 'zoom' | 'menu' | 'sort' }
  | { kind: 'resize'; byPx: number }

type Size = { rows: number; columns: number; pageRows: number }

const stepPx = 16

export function tableAction(at: ActiveCell, size: Size, key: TableKey): TableAction | null {
  if (key.key === 'ContextMenu' || (key.key === 'F10' && key.shift)) return { kind: 'menu' }
  if (key.alt) return key.key === 'ArrowDown' ? { kind: 'menu' } : null
  if (at.row < 0) return headerAction(at, size, key)
  if (key.mod && !key.shift) {
    if (key.key.toLowerCase() === 'a') return { kind: 'selectAll' }
    if (key.key.toLowerCase() === 'c') return { kind: 'copy' }
    if (key.key === ' ') return { kind: 'toggle' }
  }
  if (!key.mod && key.key === ' ') return { kind: 'toggle' }
  if (!key.mod && key.key === 'Enter') return { kind: 'zoom' }
  const to = goal(at, size, key)
  if (to === null) return null
  const isSideways = to.row === at.row
  return { kind: 'go', to, extend: key.shift && !isSideways, keep: isSideways || to.row < 0 || (key.mod && !isEnd(key)) }
}

function headerAction(at: ActiveCell, size: Size, key: TableKey): TableAction | null {
  if (key.shift && (key.key === 'ArrowLeft' || key.key === 'ArrowRight'))
    return { kind: 'resize', byPx: key.key === 'ArrowRight' ? stepPx : -stepPx }
  if (!key.mod && (key.key === 'Enter' || key.key === ' ')) return { kind: 'sort' }
  if (key.mod && !['ArrowLeft', 'ArrowRight'].includes(key.key)) return null
  const to = goal(at, size, key)
  return to === null ? null : { kind: 'go', to, extend: false, keep: to.row < 0 }
}

const isEnd = ({ key }: TableKey): boolean => key === 'Home' || key === 'End'

function goal({ row, column }: ActiveCell, { rows, columns, pageRows }: Size, { key, mod }: TableKey): ActiveCell | null {
  const lastRow = rows - 1
  const lastColumn = Math.max(0, columns - 1)
  const within = (to: number): number => Math.min(lastRow, Math.max(Math.min(0, row), to))
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column }
    case 'ArrowUp':
      return { row: Math.max(-1, row - 1), column }
    case 'PageDown':
      return { row: within(Math.max(0, row) + pageRows), column }
    case 'PageUp':
      return { row: within(row - pageRows), column }
    case 'Home':
      return lastRow < 0 ? null : { row: 0, column }
    case 'End':
      return lastRow < 0 ? null : { row: lastRow, column }
    case 'ArrowLeft':
      return { row, column: mod ? 0 : Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: mod ? lastColumn : Math.min(lastColumn, column + 1) }
    default:
      return null
  }
}
