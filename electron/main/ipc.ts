/** The door between window and main: made from the calls table, checked at every call. */
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { origin } from '../contract/addresses.ts'
import { calls, type Calls, type EventName, type EventPayload } from '../contract/calls.ts'
import { callNames } from '../contract/preloadNames.ts'
import { type Handlers, serve } from '../contract/table.ts'

export type CallContext = { window: BrowserWindow }

/** The program's own windows: the one that the user sees, and those that draw pages for export. */
const ownWindows = new Set<BrowserWindow>()

/** Answers a window from now on. */
export function letIn(window: BrowserWindow): void {
  ownWindows.add(window)
  window.once('closed', () => ownWindows.delete(window))
}

/** Installs handlers for calls of the table. Only the top frame of the program's own page in one of its own windows is answered. */
export function installHandlers(handlers: Partial<Handlers<Calls, CallContext>>): void {
  for (const name of callNames) {
    if (handlers[name] === undefined) continue
    ipcMain.removeHandler(name)
    ipcMain.handle(name, (event, argument: unknown) => {
      const window = [...ownWindows].find((own) => isOwnPage(own, event))
      if (window === undefined) throw new Error('This page may not ask.')
      return serve(calls, handlers as Handlers<Calls, CallContext>, name, argument, { window }, reportDefect)
    })
  }
}

export function send<N extends EventName>(window: BrowserWindow, name: N, payload: EventPayload<N>): void {
  if (!window.isDestroyed()) window.webContents.send(name, payload)
}

function isOwnPage(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    event.sender === window.webContents &&
    `${new URL(frame.url).protocol}//${new URL(frame.url).host}` === origin
  )
}

function reportDefect(error: unknown, name: string): void {
  console.error(`[${name}]`, error)
}
