/** The native menu, made from the commands table. What a command does is decided in the window, which is told by `command.run`. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { type CommandId, commandIds, commands, type MenuName } from '../contract/commands.ts'
import type { RecentFile } from '../contract/session.ts'
import { send } from './ipc.ts'

export type MenuState = {
  disabled: CommandId[]
  checked: CommandId[]
  undo: string | null
  redo: string | null
}

const isMac = process.platform === 'darwin'
const menuNames: MenuName[] = ['File', 'Edit', 'View', 'Layer', 'Annotate', 'Page', 'Help']

/** Draws the menu anew. Cheap enough to do at every change of state. */
export function showMenu(window: BrowserWindow, state: MenuState, recent: readonly RecentFile[], isPackaged: boolean): void {
  const template: MenuItemConstructorOptions[] = menuNames.map((name) => ({
    label: name === 'Help' || isMac ? name : `&${name}`,
    submenu: itemsOf(name, window, state, recent, isPackaged),
    ...(name === 'Help' ? { role: 'help' as const } : {}),
  }))
  if (isMac) template.unshift({ role: 'appMenu' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function itemsOf(
  menu: MenuName,
  window: BrowserWindow,
  state: MenuState,
  recent: readonly RecentFile[],
  isPackaged: boolean,
): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = []
  const submenus = new Map<string, MenuItemConstructorOptions[]>()
  for (const id of commandIds) {
    const spec = commands[id]
    if (spec.menu !== menu) continue
    if (spec.separated === true) items.push({ type: 'separator' })
    const item = itemOf(id, window, state)
    if (spec.under === undefined) items.push(item)
    else {
      const submenu = submenus.get(spec.under) ?? []
      if (submenu.length === 0) {
        submenus.set(spec.under, submenu)
        items.push({ label: spec.under, submenu })
      }
      submenu.push(item)
    }
    if (id === 'document.demo') items.push({ label: 'Open Recent', enabled: recent.length > 0, submenu: recentItems(window, recent) })
    if (id === 'edit.redo') items.push({ type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' })
    if (id === 'panel.layers') items.push({ role: 'togglefullscreen' }, ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const }]))
    if (id === 'document.reveal') items.push({ type: 'separator' }, { role: isMac ? 'close' : 'quit' })
  }
  return items
}

function itemOf(id: CommandId, window: BrowserWindow, state: MenuState): MenuItemConstructorOptions {
  const { label, keys, toggle } = commands[id]
  return {
    id,
    label:
      id === 'edit.undo' && state.undo !== null
        ? `Undo ${state.undo}`
        : id === 'edit.redo' && state.redo !== null
          ? `Redo ${state.redo}`
          : label,
    enabled: !state.disabled.includes(id),
    // Shown only: the window hears the keys (renderer/app/commands/shortcuts.ts). A Mac asks the window first in any case, but takes bare letters from text fields.
    ...(keys === undefined || (isMac && isBare(keys)) ? {} : { accelerator: keys, registerAccelerator: false }),
    ...(toggle === undefined ? {} : { type: toggle, checked: state.checked.includes(id) }),
    click: () => send(window, 'command.run', { command: id }),
  }
}

const isBare = (keys: string): boolean => /^(Shift\+)?[A-Z]$/.test(keys)

function recentItems(window: BrowserWindow, recent: readonly RecentFile[]): MenuItemConstructorOptions[] {
  return recent.map((file) => ({
    label: file.name.replaceAll('&', '&&'),
    sublabel: file.path,
    click: () => send(window, 'recent.open', { id: file.id }),
  }))
}

/** Shows a file in the system's file browser. */
export function reveal(path: string): void {
  shell.showItemInFolder(path)
}
