/** From a file to the first complete picture of it: for the first time, and for the second. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bench, BenchContext, Measured } from '../bench.ts'
import { inTurn } from '../inTurn.ts'
import { peerNames } from '../peer.ts'
import { ours, peer, prepare } from '../sides.ts'
import type { MapWindow } from '../mapWindow.ts'
import { againstPeers } from '../measured.ts'
import { layerSizes, mayMapLibre } from '../limits.ts'

const openOnce = async (window: MapWindow, file: string): Promise<Record<string, number> | null> => {
  const milliseconds = await window.open(file)
  return milliseconds === null ? null : { milliseconds }
}

async function* measure(context: BenchContext, figure: string, userData: string | null): AsyncGenerator<Measured> {
  const setting = await prepare(context)
  if (userData !== null) {
    await mkdir(userData)
    await ours(setting, openOnce, userData)(0)
  }
  const medians = await inTurn(context.runs, {
    ours: ours(setting, openOnce, userData),
    openlayers: peer('openlayers', setting, openOnce),
    maplibre: mayMapLibre(context.size) ? peer('maplibre', setting, openOnce) : null,
  })
  yield* againstPeers(medians, peerNames, [{ figure, of: 'milliseconds', unit: 'ms' }])
}

export const open: Bench = {
  name: 'open',
  about:
    'From asking for a file to the first complete picture of it, in a window that is there already. The file is in the memory of the system.',
  sizes: layerSizes,
  run: (context) => measure(context, 'first picture', null),
}

export const reopen: Bench = {
  name: 'reopen',
  about: 'The same for a file that was opened before, in a program that was started anew. The peers keep nothing, and read it again.',
  sizes: layerSizes,
  run: (context) => measure(context, 'first picture, second opening', join(context.folder, 'kept')),
}
