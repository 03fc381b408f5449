/** One window for many tests: a start of the program takes longer than most tests, and a page that is loaded again under a new map remembers nothing of the last one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { App, StartOptions } from './app.ts'

export type SharedWindow = {
  /** @param files layers or one map document, opened as a second start of the program hands them over; none: the demo */
  open(files: string[]): Promise<App>
  /** Hides it: a window that a test starts for itself is alone on the screen, and has the keyboard. */
  stepAside(): Promise<void>
  close(): Promise<void>
}

const blankTitle = 'Untitled map — Cartouche'

/** @param start starts the program */
export function sharedWindow(start: (options: StartOptions) => Promise<App>): SharedWindow {
  let running: { app: App; userData: string } | null = null
  const close = async (): Promise<void> => {
    if (running === null) return
    const { app, userData } = running
    running = null
    await app.close().catch(() => undefined)
    await rm(userData, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    close,
    stepAside: async () => {
      await running?.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    },
    open: async (files) => {
      if (running === null || running.app.page.isClosed()) {
        await close()
        const userData = await mkdtemp(join(tmpdir(), 'cartouche-e2e-'))
        running = { app: await start({ files, userData }), userData }
        await running.app.electron.evaluate(({ dialog }) => void Object.assign(globalThis, { dialogs: { ...dialog } }))
      } else {
        await beginAnew(running.app, running.userData)
        await (files.length === 0 ? openDemo(running.app) : handOver(running.app, files))
      }
      return { ...running.app, close: notMine }
    },
  }
}

async function notMine(): Promise<void> {
  throw new Error('This window is for other tests too: a test that ends the program starts its own.')
}

/** A page as after a start, with an empty map that nothing was done to. */
async function beginAnew({ electron, page, layers }: App, userData: string): Promise<void> {
  // What a test has put in the place of the dialogs goes, and what it changed is not saved.
  await electron.evaluate(({ dialog, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.show()
    const world = globalThis as unknown as { edge?: unknown; dialogs: typeof dialog }
    Object.assign(dialog, world.dialogs)
    delete world.edge
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { buttons = [] } = given.at(-1) as Electron.MessageBoxOptions
      return { response: buttons.indexOf('Do Not Save'), checkboxChecked: false }
    }
  })
  // The panels as they are at the first start.
  await rm(join(userData, 'session.json'), { force: true })
  await page.reload()
  await expect(page.getByRole('region', { name: 'Map' })).toBeVisible()
  await command({ electron }, 'document.new')
  await expect(page).toHaveTitle(blankTitle)
  await expect(layers.getByRole('treeitem')).toHaveCount(0)
  await electron.evaluate(({ dialog }) => void Object.assign(dialog, (globalThis as unknown as { dialogs: typeof dialog }).dialogs))
}

async function openDemo(app: App): Promise<void> {
  await command(app, 'document.demo')
  await expect(app.page).not.toHaveTitle(blankTitle)
  await drawn(app)
}

async function handOver(app: App, files: string[]): Promise<void> {
  await app.electron.evaluate(
    ({ app: program }, names) => program.emit('second-instance', {}, [process.execPath, '.', ...names], process.cwd()),
    files,
  )
  // As long as a start may take, which reads the files too. An empty map without a name would look like the one before it; no test opens that.
  const signs = app.layers.getByRole('treeitem').or(app.page.getByRole('alert')).or(app.page.getByRole('dialog'))
  await expect.poll(async () => (await app.page.title()) !== blankTitle || (await signs.count()) > 0, { timeout: 30_000 }).toBe(true)
  await drawn(app)
}

/** The map takes what it was told at the next frame. */
async function drawn(app: App): Promise<void> {
  await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  await app.ready()
}

/** Gives a command as the native menu does. */
async function command({ electron }: Pick<App, 'electron'>, id: string): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.webContents.send('command.run', { command: name }),
    id,
  )
}
