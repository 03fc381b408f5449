/** What reading a file of annotations is told, and what comes of it. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { LayerProblem } from '../../../electron/contract/layer.ts'

export type ImportOptions = {
  /** Name of the file, for sentences. */
  file: string
  /** ISO 8601, UTC; the clock's when left out. */
  now?: string
  /** Ids that the document has already: an annotation that comes with one of them gets a new one. */
  taken?: ReadonlySet<string>
  newId?: () => string
}

export type Imported = {
  annotations: Annotation[]
  /** What was left out or changed, feature by feature. Features are counted from 0, as for layers. */
  problems: LayerProblem[]
}

/** What a document holds at most; more is a layer. */
export const maxAnnotations = 50_000

export const skipped = (feature: number | null, message: string): LayerProblem => ({
  outcome: 'skipped',
  feature,
  line: null,
  column: null,
  message,
})
export const repaired = (feature: number | null, message: string): LayerProblem => ({
  outcome: 'repaired',
  feature,
  line: null,
  column: null,
  message,
})

/** Gives every annotation an id of its own, and keeps the one it came with where that is free. */
export function withOwnIds(
  annotations: readonly Annotation[],
  { taken = new Set(), newId = () => crypto.randomUUID() }: Partial<ImportOptions>,
): Annotation[] {
  const used = new Set(taken)
  return annotations.map((annotation) => {
    const id = annotation.id === '' || used.has(annotation.id) ? newId() : annotation.id
    used.add(id)
    return id === annotation.id ? annotation : { ...annotation, id }
  })
}
