/**
 * What a legend lists: the classes of the layers and annotations inside a frame, changed as its user wishes.
 *
 * Keys: `layer ID` is a layer of one symbol, or the heading over its classes; `layer ID = VALUE` is a class (its value as JSON; of a graduated one its lower bound); `layer ID *` is all other
 * values; `layer ID size VALUE` is a sample of its sizes, under `layer ID size`; `annotation …` is a kind of annotation by look and status.
 */
import type { AnnotationTemplate } from '../../../electron/contract/annotation.ts'
import { type CategoryValue, isSeenAt, type Layer, type MapDocument, type SymbolStyle } from '../../../electron/contract/document.ts'
import type { LegendChange } from '../../../electron/contract/page.ts'
import { shippedTemplates } from '../../document/annotations/templates.ts'
import { numberText } from '../../document/graduated.ts'
import { drawnLayers } from '../../document/layers.ts'
import { sampledSymbol, sizeSamples, symbolOfSamples } from '../../document/sizeSamples.ts'
import type { LayerFacts, SwatchGeometry } from '../context.ts'
import type { Box, MapView } from '../drawing.ts'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { annotationClasses, annotationsInFrame } from './annotationFacts.ts'

export type Swatch =
  | {
      kind: 'layer'
      symbol: SymbolStyle
      geometry: SwatchGeometry
      opacity: number
      /** A sample of a size: never drawn smaller. */ toScale?: boolean
    }
  | { kind: 'annotation'; example: Annotation }

export type LegendItem = {
  key: string
  label: string
  /** Over the items that follow, up to the next heading. */
  isHeading: boolean
  /** Null for a heading. */
  swatch: Swatch | null
  count: number | null
  /** It belongs under the heading before it, and is indented. */
  isUnder: boolean
}

export const layerKey = (id: string): string => `layer ${id}`
export const classKey = (id: string, value: CategoryValue): string => `layer ${id} = ${JSON.stringify(value)}`
export const otherKey = (id: string): string => `layer ${id} *`

export type LegendSource = {
  document: MapDocument
  facts: readonly LayerFacts[] | undefined
  templates?: readonly AnnotationTemplate[] | undefined
  /** Null: annotations anywhere count. */
  frame: { view: MapView; box: Box } | null
}

/** All that could be listed, in the order of the map: annotations, then layers, topmost first. */
export function legendItems({ document, facts, templates = shippedTemplates, frame }: LegendSource): LegendItem[] {
  const shown = document.annotations.filter(({ properties }) => properties.visible)
  const annotations = frame === null ? shown : annotationsInFrame(shown, frame.view, frame.box)
  const ofAnnotations = annotationClasses(annotations, templates).map(({ key, label, example, count }): LegendItem => ({
    key,
    label,
    isHeading: false,
    swatch: { kind: 'annotation', example },
    count,
    isUnder: false,
  }))
  const ofLayers = drawnLayers(document)
    .filter(({ layer, visible }) => visible && layer.opacity > 0 && (frame === null || isSeenAt(layer.style, frame.view.scale)))
    .flatMap(({ layer }) => {
      const known = facts?.find((one) => one.layer === layer.id)
      return facts !== undefined && known === undefined ? [] : layerItems(layer, known)
    })
  return [...ofAnnotations, ...ofLayers]
}

function layerItems(layer: Layer, facts: LayerFacts | undefined): LegendItem[] {
  const { style, opacity } = layer
  const geometry = facts?.geometries[0] ?? 'point'
  const swatch = (symbol: SymbolStyle): Swatch => ({ kind: 'layer', symbol, geometry, opacity })
  const item = (key: string, label: string, symbol: SymbolStyle, count: number | null, isUnder: boolean): LegendItem => ({
    key,
    label,
    isHeading: false,
    swatch: swatch(symbol),
    count,
    isUnder,
  })
  const samples = sizeItems(layer, facts?.geometries.find((one) => one !== 'polygon') ?? geometry)
  if (style.kind === 'single' && samples.length === 0)
    return facts?.count === 0 ? [] : [item(layerKey(layer.id), layer.name, style.symbol, facts?.count ?? null, false)]
  const heading: LegendItem = {
    key: layerKey(layer.id),
    label: layer.name,
    isHeading: true,
    swatch: null,
    count: facts?.count ?? null,
    isUnder: false,
  }
  if (style.kind === 'single') return facts?.count === 0 ? [] : [heading, ...samples.slice(1)]
  const known = facts?.classes ?? null
  const drawn =
    style.kind === 'category' ? style.categories : style.classes.map(({ lower, label, symbol }) => ({ value: lower, label, symbol }))
  const classes = drawn.flatMap(({ value, label, symbol }) => {
    const found = known?.find((one) => one.value === value)
    if (known !== null && (found === undefined || found.count === 0)) return []
    return [item(classKey(layer.id, value), label, symbol, found?.count ?? null, true)]
  })
  const other = facts?.other ?? null
  const rest = other === null || other.count === 0 ? [] : [item(otherKey(layer.id), 'Other', style.other, other.count, true)]
  const all = [...classes, ...rest]
  if (all.length === 0) return []
  return [heading, ...all, ...samples]
}

/** A heading with the field's name, and marks of round values under it, as large as on the map. Areas have no size. */
function sizeItems({ id, style, opacity }: Layer, geometry: SwatchGeometry): LegendItem[] {
  const { size } = style
  if (size === undefined || size === null || geometry === 'polygon') return []
  const key = `${layerKey(id)} size`
  const symbol = symbolOfSamples(style)
  return [
    { key, label: size.field, isHeading: true, swatch: null, count: null, isUnder: true },
    ...sizeSamples(size).map((sample): LegendItem => ({
      key: `${key} ${sample.value}`,
      label: numberText(sample.value),
      isHeading: false,
      swatch: { kind: 'layer', symbol: sampledSymbol(symbol, size, sample), geometry, opacity, toScale: true },
      count: null,
      isUnder: true,
    })),
  ]
}

/** Renames, hides, reorders, and puts headings of one's own. Items that no change names keep their order, behind the others. */
export function changedItems(items: readonly LegendItem[], changes: readonly LegendChange[]): LegendItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const named = new Set(changes.map(({ key }) => key))
  const first = changes.flatMap((change) => {
    const item = byKey.get(change.key)
    if (item === undefined) return []
    byKey.delete(change.key)
    if (change.hidden) return []
    const own: LegendItem[] =
      change.heading === null
        ? []
        : [{ key: `heading ${change.key}`, label: change.heading, isHeading: true, swatch: null, count: null, isUnder: false }]
    return [...own, { ...item, label: change.label ?? item.label }]
  })
  return [...first, ...items.filter(({ key }) => !named.has(key))]
}
