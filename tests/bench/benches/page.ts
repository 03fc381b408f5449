/** How smoothly the elements of a page are dragged over its map. */
import { dragging, hands } from '../dragging.ts'
import type { Bench, Measured } from '../bench.ts'
import { inTurn } from '../inTurn.ts'
import { againstPeers } from '../measured.ts'

export const page: Bench = {
  name: 'page',
  about:
    'Page mode, full bleed, so that everything lies over the map: from a step of the pointer to the painted frame, while the legend, the title, the map’s frame and the map within it are dragged. Work is the time that the main thread had for each step, all that follows it included. Size 0 is the demo.',
  sizes: [0, 100_000],
  async *run({ size, runs, folder, dataFile, profiles }): AsyncGenerator<Measured> {
    const file = size === 0 || size === null ? null : await dataFile(size)
    const medians = await inTurn(runs, { ours: async () => dragging(file, folder, profiles) })
    yield* againstPeers(
      medians,
      {},
      hands.flatMap((hand) =>
        ['p50', 'p95', 'work'].map((of) => ({
          figure: `${hand}, ${of === 'work' ? 'work of the main thread' : of}`,
          of: `${hand} ${of}`,
          unit: 'ms' as const,
        })),
      ),
    )
  },
}
