/** What can be done to all that is selected, whichever tool is in hand. */
import { duplicateAnnotations, moveAnnotations, removeAnnotations } from '../../../document/annotations/commands.ts'
import { annotationStore, selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { pixelsToMetres, type Pixel, type Screen } from '../tools/screen.ts'
import { isFree, selectedAnnotations } from './selection.ts'

/** How far a copy stands from its original. */
export const copyOffsetPx: Pixel = [14, 14]

export function selectAll(): void {
  selectAnnotations(
    currentDocument()
      .annotations.filter(isFree)
      .map(({ id }) => id),
  )
}

/** Locked ones stay, and stay selected. */
export function removeSelected(): void {
  const ids = freeIds()
  if (ids.length === 0) return
  runCommand(removeAnnotations(currentDocument(), ids))
  selectAnnotations(annotationStore.getState().selected.filter((id) => !ids.includes(id)))
}

export function duplicateSelected(screen: Screen): void {
  const ids = selectedAnnotations().map(({ id }) => id)
  if (ids.length === 0) return
  const copies = ids.map(() => crypto.randomUUID())
  runCommand(duplicateAnnotations(currentDocument(), ids, copies, pixelsToMetres(screen, copyOffsetPx)))
  selectAnnotations(copies)
}

/** A run of arrow keys ends when this much time passes, or when another thing is selected. */
const runMs = 800
let run = { id: 0, at: 0, of: '' }

/** A run of keys is one entry of the history. */
export function nudgeSelected(screen: Screen, by: Pixel): void {
  const ids = freeIds()
  if (ids.length === 0) return
  const [now, of] = [performance.now(), ids.join(' ')]
  run = { id: now - run.at > runMs || run.of !== of ? run.id + 1 : run.id, at: now, of }
  runCommand(moveAnnotations(currentDocument(), ids, pixelsToMetres(screen, by), { gesture: `nudge ${run.id}` }))
}

const freeIds = (): string[] =>
  selectedAnnotations()
    .filter(isFree)
    .map(({ id }) => id)
