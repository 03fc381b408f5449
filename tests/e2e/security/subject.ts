/** A running build whose locks are tried. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { RefusedRequest } from '../../../electron/contract/network.ts'
import { type Listener, startListener } from './listener.ts'

export type Subject = {
  electron: ElectronApplication
  page: Page
  /** Folder of the build. */
  build: string
  listener: Listener
  /** A file that nobody has let in. */
  secret: string
  /** What the program refused while something was done, oldest first. */
  refusedDuring(act: () => Promise<unknown>, settleMs?: number): Promise<Pick<RefusedRequest, 'by' | 'url'>[]>
  /** Requests that left, as the program counts them. */
  left(): Promise<number>
  close(): Promise<void>
}

export const appAddress = 'map://cartouche/app/index.html'

/** @param scratch folder for the state of the run */
export async function startSubject(build: string, scratch: string, switches: string[] = []): Promise<Subject> {
  const listener = await startListener()
  const folder = await mkdtemp(join(scratch, 'run-'))
  const secret = join(folder, 'secret.geojson')
  await writeFile(secret, '{"type":"FeatureCollection","features":[]}')
  // The system's proxy is this one, and the program must not ask it. Without a desktop's name the environment decides.
  const { XDG_CURRENT_DESKTOP: _desktop, ...inherited } = process.env
  // A camera there must be, or leave to use it is never asked for.
  const electron = await _electron.launch({
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream',
      `--user-data-dir=${join(folder, 'state')}`,
      ...switches,
      build,
    ],
    env: { ...inherited, LANG: 'en_US.UTF-8', http_proxy: `http://127.0.0.1:${listener.port}` },
  })
  const said: string[] = []
  for (const stream of [electron.process().stdout, electron.process().stderr]) stream?.on('data', (bytes) => said.push(String(bytes)))
  const page = await electron.firstWindow().catch((error: unknown) => {
    electron.process().kill('SIGKILL')
    throw new Error(`No window was shown. The program said: ${said.join('')}`, { cause: error })
  })
  await page.waitForURL(appAddress)
  await page.waitForFunction(() => 'cartouche' in window)

  const log = async (): Promise<{ left: number; refused: number; entries: RefusedRequest[] }> => {
    const outcome = await page.evaluate(async () => window.cartouche.call('network.log', {}))
    if (!outcome.ok) throw new Error('The program does not tell what it refused.')
    return outcome.value
  }
  return {
    electron,
    page,
    build,
    listener,
    secret,
    refusedDuring: async (act, settleMs = 250) => {
      const before = await log()
      await act()
      await wait(settleMs)
      const after = await log()
      return after.entries
        .slice(0, after.refused - before.refused)
        .map(({ by, url }) => ({ by, url }))
        .toReversed()
    },
    left: async () => (await log()).left,
    close: async () => {
      // Not closed as a user would: an empty page does not answer when it is told that the window closes.
      const child = electron.process()
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
      }
      listener.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
