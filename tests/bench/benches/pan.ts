/** How smoothly a map moves: the time from frame to frame over a scripted pan and zoom, beside the same on an empty map and in the peers. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, Measured } from '../bench.ts'
import { inTurn, quantile } from '../inTurn.ts'
import { layerSizes, mayMapLibre } from '../limits.ts'
import type { MapWindow } from '../mapWindow.ts'
import { againstPeers } from '../measured.ts'
import { peerNames } from '../peer.ts'
import { scriptedPan } from '../scriptedPan.ts'
import { ours, peer, prepare } from '../sides.ts'

/** So that what is done once after a picture is not taken for a part of the moving. */
const settleMs = 3_000

async function panned({ page, map }: MapWindow): Promise<Record<string, number>> {
  await wait(settleMs)
  const frames = await page.evaluate(scriptedPan, { selector: map })
  return { p50: quantile(frames, 0.5), p95: quantile(frames, 0.95), worst: quantile(frames, 1) }
}

const openAndPan = async (window: MapWindow, file: string): Promise<Record<string, number> | null> =>
  (await window.open(file)) === null ? null : panned(window)

export const pan: Bench = {
  name: 'pan',
  about:
    'Milliseconds from frame to frame over a pan and zoom of 5 s by pointer and wheel. "Empty map" is the program itself without a layer.',
  sizes: layerSizes,
  async *run(context): AsyncGenerator<Measured> {
    const setting = await prepare(context)
    const medians = await inTurn(context.runs, {
      empty: ours(setting, panned),
      ours: ours(setting, openAndPan),
      openlayers: peer('openlayers', setting, openAndPan),
      maplibre: mayMapLibre(context.size) ? peer('maplibre', setting, openAndPan) : null,
    })
    yield* againstPeers(medians, { empty: 'empty map', ...peerNames }, [
      { figure: 'frame, p50', of: 'p50', unit: 'ms' },
      { figure: 'frame, p95', of: 'p95', unit: 'ms' },
      { figure: 'frame, worst', of: 'worst', unit: 'ms' },
    ])
  },
}
