/** One running program for the pictures of a worker: to start it takes longer than to draw most of them. Each test opens a map of its own in it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MapDocument } from '../../electron/contract/document.ts'
import { type App, expect, startApp, test as base } from '../e2e/app.ts'
import { answerMessages } from '../e2e/systemDialogs.ts'

export type MapWindow = {
  /** Opens a map in place of the one that is open, whose changes are dropped. @returns the program, when all of the map is drawn */
  open: (document: MapDocument) => Promise<App>
}

export const test = base.extend<{}, { mapWindow: MapWindow }>({
  mapWindow: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'cartouche-render-'))
      const app = await startApp({ userData: join(folder, 'state') })
      let maps = 0
      const open: MapWindow['open'] = async (document) => {
        maps += 1
        // A title of its own, by which it is seen that the map is there.
        const title = `${document.title} (${maps})`
        const path = join(folder, `map-${maps}.cartouche`)
        await writeFile(path, JSON.stringify({ ...document, title }))
        await answerMessages(app, ['Do Not Save'])
        // As the system hands over a file that is opened from outside.
        await app.electron.evaluate(({ app: program }, file) => program.emit('open-file', { preventDefault: () => undefined }, file), path)
        await expect(app.page).toHaveTitle(`${title} — Cartouche`)
        await app.page.evaluate(async () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
        await app.ready()
        return app
      }
      await use({ open })
      await app.close().catch(() => undefined)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

export { type App, expect }
