/** The layer engine as a utility process. When it dies it is started again at the next question; the window lives on and reads its layers anew. */
import { app, utilityProcess } from 'electron'
import { engineArguments, EngineHost, type EnginePort } from '../services/engineHost.ts'

/** A file that kills the engine every time would be read for ever: after this many deaths in a minute the window is left to ask again. */
const maxDeaths = 3
const withinMs = 60_000

/**
 * @param file the built engine
 * @param cacheFolder where it keeps layers from one run to the next
 * @param onRestart is told, in a sentence, that layers must be read anew
 */
export function startEngine(file: string, cacheFolder: string, onRestart: (message: string) => void): EngineHost {
  let deaths: number[] = []
  const host = new EngineHost(
    () => fork(file, cacheFolder),
    (message) => {
      const now = Date.now()
      deaths = [...deaths.filter((at) => now - at < withinMs), now]
      if (deaths.length <= maxDeaths) onRestart(message)
    },
  )
  app.on('will-quit', () => host.stop())
  return host
}

function fork(file: string, cacheFolder: string): EnginePort {
  const child = utilityProcess.fork(file, engineArguments(cacheFolder), { serviceName: 'Cartouche layer engine', stdio: 'inherit' })
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(`it ended with code ${code}`)),
    stop: () => void child.kill(),
  }
}
