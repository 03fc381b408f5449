/** What a key does in the tree, after the WAI-ARIA pattern for tree views. */
import type { Row } from './rows.ts'

export type Key = { key: string; alt: boolean; ctrl: boolean; shift: boolean }

export type TreeAction =
  | { kind: 'go'; id: string }
  | { kind: 'expand'; id: string; expanded: boolean }
  | { kind: 'toggle'; id: string }
  | { kind: 'move'; id: string; direction: 'up' | 'down' }
  | { kind: 'rename' | 'remove' | 'style' | 'menu'; id: string }

/** @param at id of the row that has the focus */
export function treeAction(rows: readonly Row[], at: string, { key, alt, ctrl, shift }: Key): TreeAction | null {
  const index = rows.findIndex(({ node }) => node.id === at)
  const row = rows[index]
  if (row === undefined) return null
  const { node, group } = row
  if (alt && !ctrl && (key === 'ArrowUp' || key === 'ArrowDown')) {
    return { kind: 'move', id: at, direction: key === 'ArrowUp' ? 'up' : 'down' }
  }
  if (key === 'ContextMenu' || (shift && key === 'F10')) return { kind: 'menu', id: at }
  if (alt || ctrl) return null
  switch (key) {
    case 'ArrowUp':
      return go(rows[index - 1])
    case 'ArrowDown':
      return go(rows[index + 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      if (node.type !== 'group') return null
      return node.expanded ? go(node.layers.length > 0 ? rows[index + 1] : undefined) : { kind: 'expand', id: at, expanded: true }
    case 'ArrowLeft':
      if (node.type === 'group' && node.expanded) return { kind: 'expand', id: at, expanded: false }
      return group === null ? null : { kind: 'go', id: group }
    case ' ':
      return { kind: 'toggle', id: at }
    case 'Enter':
      return node.type === 'group' ? { kind: 'expand', id: at, expanded: !node.expanded } : { kind: 'style', id: at }
    case 'F2':
      return { kind: 'rename', id: at }
    // The key that a Mac calls “delete”.
    case 'Backspace':
    case 'Delete':
      return { kind: 'remove', id: at }
    default:
      return key.length === 1 ? startingWith(rows, index, key) : null
  }
}

const go = (row: Row | undefined): TreeAction | null => (row === undefined ? null : { kind: 'go', id: row.node.id })

/** The next row whose name begins with a letter. */
function startingWith(rows: readonly Row[], index: number, letter: string): TreeAction | null {
  const ordered = [...rows.slice(index + 1), ...rows.slice(0, index)]
  const wanted = letter.toLocaleLowerCase()
  return go(ordered.find(({ node }) => node.name.trim().toLocaleLowerCase().startsWith(wanted)))
}
