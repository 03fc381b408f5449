/** The tree as it is shown: the nodes that can be reached, from top to bottom. */
import type { LayerNode } from '../../../electron/contract/document.ts'

export type Row = {
  node: LayerNode
  /** 1 at the top, 2 in a group. */
  level: 1 | 2
  /** Id of the group that it is in. */
  group: string | null
  /** One-based, among its siblings. */
  position: number
  siblings: number
}

/** @param nodes topmost first; what is in a closed group has no row */
export function visibleRows(nodes: readonly LayerNode[]): Row[] {
  return nodes.flatMap((node, index) => {
    const row: Row = { node, level: 1, group: null, position: index + 1, siblings: nodes.length }
    if (node.type !== 'group' || !node.expanded) return [row]
    const inside = node.layers.map((layer, at): Row => ({
      node: layer,
      level: 2,
      group: node.id,
      position: at + 1,
      siblings: node.layers.length,
    }))
    return [row, ...inside]
  })
}

/** The row that takes the selection when a node goes: the next one that is not inside it, or else the one before. */
export function neighbourOf(rows: readonly Row[], id: string): string | null {
  const at = rows.findIndex(({ node }) => node.id === id)
  if (at < 0) return null
  const next = rows.slice(at + 1).find(({ group }) => group !== id)
  return (next ?? rows[at - 1])?.node.id ?? null
}
