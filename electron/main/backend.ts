/** What any window of the program stands on: locks, the engine, and the answers to `map://`. */
import { app, protocol, session } from 'electron'
import { join } from 'node:path'
import { scheme } from '../contract/addresses.ts'
import type { NetworkLog } from '../contract/network.ts'
import { Admission } from '../services/admission.ts'
import type { EngineHost } from '../services/engineHost.ts'
import { createMapProtocol } from '../services/mapProtocol.ts'
import { MbtilesArchive } from '../services/mbtiles.ts'
import { NetworkCounter } from '../services/networkCounter.ts'
import { startEngine } from './engineProcess.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { basemapFolder, engineFile, rendererFolder, stateFile } from './paths.ts'

export type Backend = { admission: Admission; engine: EngineHost; counter: NetworkCounter }

export type BackendListeners = {
  onNetwork: (log: NetworkLog) => void
  /** The engine died: layers must be read anew. */
  onEngineRestart: (message: string) => void
}

/** Call once, after `ready` and before the first page is loaded. */
export function startBackend({ onNetwork, onEngineRestart }: BackendListeners): Backend {
  const counter = new NetworkCounter(onNetwork)
  lockSession(session.defaultSession, counter)
  app.on('web-contents-created', (_event, contents) => lockContents(contents, counter))
  const engine = startEngine(engineFile(), stateFile('layer-cache'), onEngineRestart)
  const relief = new MbtilesArchive(join(basemapFolder(), 'relief.mbtiles'))
  const answer = createMapProtocol({
    appFolder: rendererFolder(),
    basemapFolder: basemapFolder(),
    reliefTile: (z, x, y) => relief.tile(z, x, y),
    features: (source) => engine.call('features', { source }),
    cut: (source, request, signal, onPiece) => engine.call('cut', { source, request }, { signal, onPiece }),
  })
  protocol.handle(scheme, answer)
  return { admission: new Admission(), engine, counter }
}
