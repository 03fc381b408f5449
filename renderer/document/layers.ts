/** Finding one's way in the layer list of a document. */
import type { Layer, LayerGroup, LayerNode, MapDocument } from '../../electron/contract/document.ts'

/** Where a node stands: in a group or at the top, and how far down (0 is topmost). */
export type Place = { group: string | null; index: number }

/** Every layer, groups opened, topmost first. */
export function allLayers(document: MapDocument): Layer[] {
  return document.layers.flatMap((node) => (node.type === 'group' ? node.layers : [node]))
}

/** Every layer with what decides whether it is drawn. */
export function drawnLayers(document: MapDocument): { layer: Layer; visible: boolean }[] {
  return document.layers.flatMap((node) =>
    node.type === 'group'
      ? node.layers.map((layer) => ({ layer, visible: layer.visible && node.visible }))
      : [{ layer: node, visible: node.visible }],
  )
}

export function findNode(document: MapDocument, id: string): LayerNode | null {
  return document.layers.find((node) => node.id === id) ?? findLayer(document, id)
}

export function findLayer(document: MapDocument, id: string): Layer | null {
  return allLayers(document).find((layer) => layer.id === id) ?? null
}

export function findGroup(document: MapDocument, id: string): LayerGroup | null {
  const node = document.layers.find((one) => one.id === id)
  return node?.type === 'group' ? node : null
}

export function placeOf(document: MapDocument, id: string): Place | null {
  const index = document.layers.findIndex((node) => node.id === id)
  if (index >= 0) return { group: null, index }
  for (const node of document.layers) {
    if (node.type !== 'group') continue
    const inside = node.layers.findIndex((layer) => layer.id === id)
    if (inside >= 0) return { group: node.id, index: inside }
  }
  return null
}

/** The list that a place points into. */
export function siblings(document: MapDocument, group: string | null): LayerNode[] {
  return group === null ? document.layers : (findGroup(document, group)?.layers ?? [])
}
