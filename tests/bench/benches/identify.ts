/** How long it takes to know what is at a place. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, Measured } from '../bench.ts'
import { seeded } from '../generate.ts'
import { inTurn, quantile } from '../inTurn.ts'
import { layerSizes, mayMapLibre } from '../limits.ts'
import type { MapWindow } from '../mapWindow.ts'
import { againstPeers } from '../measured.ts'
import { peerNames } from '../peer.ts'
import { ours, peer, prepare } from '../sides.ts'

const places = 100

const asked =
  (width: number, height: number) =>
  async (window: MapWindow, file: string): Promise<Record<string, number> | null> => {
    if ((await window.open(file)) === null) return null
    await wait(2_000)
    const random = seeded(7)
    const answers: number[] = []
    for (let i = 0; i < places; i++)
      answers.push(await window.identify({ x: (0.2 + random() * 0.6) * width, y: (0.3 + random() * 0.4) * height }))
    return { p50: quantile(answers, 0.5), p95: quantile(answers, 0.95), worst: quantile(answers, 1) }
  }

export const identify: Bench = {
  name: 'identify',
  about: 'From asking what is at a place of the overview, a few pixels around included, to the answer in the window; at 100 places.',
  sizes: layerSizes,
  async *run(context): AsyncGenerator<Measured> {
    const setting = await prepare(context)
    const work = asked(setting.mapSize.width, setting.mapSize.height)
    const medians = await inTurn(context.runs, {
      ours: ours(setting, work),
      openlayers: peer('openlayers', setting, work),
      maplibre: mayMapLibre(context.size) ? peer('maplibre', setting, work) : null,
    })
    yield* againstPeers(medians, peerNames, [
      { figure: 'answer, p50', of: 'p50', unit: 'ms' },
      { figure: 'answer, p95', of: 'p95', unit: 'ms' },
      { figure: 'answer, worst', of: 'worst', unit: 'ms' },
    ])
  },
}
