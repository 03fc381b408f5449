/** The selected annotations, as they are in the document now. */
import { useMemo } from 'react'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { findAnnotations } from '../../document/annotations/commands.ts'
import { placesOf } from '../../document/annotations/places.ts'
import { annotationStore } from '../../store/annotationStore.ts'
import { currentDocument, documentStore } from '../../store/documentStore.ts'
import { useAfterPaint } from '../parts/afterPaint.ts'
import { useStore } from '../parts/useStore.ts'

export const selectedAnnotations = (): Annotation[] => findAnnotations(currentDocument(), annotationStore.getState().selected)

/**
 * In the document's order. What undo took away is not among them. The map marks another selection at once; here it comes a frame later, and what becomes of
 * those that are selected at once.
 */
export function useSelectedAnnotations(): readonly Annotation[] {
  const selected = useAfterPaint(useStore(annotationStore, (state) => state.selected))
  const annotations = useStore(documentStore, (state) => state.history.document.annotations)
  return useMemo(() => {
    return placesOf(annotations, selected).flatMap((place) => annotations[place] ?? [])
  }, [selected, annotations])
}
