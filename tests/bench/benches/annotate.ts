/** How quickly a map with thousands of annotations answers, beside one with a few. */
import type { Bench, Measured } from '../bench.ts'
import { annotating, phases } from '../annotating.ts'
import { inTurn } from '../inTurn.ts'
import { againstPeers } from '../measured.ts'

/** So many cost nothing: what such a map takes is the window's own. */
const few = 20

export const annotate: Bench = {
  name: 'annotate',
  about:
    'From the event of the pointer or key to the painted frame: selecting and deselecting, each step of a drag, its end, a letter typed into a field; and from a letter to the synced journal, of which the program waits 150 ms for what else is typed. Work is the time that the main thread had for each, all that follows it included, whatever else the machine does. The peer is the same in a map of 20 annotations.',
  sizes: [5_000],
  async *run({ size, runs, folder, profiles }): AsyncGenerator<Measured> {
    const medians = await inTurn(runs, {
      ours: async () => annotating(size ?? few, folder, profiles),
      few: async () => annotating(few, folder, null),
    })
    yield* againstPeers(
      medians,
      { few: `${few} annotations` },
      phases.flatMap((phase) =>
        // The journal is written elsewhere.
        (phase === 'journal' ? ['p50', 'p95'] : ['p50', 'p95', 'work']).map((of) => ({
          figure: `${phase}, ${of === 'work' ? 'work of the main thread' : of}`,
          of: `${phase} ${of}`,
          unit: 'ms' as const,
        })),
      ),
    )
  },
}
