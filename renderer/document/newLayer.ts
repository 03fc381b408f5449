/** A layer as it looks when a file is first opened: a colour that no other layer has, and sizes that suit its geometry. */
import type { BoundingBox, Layer, MapDocument, SymbolStyle } from '../../electron/contract/document.ts'
import type { LayerSummary, SourceRef } from '../../electron/contract/layer.ts'
import { allLayers } from './layers.ts'

/**
 * Qualitative colours that stay apart under the common colour vision deficiencies, darkened where needed to stand out on a light ground.
 * Source: Paul Tol, "Colour Schemes" (2021), "bright" and "vibrant"; grey and yellow left out.
 */
export const layerColors = ['#4477aa', '#cc3311', '#228833', '#aa3377', '#ee7733', '#009988', '#332288', '#66ccee'] as const

/** @param offset of this layer among several that are added at once */
export function newLayer(document: MapDocument, source: SourceRef, summary: LayerSummary, offset: number): Layer {
  return {
    type: 'layer',
    id: crypto.randomUUID(),
    name: source.name.slice(0, 500),
    path: source.path,
    hash: summary.contentKey.slice(0, 128),
    visible: true,
    opacity: 1,
    style: { kind: 'single', symbol: symbolFor(summary, nextColor(document, offset)), label: null },
  }
}

export function defaultSymbol(color: string): SymbolStyle {
  return {
    color,
    fillOpacity: 0.35,
    outlineColor: '#ffffff',
    outlineWidthMm: 0.25,
    lineWidthMm: 0.5,
    dash: 'solid',
    point: 'circle',
    sizeMm: 2.6,
  }
}

/** Marks stand out by a white rim; areas are bounded by a line of their own colour. */
function symbolFor(summary: LayerSummary, color: string): SymbolStyle {
  const symbol = defaultSymbol(color)
  const hasAreas = (summary.geometries.Polygon ?? 0) + (summary.geometries.MultiPolygon ?? 0) > 0
  return hasAreas ? { ...symbol, outlineColor: color, outlineWidthMm: 0.35 } : symbol
}

function nextColor(document: MapDocument, offset: number): string {
  const used = allLayers(document).map(({ style }) => (style.kind === 'single' ? style.symbol.color : style.other.color))
  const count = (color: string): number => used.filter((one) => one === color).length
  const leastUsed = layerColors.toSorted((a, b) => count(a) - count(b))
  return leastUsed[offset % leastUsed.length] ?? layerColors[0]
}

/** The smallest box around several. Boxes across the antimeridian (west > east) are unrolled to the east. */
export function unionOfBoxes(boxes: (BoundingBox | null)[]): BoundingBox | null {
  const known = boxes.filter((box) => box !== null)
  if (known.length === 0) return null
  const unrolled = known.map(([west, south, east, north]) => [west, south, east < west ? east + 360 : east, north] as const)
  return [
    Math.min(...unrolled.map(([west]) => west)),
    Math.min(...unrolled.map(([, south]) => south)),
    Math.max(...unrolled.map(([, , east]) => east)),
    Math.max(...unrolled.map(([, , , north]) => north)),
  ]
}
