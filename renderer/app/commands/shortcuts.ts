/**
 * The keyboard. The window hears its keys itself, before the native menu does: what it has handled, the menu does not see, so no command runs twice, and the
 * same keys work where there is no menu.
 */
import { type CommandId, commandIds, commands } from '../../../electron/contract/commands.ts'
import { annotationStore } from '../../store/annotationStore.ts'
import { panelStore } from '../../store/panelStore.ts'
import { type Keys, matches, parseAccelerator } from './accelerator.ts'
import { commandState } from './menuState.ts'
import { pageStore } from '../page/pageStore.ts'
import { hasOwnUndo, isTyping, perform } from './perform.ts'

const shortcuts: { id: CommandId; keys: Keys }[] = commandIds.flatMap((id) => {
  const { keys } = commands[id]
  return keys === undefined ? [] : [{ id, keys: parseAccelerator(keys) }]
})

/** @returns a function that ends the listening */
export function listenToKeys(isMac: boolean): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const shortcut = usable(shortcuts.filter(({ keys }) => matches(keys, event, isMac)))
    if (shortcut === undefined) return
    const { id, keys } = shortcut
    // In most text fields undo is the field's own, and Alt with an arrow moves by words on some systems.
    if (id === 'edit.undo' || id === 'edit.redo' ? hasOwnUndo() : isTyping() && !keys.mod) return
    if (isBareKey(keys) && lettersAreTaken(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    // Under a dialog nothing else happens.
    const { dialog, paletteOpen } = panelStore.getState()
    if (dialog !== null || (paletteOpen && id !== 'palette.open')) return
    if (!event.repeat || id.startsWith('view.')) run(id)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

/** On the page, keys that the map has too mean the page's elements; those of commands that are of no use there are left to what has the focus. */
function usable<T extends { id: CommandId }>(found: readonly T[]): T | undefined {
  const { isOpen } = pageStore.getState()
  if (found.length === 0 || (found.length === 1 && !isOpen)) return found[0]
  const { disabled } = commandState()
  return found.find(({ id }) => !disabled.includes(id)) ?? (isOpen ? undefined : found[0])
}

/** A letter that stands for a command by itself. */
const isBareKey = ({ mod, alt }: Keys): boolean => !mod && !alt

/** Lists find their entries by letters, and while something is drawn a distance or coordinates may be typed. */
function lettersAreTaken(target: EventTarget | null): boolean {
  if (annotationStore.getState().live !== null) return true
  const choosing = '[role="listbox"], [role="menu"], [role="combobox"], [role="dialog"]'
  return target instanceof Element && target.closest(choosing) !== null
}

function run(id: CommandId): void {
  if (!commandState().disabled.includes(id)) perform(id)
}
