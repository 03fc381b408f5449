/** How quickly a map with thousands of annotations answers, beside one with a few, and beside the least that a window can do. */
import type { Bench, Measured } from '../bench.ts'
import { annotating, changingOneWord, phases } from '../annotating.ts'
import { inTurn } from '../inTurn.ts'
import { againstPeers } from '../measured.ts'

/** So many cost nothing: what such a map takes is the window's own. */
const few = 20

const figures = {
  painted: 'to the painted frame',
  first: 'work before that frame',
  longest: 'longest task',
  all: 'all work',
} as const

export const annotate: Bench = {
  name: 'annotate',
  about:
    'Selecting and deselecting, each step of a drag, its end, a letter typed into a field. By the clock from the event of the pointer or key to the painted frame, of which a part is waiting for the next frame to begin. Work is time that the main thread had, whatever else the machine does: before that frame; the longest task of all that follows, during which nothing else is answered; and all that follows together, the placing of other names 400 ms later included. From a letter to the synced journal, the program waits 150 ms for what else is typed. The peers are the same in a map of 20 annotations, and one word that changes in an otherwise idle window.',
  sizes: [5_000],
  async *run({ size, runs, folder, profiles }): AsyncGenerator<Measured> {
    const medians = await inTurn(runs, {
      ours: async () => annotating(size ?? few, folder, profiles),
      few: async () => annotating(few, folder, null),
      word: async () => changingOneWord(folder),
    })
    const wanted = Object.keys(phases).flatMap((phase) =>
      Object.entries(figures).flatMap(([of, words]) =>
        ['p50', 'p95'].map((rank) => ({ figure: `${phase}, ${words}, ${rank}`, of: `${phase} ${of} ${rank}`, unit: 'ms' as const })),
      ),
    )
    yield* againstPeers(medians, { few: `${few} annotations`, word: 'one word' }, wanted)
    const journal = ['p50', 'p95'].map((rank) => ({ figure: `journal, ${rank}`, of: `journal ${rank}`, unit: 'ms' as const }))
    yield* againstPeers({ ours: medians['ours'], few: medians['few'] }, { few: `${few} annotations` }, journal)
  },
}
