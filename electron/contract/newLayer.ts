/** How a layer looks when its file is first opened, in the window and on the command line alike. */
import type { LabelStyle, Layer, SymbolStyle } from './document.ts'
import type { LayerSummary, SourceRef } from './layer.ts'

/**
 * Qualitative colours that stay apart under the common colour vision deficiencies, darkened where needed to stand out on a light ground.
 * Source: Paul Tol, "Colour Schemes" (2021), "bright" and "vibrant"; grey and yellow left out.
 */
export const layerColors = ['#4477aa', '#cc3311', '#228833', '#aa3377', '#ee7733', '#009988', '#332288', '#66ccee'] as const

export const plainLabel: Omit<LabelStyle, 'field'> = { sizePt: 9, color: '#1a1a1a', haloColor: '#ffffff' }

/** @param labelField whose value is written beside each feature; null for none */
export function freshLayer(source: SourceRef, summary: LayerSummary, color: string, labelField: string | null = null): Layer {
  return {
    type: 'layer',
    id: crypto.randomUUID(),
    name: source.name.slice(0, 500),
    path: source.path,
    hash: summary.contentKey.slice(0, 128),
    visible: true,
    opacity: 1,
    filter: '',
    style: { kind: 'single', symbol: symbolFor(summary, color), label: labelField === null ? null : { field: labelField, ...plainLabel } },
    ...(summary.partial === true ? { inPart: true } : {}),
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
