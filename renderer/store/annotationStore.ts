/** Which annotation tool is in hand, what is selected, and what is being drawn. The annotations themselves are in the document. */
import { createStore } from 'zustand/vanilla'
import type { AnnotationKind, AnnotationProperties } from '../../electron/contract/annotation.ts'

export type Tool = 'select' | AnnotationKind

/** What the next annotation of a kind will look like: what was drawn last, or a template that was chosen. */
export type Draft = Pick<AnnotationProperties, 'style' | 'symbol' | 'status' | 'curved' | 'tapered'>

export type AnnotationState = {
  /** Null: a click on the map identifies. */
  tool: Tool | null
  /** Ids, in the order of selection. */
  selected: readonly string[]
  /** By kind. */
  drafts: Partial<Record<AnnotationKind, Draft>>
  /** Drawing and editing catch on annotations and layers. Alt suspends it. */
  snapping: boolean
  /** What is being drawn or moved, in words and figures: 'Length 12.4 km · azimuth 231°'. Null when nothing is. */
  live: string | null
  /** The vertices of the one selected annotation are shown to be moved. */
  editingVertices: boolean
  /** The picture that the image tool will place; chosen before the tool is taken. */
  pendingImage: AnnotationProperties['image']
}

export const annotationStore = createStore<AnnotationState>(() => ({
  tool: null,
  selected: [],
  drafts: {},
  snapping: true,
  live: null,
  editingVertices: false,
  pendingImage: null,
}))

export const chooseTool = (tool: Tool | null): void => annotationStore.setState({ tool, live: null })

export const selectAnnotations = (selected: readonly string[]): void => annotationStore.setState({ selected, editingVertices: false })
