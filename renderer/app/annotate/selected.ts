/** The selected annotations, as they are in the document now. */
import { useMemo } from 'react'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { findAnnotations } from '../../document/annotations/commands.ts'
import { annotationStore } from '../../store/annotationStore.ts'
import { currentDocument, documentStore } from '../../store/documentStore.ts'
import { useStore } from '../parts/useStore.ts'

export const selectedAnnotations = (): Annotation[] => findAnnotations(currentDocument(), annotationStore.getState().selected)

/** In the document's order. What undo took away is not among them. */
export function useSelectedAnnotations(): readonly Annotation[] {
  const selected = useStore(annotationStore, (state) => state.selected)
  const annotations = useStore(documentStore, (state) => state.history.document.annotations)
  return useMemo(() => {
    if (selected.length === 0) return []
    const wanted = new Set(selected)
    return annotations.filter(({ id }) => wanted.has(id))
  }, [selected, annotations])
}
