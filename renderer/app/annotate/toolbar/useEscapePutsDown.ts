import { useEffect } from 'react'
import { annotationStore, chooseTool } from '../../../store/annotationStore.ts'

/** Escape puts the tool down. While something is drawn, the first Escape is the drawing's. */
export function useEscapePutsDown(): void {
  useEffect(() => {
    let wasDrawing = false
    const before = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') wasDrawing = annotationStore.getState().live !== null
    }
    const after = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || wasDrawing || annotationStore.getState().tool === null) return
      // Pop-ups stand outside the window's own tree, and close by Escape themselves.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return
      chooseTool(null)
    }
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', after)
    return () => {
      window.removeEventListener('keydown', before, { capture: true })
      window.removeEventListener('keydown', after)
    }
  }, [])
}
