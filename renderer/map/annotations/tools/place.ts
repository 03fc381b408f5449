/** Puts what was drawn into the document, looking like what was drawn last. */
import type { Annotation, AnnotationGeometry, AnnotationKind } from '../../../../electron/contract/annotation.ts'
import { addAnnotations, findAnnotation } from '../../../document/annotations/commands.ts'
import { type AnnotationDraft, newAnnotation } from '../../../document/annotations/new.ts'
import { annotationStore, type Draft, selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'

/** What was drawn last of a kind, and the draft that was in hand then. */
const lastDrawn = new Map<AnnotationKind, { id: string; draft: Draft | undefined }>()

/** A newly chosen draft comes first; then the look that the last one has by now. */
export function draftOf(kind: AnnotationKind): AnnotationDraft {
  const draft = annotationStore.getState().drafts[kind]
  const last = lastDrawn.get(kind)
  const drawn = last === undefined || last.draft !== draft ? null : findAnnotation(currentDocument(), last.id)
  if (drawn === null || drawn.properties.kind !== kind) return draft ?? {}
  const { style, symbol, curved, tapered } = drawn.properties
  return { ...draft, style: { ...style, rotationDeg: 0 }, symbol, curved, tapered }
}

/** An annotation that is not in the document yet. */
export const drafted = (kind: AnnotationKind, geometry: AnnotationGeometry, extra: AnnotationDraft = {}): Annotation =>
  newAnnotation(kind, geometry, { ...draftOf(kind), ...extra })

/**
 * Adds it, on top and selected.
 *
 * @param gesture what follows under the same name becomes part of the same entry of the history
 */
export function place(annotation: Annotation, gesture?: string): void {
  const { kind } = annotation.properties
  runCommand({ ...addAnnotations([annotation]), ...(gesture === undefined ? {} : { gesture }) })
  lastDrawn.set(kind, { id: annotation.id, draft: annotationStore.getState().drafts[kind] })
  selectAnnotations([annotation.id])
}
