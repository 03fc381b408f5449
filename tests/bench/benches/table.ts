/** How long the attribute table takes to order and find its rows, and how smoothly it scrolls. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Bridge } from '../../../electron/contract/bridge.ts'
import type { TableQuery } from '../../../electron/contract/query.ts'
import type { Bench, Measured } from '../bench.ts'
import { seeded } from '../generate.ts'
import { inTurn, quantile, type Side } from '../inTurn.ts'
import { layerSizes } from '../limits.ts'
import { againstPeers } from '../measured.ts'
import type { OurWindow } from '../ours.ts'
import { ours, prepare } from '../sides.ts'

const pages = 60
const pageRows = 100
const plain: TableQuery = { filter: '', search: '', sort: null, only: null }

/** Asked in turn of a file that nothing was asked of yet: the first sort reads the column, the second is of another one. */
const questions: Record<string, TableQuery> = {
  text: { ...plain, sort: { field: 'name', descending: false } },
  number: { ...plain, sort: { field: 'value', descending: false } },
  search: { ...plain, search: 'great red 77' },
  filter: { ...plain, filter: "kind = 'road' and year > 2015" },
}

async function asked(window: OurWindow, file: string, count: number): Promise<Record<string, number> | null> {
  await window.open(file)
  await wait(2_000)
  const figures: Record<string, number> = {}
  for (const [name, query] of Object.entries(questions))
    figures[name] = await window.page.evaluate(ask, { query, offset: 0, limit: pageRows })
  const random = seeded(3)
  const query = questions['text'] ?? plain
  const times: number[] = []
  for (let i = 0; i < pages; i++) {
    const offset = Math.floor(random() * Math.max(1, count - pageRows))
    times.push(await window.page.evaluate(ask, { query, offset, limit: pageRows }))
  }
  return { ...figures, page: quantile(times, 0.5), latePage: quantile(times, 0.95), ...(await scrolled(window)) }
}

/** In the page. @returns milliseconds from the question to the rows */
async function ask({ query, offset, limit }: { query: TableQuery; offset: number; limit: number }): Promise<number> {
  const bridge = (window as unknown as { cartouche: Bridge }).cartouche
  const source = window.benchSources?.[0] ?? ''
  const started = performance.now()
  const answer = await bridge.call('layers.page', { source, query, offset, limit })
  if (!answer.ok) throw new Error('The engine did not answer.')
  return performance.now() - started
}

/** Of the table, drawn by its bar from the first row to the last and back. */
async function scrolled({ app, page }: OurWindow): Promise<Record<string, number>> {
  await app.layers.getByRole('treeitem', { name: 'data', exact: true }).click()
  await page.keyboard.press('F6')
  await page.getByRole('grid').getByRole('gridcell').first().waitFor()
  await wait(1_000)
  const frames = await page.evaluate(
    async () =>
      new Promise<number[]>((resolve) => {
        const grid = document.querySelector('[role=grid]')
        const taken: number[] = []
        const started = performance.now()
        let before = started
        const frame = (now: number): void => {
          taken.push(now - before)
          before = now
          const share = (performance.now() - started) / 3_000
          if (share >= 1 || grid === null) {
            resolve(taken.slice(1))
            return
          }
          grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * (1 - Math.abs(1 - 2 * share))
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
  )
  return { frame: quantile(frames, 0.5), lateFrame: quantile(frames, 0.95) }
}

/** What a page does that has all names in an array. */
const arraySort =
  (count: number): Side =>
  async () => {
    const random = seeded(1)
    const words = ['north', 'south', 'upper', 'lower', 'new', 'old', 'great', 'little', 'red', 'white']
    const word = (): string => words[Math.floor(random() * 10)] ?? ''
    const names = Array.from({ length: count }, (_, i) => `${word()} ${word()} ${i}`)
    const started = performance.now()
    names.sort(new Intl.Collator('en', { numeric: true }).compare)
    return Promise.resolve({ text: performance.now() - started })
  }

export const table: Bench = {
  name: 'table',
  about:
    'The attribute table. From a question to the first hundred rows in the window: the first sorts, a search and a filter, which read the file; then pages of the sorted table at random places; then frames while the bar is drawn through all rows. "Array.sort" sorts as many names that are in memory already, by Intl.Collator; "short table" is that of 100 features.',
  sizes: layerSizes,
  async *run(context): AsyncGenerator<Measured> {
    const count = context.size ?? 1
    const setting = await prepare(context)
    const short = { ...setting, file: await context.dataFile(100) }
    const medians = await inTurn(context.runs, {
      ours: ours(setting, async (window, file) => asked(window, file, count)),
      array: arraySort(count),
      short: ours(short, async (window, file) => asked(window, file, 100)),
    })
    yield* againstPeers(medians, { array: 'Array.sort' }, [{ figure: 'first sort by a text', of: 'text', unit: 'ms' }])
    yield* againstPeers({ ours: medians['ours'] }, {}, [
      { figure: 'first sort by a number', of: 'number', unit: 'ms' },
      { figure: 'search in all attributes', of: 'search', unit: 'ms' },
      { figure: 'first filter by two fields', of: 'filter', unit: 'ms' },
    ])
    yield* againstPeers(medians, { short: 'short table' }, [
      { figure: 'page of the sorted table, p50', of: 'page', unit: 'ms' },
      { figure: 'page of the sorted table, p95', of: 'latePage', unit: 'ms' },
      { figure: 'frame while scrolling, p50', of: 'frame', unit: 'ms' },
      { figure: 'frame while scrolling, p95', of: 'lateFrame', unit: 'ms' },
    ])
  },
}
