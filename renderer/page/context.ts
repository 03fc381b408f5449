/** What a page is laid out from, besides itself. */
import type { AnnotationTemplate } from '../../electron/contract/annotation.ts'
import type { CategoryValue, MapDocument } from '../../electron/contract/document.ts'
import type { Page } from '../../electron/contract/page.ts'
import type { Credit, Mark, Box, Measure, NotPlaced, Text } from './drawing.ts'

export type SwatchGeometry = 'point' | 'line' | 'polygon'

/** What a layer has inside a frame. */
export type LayerFacts = {
  /** The layer's id. */
  layer: string
  /** Most important first. */
  geometries: readonly SwatchGeometry[]
  /** Features inside the frame; null where they were not counted. */
  count: number | null
  /** Classes that occur there; null where that is not known, so that all are shown. */
  classes: readonly { value: CategoryValue; count: number | null }[] | null
  /** Features without a class of their own; null for none. */
  other: { count: number | null } | null
  /** The file's own credits. */
  credits: readonly Credit[]
}

export type PageContext = {
  document: MapDocument
  /** What is inside each frame, by the frame's id. For a frame that is not named, all that is switched on counts as inside. */
  frames: ReadonlyMap<string, readonly LayerFacts[]>
  /** Templates by which annotations are named in the legend; the shipped ones when left out. */
  templates?: readonly AnnotationTemplate[]
  measure: Measure
}

/** What the parts of a page are drawn with. */
export type Desk = {
  page: Page
  context: PageContext
  /** For letters that stand on the map itself. */
  haloOf: (element: { id: string }, color: string, sizePt: number) => Text['halo']
}

export type Drawn = {
  marks: readonly Mark[]
  /** What is covered, where it is less than the element's box; null for nothing. */
  box?: Box | null
  notPlaced?: readonly NotPlaced[]
}
