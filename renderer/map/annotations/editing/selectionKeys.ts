/** The keys that act on what is selected. */
import { annotationStore } from '../../../store/annotationStore.ts'
import type { Pixel, Screen } from '../tools/screen.ts'
import { duplicateSelected, nudgeSelected, removeSelected, selectAll } from './selectionActions.ts'

const arrows: Record<string, Pixel> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** @returns true when the key was used */
export function selectionKey(event: KeyboardEvent, screen: Screen): boolean {
  if (event.altKey) return false
  const isMod = event.ctrlKey || event.metaKey
  if (isMod && !event.shiftKey && event.code === 'KeyA') {
    selectAll()
    return true
  }
  if (annotationStore.getState().selected.length === 0) return false
  if (isMod) {
    if (event.shiftKey || event.code !== 'KeyD') return false
    duplicateSelected(screen)
    return true
  }
  const arrow = arrows[event.key]
  if (arrow !== undefined) {
    const steps = event.shiftKey ? 10 : 1
    nudgeSelected(screen, [arrow[0] * steps, arrow[1] * steps])
    return true
  }
  return removalKey(event)
}

/** @returns true when the key was used */
export function removalKey({ key }: KeyboardEvent): boolean {
  if (key !== 'Delete' && key !== 'Backspace') return false
  if (annotationStore.getState().selected.length === 0) return false
  removeSelected()
  return true
}
