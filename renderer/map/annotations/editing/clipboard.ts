/**
 * Copy, cut and paste as GeoJSON text, by the window's own clipboard events: the program is handed what the user pastes, and can read nothing else.
 */
import { RefusalError } from '../../../../electron/contract/refusal.ts'
import { addAnnotations, removeAnnotations } from '../../../document/annotations/commands.ts'
import { shifted } from '../../../document/annotations/transform.ts'
import { copiedText, pastedAnnotations } from '../../../document/exchange/clipboard.ts'
import { selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { notify, notifyRefusal } from '../../../store/noticeStore.ts'
import { pixelsToMetres, type Screen } from '../tools/screen.ts'
import { isFree, selectedAnnotations } from './selection.ts'
import { copyOffsetPx } from './selectionActions.ts'

/**
 * @param isOurs whether the keyboard is on the map
 * @returns a function that ends the listening
 */
export function listenToClipboard(isOurs: () => boolean, screen: () => Screen): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const chosen = selectedAnnotations()
    if (!isOurs() || chosen.length === 0 || event.clipboardData === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copiedText(chosen))
    if (event.type !== 'cut') return
    const going = chosen.filter(isFree).map(({ id }) => id)
    if (going.length === 0) return
    runCommand(removeAnnotations(currentDocument(), going))
    selectAnnotations(chosen.filter((one) => !isFree(one)).map(({ id }) => id))
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!isOurs() || event.clipboardData === null) return
    event.preventDefault()
    paste(event.clipboardData.getData('text/plain'), screen())
  }
  document.addEventListener('copy', onCopy)
  document.addEventListener('cut', onCopy)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('copy', onCopy)
    document.removeEventListener('cut', onCopy)
    document.removeEventListener('paste', onPaste)
  }
}

/** In place in another document; beside the originals in their own. */
function paste(text: string, screen: Screen): void {
  try {
    const pasted = pastedAnnotations(text)
    if (pasted === null) return notify('The clipboard has no annotations.', 'Copy annotations, or any GeoJSON text, and paste again.')
    const taken = new Set(currentDocument().annotations.map(({ geometry }) => JSON.stringify(geometry)))
    const covers = pasted.annotations.some(({ geometry }) => taken.has(JSON.stringify(geometry)))
    const by = pixelsToMetres(screen, copyOffsetPx)
    const annotations = covers ? pasted.annotations.map((one) => ({ ...one, geometry: shifted(one.geometry, by) })) : pasted.annotations
    if (annotations.length === 0) return
    runCommand(addAnnotations(annotations, 'pasting'))
    selectAnnotations(annotations.map(({ id }) => id))
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    notifyRefusal(error.refusal)
  }
}
