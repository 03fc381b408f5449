/** The one window: its size, which is remembered, and its life. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { z } from '../contract/schema.ts'
import { appAddress } from '../contract/addresses.ts'
import { KeptState } from '../services/keptState.ts'
import { webPreferences } from './lockdown.ts'
import { iconFile, preloadFile, stateFile } from './paths.ts'

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>

export async function createWindow(size: { width: number; height: number } | null): Promise<BrowserWindow> {
  const kept = new KeptState<WindowState>(stateFile('window.json'), WindowState)
  const state = size === null ? await kept.read() : null
  const place =
    state !== null && isOnScreen(state) ? { x: state.x, y: state.y, width: state.width, height: state.height } : (size ?? defaultSize())
  const window = new BrowserWindow({
    ...place,
    useContentSize: size !== null,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Cartouche',
    icon: iconFile(),
    // The colours of the first frame, so that the window does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15191e' : '#f4f5f6',
    webPreferences: webPreferences(preloadFile()),
  })
  if (state?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  if (size === null) rememberPlace(window, kept)
  return window
}

export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(appAddress)
}

function rememberPlace(window: BrowserWindow, kept: KeptState<WindowState>): void {
  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return
    void kept
      .write({ ...window.getNormalBounds(), maximized: window.isMaximized() })
      .catch((error: unknown) => console.error('[window]', error))
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, 300)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', keep)
}

function defaultSize(): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  return { width: Math.min(1440, width), height: Math.min(900, height) }
}

/** A window kept on a display that is no longer there would open out of sight. */
function isOnScreen(state: WindowState): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(state.x + state.width, workArea.x + workArea.width) - Math.max(state.x, workArea.x)
    const overlapY = Math.min(state.y + state.height, workArea.y + workArea.height) - Math.max(state.y, workArea.y)
    return overlapX > 100 && overlapY > 100
  })
}
