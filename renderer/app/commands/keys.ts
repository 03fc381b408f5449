/** An Electron accelerator as the user's keyboard names it. */

const macSigns: Record<string, string> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Plus: '+', Left: '←', Right: '→', Home: '↖' }
const otherSigns: Record<string, string> = { CmdOrCtrl: 'Ctrl', Plus: '+', Left: '←', Right: '→' }

/** @param accelerator 'CmdOrCtrl+Shift+O' */
export function keysFor(
  accelerator: string | undefined,
  isMac = document.documentElement.dataset['platform'] === 'darwin',
): string | undefined {
  if (accelerator === undefined) return undefined
  const signs = isMac ? macSigns : otherSigns
  return accelerator
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(isMac ? '' : '+')
}
