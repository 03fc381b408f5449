/** Memory of the window and of the engine with a file open. */
import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench, Measured } from '../bench.ts'
import { inTurn } from '../inTurn.ts'
import { layerSizes, mayMapLibre } from '../limits.ts'
import { type MapWindow, memoryOf } from '../mapWindow.ts'
import { againstPeers } from '../measured.ts'
import { peerNames } from '../peer.ts'
import { ours, peer, prepare } from '../sides.ts'

/** Then, what was needed for the opening alone has been given back. */
const settleMs = 10_000

async function used(window: MapWindow, file: string): Promise<Record<string, number> | null> {
  if ((await window.open(file)) === null) return null
  await wait(settleMs)
  const renderer = await memoryOf(window, null)
  const engine = await memoryOf(window, 'Cartouche layer engine')
  if (renderer === null) return null
  const ofEngine: Record<string, number> = engine === null ? {} : { engine: engine.nowMb, enginePeak: engine.peakMb }
  return { renderer: renderer.nowMb, rendererPeak: renderer.peakMb, ...ofEngine }
}

/** An engine that has read nothing is a process of some size as well. */
async function idleEngine(window: MapWindow, file: string): Promise<Record<string, number>> {
  await window.open(file)
  return { engine: (await memoryOf(window, 'Cartouche layer engine'))?.nowMb ?? Number.NaN }
}

export const memory: Bench = {
  name: 'memory',
  about:
    'Resident memory ten seconds after the first picture, and at its peak. A window and an engine without a layer take some hundred megabytes as well, which are counted on every side.',
  sizes: layerSizes,
  async *run(context): AsyncGenerator<Measured> {
    const setting = await prepare(context)
    const tiny = await context.dataFile(1)
    const medians = await inTurn(context.runs, {
      ours: ours(setting, used),
      openlayers: peer('openlayers', setting, used),
      maplibre: mayMapLibre(context.size) ? peer('maplibre', setting, used) : null,
    })
    yield* againstPeers(medians, peerNames, [
      { figure: 'renderer, settled', of: 'renderer', unit: 'MB' },
      { figure: 'renderer, peak', of: 'rendererPeak', unit: 'MB' },
    ])
    const idle = await ours({ ...setting, file: tiny }, idleEngine)(0)
    const fileMb = (await stat(setting.file)).size / 1e6
    const { engine = Number.NaN, enginePeak = Number.NaN } = medians['ours'] ?? {}
    const note = `of which ${Math.round(idle?.['engine'] ?? 0)} MB with one feature`
    yield { figure: 'engine, settled', ours: engine, peer: fileMb, peerName: 'the file', unit: 'MB', note }
    yield { figure: 'engine, peak', ours: enginePeak, peer: fileMb, peerName: 'the file', unit: 'MB', note }
  },
}
