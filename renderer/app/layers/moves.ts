/** One step up or down in the list. At the edge of a group a layer goes in or out, so that every place can be reached with two keys. */
import type { LayerNode, MapDocument } from '../../../electron/contract/document.ts'
import { findNode, type Place, placeOf, siblings } from '../../document/layers.ts'

/** @returns where the node goes, counted after it was taken out; null when it is at the end already */
export function stepTo(document: MapDocument, id: string, direction: 'up' | 'down'): Place | null {
  const from = placeOf(document, id)
  const node = findNode(document, id)
  if (from === null || node === null) return null
  const list = siblings(document, from.group)
  const index = from.index + (direction === 'up' ? -1 : 1)
  const beside = list[index]
  if (beside === undefined) return from.group === null ? null : outOf(document, from.group, direction)
  if (node.type === 'layer' && isOpenGroup(beside)) return { group: beside.id, index: direction === 'up' ? beside.layers.length : 0 }
  return { group: from.group, index }
}

function outOf(document: MapDocument, group: string, direction: 'up' | 'down'): Place | null {
  const place = placeOf(document, group)
  return place === null ? null : { group: null, index: direction === 'up' ? place.index : place.index + 1 }
}

const isOpenGroup = (node: LayerNode): node is Extract<LayerNode, { type: 'group' }> => node.type === 'group' && node.expanded

/** What is said after a move: where the node stands now. */
export function placeInWords(document: MapDocument, id: string): string {
  const place = placeOf(document, id)
  const node = findNode(document, id)
  if (place === null || node === null) return ''
  const count = siblings(document, place.group).length
  const group = place.group === null ? null : findNode(document, place.group)
  return `${node.name}, ${place.index + 1} of ${count}${group === null ? '' : ` in ${group.name}`}.`
}
