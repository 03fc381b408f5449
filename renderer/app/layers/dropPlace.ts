/** Where a dragged row would go, from where the pointer is. */
import type { LayerNode, MapDocument } from '../../../electron/contract/document.ts'
import { findNode, type Place, placeOf } from '../../document/layers.ts'
import { type Row, visibleRows } from './rows.ts'

/** Where a row is drawn: from `top`, over its own line (`headHeight`), to `bottom` with what hangs below the line. A group's rows are not part of it. */
export type RowBox = { id: string; top: number; headHeight: number; bottom: number }

export type Drop = {
  /** Counted after the node was taken out. */
  place: Place
  /** A line between two rows, or a frame around the group that takes the layer. */
  mark: { kind: 'line'; y: number; level: 1 | 2 } | { kind: 'into'; group: string }
}

/** Of a group's line, this much at its upper end means "above the group". */
const edge = 0.35

/**
 * @param boxes of the visible rows, from top to bottom
 * @param y of the pointer, in the coordinates of the boxes
 */
export function dropAt(document: MapDocument, boxes: readonly RowBox[], dragged: string, y: number): Drop | null {
  const node = findNode(document, dragged)
  const from = placeOf(document, dragged)
  const rows = visibleRows(document.layers)
  if (node === null || from === null || boxes.length !== rows.length) return null
  const drop = node.type === 'group' ? amongTops(document.layers, rows, boxes, y) : anywhere(document.layers, rows, boxes, y)
  if (drop === null) return null
  const { place } = drop
  const isBehind = place.group === from.group && from.index < place.index
  return { ...drop, place: isBehind ? { ...place, index: place.index - 1 } : place }
}

/** A layer goes between any two rows and into any group. */
function anywhere(nodes: readonly LayerNode[], rows: readonly Row[], boxes: readonly RowBox[], y: number): Drop | null {
  const at = boxes.findIndex(({ bottom }) => y < bottom)
  const [row, box] = [rows[at], boxes[at]]
  if (row === undefined || box === undefined) return atEnd(nodes, boxes)
  const { node, group, level } = row
  const index = row.position - 1
  if (node.type === 'group') {
    if (y < box.top + box.headHeight * edge) return { place: { group: null, index }, mark: { kind: 'line', y: box.top, level: 1 } }
    if (!node.expanded || node.layers.length === 0) return { place: { group: node.id, index: 0 }, mark: { kind: 'into', group: node.id } }
    return { place: { group: node.id, index: 0 }, mark: { kind: 'line', y: box.bottom, level: 2 } }
  }
  const isAbove = y < (box.top + box.bottom) / 2
  return { place: { group, index: isAbove ? index : index + 1 }, mark: { kind: 'line', y: isAbove ? box.top : box.bottom, level } }
}

/** A group goes above or below other nodes of the top level, whose rows count as one. */
function amongTops(nodes: readonly LayerNode[], rows: readonly Row[], boxes: readonly RowBox[], y: number): Drop | null {
  const blocks = nodes.map((node, index) => {
    const own = boxes.filter((_box, at) => rows[at]?.node.id === node.id || rows[at]?.group === node.id)
    return { index, top: own[0]?.top ?? 0, bottom: own.at(-1)?.bottom ?? 0 }
  })
  const block = blocks.find(({ bottom }) => y < bottom)
  if (block === undefined) return atEnd(nodes, boxes)
  const isAbove = y < (block.top + block.bottom) / 2
  return {
    place: { group: null, index: isAbove ? block.index : block.index + 1 },
    mark: { kind: 'line', y: isAbove ? block.top : block.bottom, level: 1 },
  }
}

function atEnd(nodes: readonly LayerNode[], boxes: readonly RowBox[]): Drop | null {
  const last = boxes.at(-1)
  return last === undefined ? null : { place: { group: null, index: nodes.length }, mark: { kind: 'line', y: last.bottom, level: 1 } }
}

/** Pixels to scroll in one frame when the pointer is near an end of the list. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const zonePx = Math.min(32, (bottom - top) / 4)
  if (y < top + zonePx) return -Math.ceil(Math.min(1, (top + zonePx - y) / zonePx) * 12)
  if (y > bottom - zonePx) return Math.ceil(Math.min(1, (y - bottom + zonePx) / zonePx) * 12)
  return 0
}
