/** The layer engine's entry, for both of its homes: a worker thread, and a utility process of Electron. */
import process from 'node:process'
import { parentPort as workerPort } from 'node:worker_threads'
import { LayerCache } from './cache/layerCache.ts'
import { type ServicePort, startService } from './service.ts'
import { Sources } from './sources.ts'

/** The part of Electron's utility process that is used; its types belong to Electron, which the engine does not know. */
type UtilityPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function findPort(): ServicePort | null {
  const utilityPort = (process as { parentPort?: UtilityPort }).parentPort
  if (utilityPort !== undefined) {
    return {
      // A transferred buffer would lose the message (electron#34905): bytes are copied.
      post: (reply) => utilityPort.postMessage(reply),
      onMessage: (listener) => utilityPort.on('message', ({ data }) => listener(data)),
    }
  }
  if (workerPort === null) return null
  const port = workerPort
  return {
    post: (reply, transfer) => port.postMessage(reply, transfer),
    onMessage: (listener) => port.on('message', listener),
  }
}

/** `--cache-folder=FOLDER`: where layers are kept from one run to the next; null when they are not. */
function cacheFolderIn(argv: readonly string[]): string | null {
  const option = '--cache-folder='
  return argv.find((word) => word.startsWith(option))?.slice(option.length) ?? null
}

const port = findPort()
if (port === null) {
  process.stderr.write('The layer engine is not a program of its own: it is started by Cartouche.\n')
  process.exitCode = 2
} else {
  const report = (error: unknown, where: string): void => {
    process.stderr.write(`engine (${where}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  }
  const cache = new LayerCache(cacheFolderIn(process.argv))
  const endAll = startService(port, report, new Sources(cache))
  const onStray = (error: unknown): void => {
    report(error, 'stray')
    endAll(`Something went wrong inside Cartouche (${error instanceof Error ? error.message : 'unknown'}).`)
  }
  process.on('uncaughtException', onStray)
  process.on('unhandledRejection', onStray)
}
