/** Starts the built program as a user would, with a user-data folder of its own, and finds its parts by role and name. */
import { _electron, type ElectronApplication, expect, type Locator, type Page, test as base } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type SharedWindow, sharedWindow } from './sharedWindow.ts'

export const root = resolve(import.meta.dirname, '../..')

export type App = {
  electron: ElectronApplication
  page: Page
  map: Locator
  layers: Locator
  /** Waits until everything in view is drawn. */
  ready(): Promise<void>
  close(): Promise<void>
}

export type StartOptions = {
  /** Files on the command line. */
  files?: string[]
  userData: string
  /** Another build of the program than the one in `out/`. */
  program?: string
  switches?: string[]
}

export async function startApp({ files = [], userData, program = root, switches = [] }: StartOptions): Promise<App> {
  const isRoot = process.getuid?.() === 0
  const electron = await _electron.launch({
    args: [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, ...switches, program, ...files],
    // A locale that every Linux has, in which file names may be in any script.
    env: { ...process.env, LANG: 'C.UTF-8' },
  })
  const page = await electron.firstWindow()
  const app: App = {
    electron,
    page,
    map: page.getByRole('region', { name: 'Map' }),
    layers: page.getByRole('tree', { name: 'Layers' }),
    ready: async () => {
      await expect(page.locator('html')).toHaveAttribute('data-map', 'ready', { timeout: 30_000 })
    },
    close: async () => electron.close(),
  }
  await app.ready()
  return app
}

type Fixtures = {
  userData: string
  /** Starts the program for this test alone: for what happens at a start, at an end, and to what is kept between them. */
  start: (options?: Omit<StartOptions, 'userData'>) => Promise<App>
  /** The window that the tests have in common, with another map: the demo, or these files on the command line. */
  open: (options?: Pick<StartOptions, 'files'>) => Promise<App>
}

/** A test with a folder of its own, and ways to the program; what was started is closed at the end. Where a test fails, the next one has a new window. */
export const test = base.extend<Fixtures, { shared: SharedWindow }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const shared = sharedWindow(startApp)
      await use(shared)
      await shared.close()
    },
    { scope: 'worker' },
  ],
  open: async ({ shared }, use) => {
    await use(async ({ files = [] } = {}) => shared.open(files))
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cartouche-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ userData, shared }, use) => {
    const started: App[] = []
    await use(async (options = {}) => {
      await shared.stepAside()
      const app = await startApp({ ...options, userData })
      started.push(app)
      return app
    })
    for (const app of started) await app.close().catch(() => undefined)
  },
})

export { expect }

/** Colour of a pixel of the map, `[r, g, b]`. @param at in CSS pixels from the map's corner */
export async function pixelOfMap(app: App, at: { x: number; y: number }): Promise<[number, number, number]> {
  const box = await app.map.boundingBox()
  if (box === null) throw new Error('The map is not shown.')
  const png = await app.page.screenshot({ clip: { x: box.x + at.x, y: box.y + at.y, width: 1, height: 1 } })
  const { PNG } = await import('pngjs')
  const { data } = PNG.sync.read(png)
  return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0]
}
