import { notify } from '../../store/noticeStore.ts'
import { copyText } from '../parts/copyText.ts'
import { maxClipboardCharacters } from './tabSeparated.ts'

/** Puts text on the clipboard, as much of it as the clipboard is given at once, and says when that is not all. */
export async function copyWhatFits(text: string, what: string): Promise<void> {
  await copyText(text.slice(0, maxClipboardCharacters), what)
  if (text.length > maxClipboardCharacters) {
    notify(`Only the first ${maxClipboardCharacters.toLocaleString('en')} of ${text.length.toLocaleString('en')} characters were copied.`)
  }
}
