/** The layer engine as a utility process. When it dies, it is started again; the window lives on and reads its layers anew. */
import { app, utilityProcess, type UtilityProcess } from 'electron'
import type { EngineReply } from '../contract/engine.ts'
import { type EngineClient, EngineHost } from '../services/engineHost.ts'

/** An engine that dies this soon after its start, this often, is not started again. */
const tooSoonMs = 2_000
const maxQuickDeaths = 3

/**
 * @param file the built engine
 * @param onRestart is told, in a sentence, that layers must be read anew
 */
export function startEngine(file: string, onRestart: (message: string) => void): EngineClient {
  let child: UtilityProcess
  let quickDeaths = 0
  const host = new EngineHost((request) => child.postMessage(request))

  const start = (): void => {
    const startedAt = Date.now()
    child = utilityProcess.fork(file, [], { serviceName: 'Cartouche layer engine', stdio: 'inherit' })
    child.on('message', (reply: EngineReply) => host.receive(reply))
    child.on('exit', () => {
      host.lost('The layer engine stopped in the midst of its work.')
      quickDeaths = Date.now() - startedAt < tooSoonMs ? quickDeaths + 1 : 0
      if (isQuitting || quickDeaths >= maxQuickDeaths) return
      start()
      onRestart('The layer engine stopped and was started again. Your layers are being read anew.')
    })
  }

  let isQuitting = false
  app.on('will-quit', () => {
    isQuitting = true
    child.kill()
  })
  start()
  return host
}
