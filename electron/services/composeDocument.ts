/** A map document made from layer files without a window, for `cartouche new` and for exports of bare layers. */
import { unionOfBoxes } from '../contract/boxes.ts'
import { blankDocument, type MapDocument } from '../contract/document.ts'
import type { LayerSummary, SourceRef } from '../contract/layer.ts'
import { freshLayer, layerColors } from '../contract/newLayer.ts'
import { RefusalError } from '../contract/refusal.ts'
import type { BasemapStyle, BoundingBox } from '../contract/values.ts'
import { inWords } from './commandValues.ts'
import { nearest } from '../contract/nearest.ts'
import { viewOfBox } from './viewOfBox.ts'

export type ReadLayer = { source: SourceRef; summary: LayerSummary }

export type DocumentWishes = {
  title: string
  subtitle?: string
  asOf?: string | null
  basemap?: BasemapStyle
  /** Ground to show; null for that of the layers. */
  box?: BoundingBox | null
  /** Field whose value is written beside the features of the layers that have it. */
  label?: string | null
}

export type ComposedDocument = {
  document: MapDocument
  /** What its view shows; null when no layer has anything to show. */
  box: BoundingBox | null
}

/** As in the window: room around what is zoomed to, and a single point is not shown from as near as can be. */
const aroundLayers = { paddingPx: 48, maxZoom: 13 }
/** A box that was asked for fills the window. */
const exactly = { paddingPx: 0, maxZoom: 28 }
/** See `MapDocument`. */
const maxLayers = 1_000

/**
 * @param layers topmost first
 * @throws RefusalError when no layer has the label's field, or there are more layers than a document holds
 */
export function composeDocument(layers: readonly ReadLayer[], wishes: DocumentWishes): ComposedDocument {
  const { title, subtitle = '', asOf = null, basemap = blankDocument.basemap.style, box: asked = null, label = null } = wishes
  if (layers.length > maxLayers) {
    throw new RefusalError({
      message: `A map holds up to ${maxLayers.toLocaleString('en-US')} layers, and these are ${layers.length.toLocaleString('en-US')}.`,
      advice: 'Name fewer files.',
    })
  }
  const hasLabel = ({ summary }: ReadLayer): boolean => summary.fields.some(({ name }) => name === label)
  if (label !== null && !layers.some(hasLabel)) throw noSuchField(label, layers)
  const box = asked ?? unionOfBoxes(layers.map(({ summary }) => summary.boundingBox))
  const view = box === null ? blankDocument.view : viewOfBox(box, asked === null ? aroundLayers : exactly)
  const nodes = layers.map((layer, index) => ({
    ...freshLayer(layer.source, layer.summary, layerColors[index % layerColors.length] ?? layerColors[0], hasLabel(layer) ? label : null),
    // The same files give the same document, byte for byte.
    id: `layer-${index + 1}`,
  }))
  const document: MapDocument = {
    ...blankDocument,
    title,
    subtitle,
    asOf,
    view,
    basemap: { ...blankDocument.basemap, style: basemap },
    layers: nodes,
  }
  return { document, box }
}

/** As many field names as are read at a glance. */
const maxNames = 12

function noSuchField(label: string, layers: readonly ReadLayer[]): RefusalError {
  const fields = [...new Set(layers.flatMap(({ summary }) => summary.fields.map(({ name }) => name)))]
  const near = nearest(label, fields)
  const names = fields.length > maxNames ? [...fields.slice(0, maxNames), `${fields.length - maxNames} more`] : fields
  const advice = fields.length === 0 ? 'They have no fields at all.' : `There are ${inWords(names, 'and')}.`
  return new RefusalError({
    message: `No layer has a field “${label}” to label by.`,
    advice: near === null ? advice : `Did you mean ${near}? ${advice}`,
  })
}
