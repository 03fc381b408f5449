/** From starting the program to the first complete picture of the map that it begins with, beside an Electron window with a sentence in it. */
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { startApp } from '../../e2e/app.ts'
import type { Bench, Measured } from '../bench.ts'
import { inTurn, type Side } from '../inTurn.ts'
import { againstPeers } from '../measured.ts'
import { launchPeer } from '../peer.ts'

const stateIn = async (folder: string): Promise<string> => mkdtemp(join(folder, 'state-'))

const ours =
  (folder: string): Side =>
  async () => {
    const userData = await stateIn(folder)
    const started = performance.now()
    // Ready when all of the map is drawn.
    const app = await startApp({ userData })
    const milliseconds = performance.now() - started
    await app.close()
    return { milliseconds }
  }

const bare =
  (folder: string): Side =>
  async () => {
    const userData = await stateIn(folder)
    const started = performance.now()
    const electron = await launchPeer('bare.html', userData)
    const page = await electron.firstWindow()
    await page.evaluate(
      async () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
    )
    const milliseconds = performance.now() - started
    await electron.close()
    return { milliseconds }
  }

export const start: Bench = {
  name: 'start',
  about:
    'From starting the program for the first time to the first complete picture of the demo map, beside a bare Electron window that shows a sentence.',
  sizes: [],
  async *run({ folder, runs }): AsyncGenerator<Measured> {
    const medians = await inTurn(runs, { ours: ours(folder), bare: bare(folder) })
    yield* againstPeers(medians, { bare: 'bare window' }, [{ figure: 'first complete picture', of: 'milliseconds', unit: 'ms' }])
  },
}
