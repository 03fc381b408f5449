/** Electron accelerators, as the window hears them. Pure. */

export type Keys = { mod: boolean; shift: boolean; alt: boolean; key: string }

/** Names of Electron accelerators that differ from `KeyboardEvent.key`. */
const keyNames: Record<string, string> = { Plus: '+', Left: 'arrowleft', Right: 'arrowright', Up: 'arrowup', Down: 'arrowdown' }

/** @param accelerator 'CmdOrCtrl+Shift+O' */
export function parseAccelerator(accelerator: string): Keys {
  const parts = accelerator.split('+').map((part) => part || '+')
  const last = parts.at(-1) ?? ''
  return {
    mod: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    key: (keyNames[last] ?? last).toLowerCase(),
  }
}

/** @param isMac the command key takes the place of Ctrl */
export function matches(
  keys: Keys,
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'key' | 'code'>,
  isMac: boolean,
): boolean {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const otherMod = isMac ? event.ctrlKey : event.metaKey
  if (mod !== keys.mod || otherMod || event.altKey !== keys.alt) return false
  // A sign may need Shift on one keyboard and not on another; a letter or an arrow is with Shift or without.
  const isSign = keys.key.length === 1 && !/[a-z0-9]/.test(keys.key)
  if (!isSign && event.shiftKey !== keys.shift) return false
  // On keyboards of other scripts the letter's key counts, not its letter.
  return (
    event.key.toLowerCase() === keys.key ||
    (/^[a-z]$/.test(keys.key) && event.code === `Key${keys.key.toUpperCase()}`) ||
    (keys.key === '+' && event.key === '=')
  )
}
