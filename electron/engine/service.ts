/** Serves the contract over a port, whatever kind of process the engine runs in. */
import { z } from 'zod'
import { type EngineReply, engineCalls } from '../contract/engine.ts'
import { serve } from '../contract/table.ts'
import { engineHandlers } from './handlers.ts'
import { Sources } from './sources.ts'

/** A port to the host: of a worker thread, or of a utility process. */
export interface ServicePort {
  /** @param transfer buffers that the host may have instead of a copy, where the port can do that */
  post(reply: EngineReply, transfer: ArrayBuffer[]): void
  onMessage(listener: (message: unknown) => void): void
}

const Request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.number(), name: z.string(), argument: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.number() }),
])

/** Progress is told at most this often. */
const progressIntervalMs = 50

const defectAdvice = 'This is a defect of the program, please report it.'

/**
 * Answers every call with one outcome. Messages that are no requests are dropped: there is nobody to tell.
 *
 * @param onDefect is told of everything that is thrown and is no refusal
 * @returns a function that ends all running calls with a refusal, for errors that belong to no call
 */
export function startService(
  port: ServicePort,
  onDefect: (error: unknown, name: string) => void,
  sources = new Sources(),
): (message: string) => void {
  const running = new Map<number, AbortController>()
  const handlers = engineHandlers(sources)

  const call = async (id: number, name: string, argument: unknown): Promise<void> => {
    const controller = new AbortController()
    running.set(id, controller)
    let told = 0
    const onProgress = (done: number, total: number): void => {
      const now = performance.now()
      if (now - told < progressIntervalMs || !running.has(id)) return
      told = now
      port.post({ type: 'progress', id, done, total }, [])
    }
    const send = (bytes: Uint8Array<ArrayBuffer>): void => {
      if (running.has(id)) port.post({ type: 'piece', id, bytes }, [bytes.buffer])
    }
    const outcome = await serve(engineCalls, handlers, name, argument, { signal: controller.signal, onProgress, send }, onDefect)
    if (running.get(id) !== controller) return
    running.delete(id)
    const bytes = 'value' in outcome && outcome.value instanceof Uint8Array ? outcome.value.buffer : null
    port.post({ type: 'outcome', id, outcome }, bytes instanceof ArrayBuffer ? [bytes] : [])
  }

  port.onMessage((message) => {
    const request = Request.safeParse(message)
    if (!request.success) {
      onDefect(request.error, 'message')
      return
    }
    const { data } = request
    if (data.type === 'cancel') running.get(data.id)?.abort()
    else void call(data.id, data.name, data.argument)
  })

  return (message) => {
    for (const [id, controller] of running) {
      controller.abort()
      port.post(
        { type: 'outcome', id, outcome: { ok: false, refusal: { message, advice: defectAdvice, file: null, line: null, column: null } } },
        [],
      )
    }
    running.clear()
  }
}
