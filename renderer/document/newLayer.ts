/** A layer as it looks when a file is first opened: a colour that no other layer has, and sizes that suit its geometry. */
import type { Layer, LayerStyle, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary, SourceRef } from '../../electron/contract/layer.ts'
import { freshLayer, layerColors } from '../../electron/contract/newLayer.ts'
import { allLayers } from './layers.ts'

export { unionOfBoxes } from '../../electron/contract/boxes.ts'
export { defaultSymbol } from '../../electron/contract/newLayer.ts'

/** @param offset of this layer among several that are added at once */
export function newLayer(document: MapDocument, source: SourceRef, summary: LayerSummary, offset: number): Layer {
  return freshLayer(source, summary, nextColor(allLayers(document), offset))
}

/** How a layer that is in the document would look if its file were opened now. */
export function freshStyle(document: MapDocument, source: SourceRef, summary: LayerSummary, id: string): LayerStyle {
  const others = allLayers(document).filter((layer) => layer.id !== id)
  return freshLayer(source, summary, nextColor(others, 0)).style
}

function nextColor(layers: readonly Layer[], offset: number): string {
  const used = layers.map(({ style }) => (style.kind === 'single' ? style.symbol.color : style.other.color))
  const count = (color: string): number => used.filter((one) => one === color).length
  const leastUsed = layerColors.toSorted((a, b) => count(a) - count(b))
  return leastUsed[offset % leastUsed.length] ?? layerColors[0]
}
