/** A layer as it looks when a file is first opened: a colour that no other layer has, and sizes that suit its geometry. */
import type { Layer, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary, SourceRef } from '../../electron/contract/layer.ts'
import { freshLayer, layerColors } from '../../electron/contract/newLayer.ts'
import { allLayers } from './layers.ts'

export { unionOfBoxes } from '../../electron/contract/boxes.ts'
export { defaultSymbol } from '../../electron/contract/newLayer.ts'

/** @param offset of this layer among several that are added at once */
export function newLayer(document: MapDocument, source: SourceRef, summary: LayerSummary, offset: number): Layer {
  return freshLayer(source, summary, nextColor(document, offset))
}

function nextColor(document: MapDocument, offset: number): string {
  const used = allLayers(document).map(({ style }) => (style.kind === 'single' ? style.symbol.color : style.other.color))
  const count = (color: string): number => used.filter((one) => one === color).length
  const leastUsed = layerColors.toSorted((a, b) => count(a) - count(b))
  return leastUsed[offset % leastUsed.length] ?? layerColors[0]
}
