/** The engine as a worker thread, for the command line and the tests. The window has it in a utility process. */
import { Worker } from 'node:worker_threads'
import { engineArguments, type EnginePort } from './engineHost.ts'

/**
 * @param entry the engine's entry: `engine.js` of a build, or its source where Node strips types
 * @param cacheFolder where layers are kept from one run to the next; null when they are not
 */
export function startEngineWorker(entry: string | URL, cacheFolder: string | null = null): EnginePort {
  const worker = new Worker(entry, { argv: engineArguments(cacheFolder) })
  let reason = 'it ended'
  worker.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error)
  })
  return {
    post: (request) => worker.postMessage(request),
    onMessage: (listener) => void worker.on('message', listener),
    onExit: (listener) => void worker.on('exit', () => listener(reason)),
    stop: () => void worker.terminate(),
  }
}
