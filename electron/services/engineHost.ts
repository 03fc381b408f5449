/** The engine as its host sees it: calls with types, over any kind of port. Main and the command line both use it. */
import type { z } from 'zod'
import type { EngineCallName, EngineCalls, EngineReply, EngineRequest } from '../contract/engine.ts'
import { CancelledError, RefusalError } from '../contract/refusal.ts'
import type { Argument, Result } from '../contract/table.ts'
import { engineCalls } from '../contract/engine.ts'

/** A running engine: a worker thread (`engineWorker.ts`), or a utility process that main wraps. */
export interface EnginePort {
  post(request: EngineRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** @param listener is told once, with what is known of the reason */
  onExit(listener: (reason: string) => void): void
  /** Ends it. Its exit is told like any other. */
  stop(): void
}

/** What an engine is started with. @param cacheFolder where layers are kept from one run to the next; null when they are not */
export const engineArguments = (cacheFolder: string | null): string[] => (cacheFolder === null ? [] : [`--cache-folder=${cacheFolder}`])

export type CallOptions = {
  signal?: AbortSignal
  /** Bytes of the file. */
  onProgress?: (done: number, total: number) => void
  /** Takes an answer that comes in pieces, before the call is done. */
  onPiece?: (bytes: Uint8Array<ArrayBuffer>) => void
}

type Pending = {
  name: EngineCallName
  resolve(value: unknown): void
  reject(error: Error): void
  onProgress: CallOptions['onProgress']
  onPiece: CallOptions['onPiece']
  forget(): void
}

const died = 'The part of Cartouche that reads layers stopped unexpectedly and is started again.'

export class EngineHost {
  private readonly start: () => EnginePort
  private readonly onDeath: (message: string, reason: string) => void
  private port: EnginePort | null = null
  private readonly pending = new Map<number, Pending>()
  private nextId = 1
  private stopped = false

  /**
   * @param start starts an engine. Called at the first call, and at the first one after an engine died.
   * @param onDeath is told when an engine ends without being asked to, with a sentence for the user and the reason for a log: its layers have to be
   * opened again
   */
  constructor(start: () => EnginePort, onDeath: (message: string, reason: string) => void = () => {}) {
    this.start = start
    this.onDeath = onDeath
  }

  /**
   * Asks the engine.
   *
   * @throws RefusalError with a sentence for the user, also when the engine dies before it answers
   * @throws CancelledError after `signal` was aborted
   */
  call<N extends EngineCallName>(name: N, argument: Argument<EngineCalls[N]>, options: CallOptions = {}): Promise<Result<EngineCalls[N]>> {
    const { signal, onProgress, onPiece } = options
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new CancelledError())
        return
      }
      if (this.stopped) {
        reject(new RefusalError({ message: 'Cartouche is closing.' }))
        return
      }
      const port = (this.port ??= this.connect())
      const id = this.nextId++
      const onAbort = (): void => port.post({ type: 'cancel', id })
      signal?.addEventListener('abort', onAbort, { once: true })
      const forget = (): void => signal?.removeEventListener('abort', onAbort)
      this.pending.set(id, { name, resolve, reject, onProgress, onPiece, forget })
      port.post({ type: 'call', id, name, argument })
    })
  }

  /** Ends the engine for good. Calls that are waiting are cancelled. */
  stop(): void {
    this.stopped = true
    const { port } = this
    this.port = null
    this.rejectAll(() => new CancelledError())
    port?.stop()
  }

  private connect(): EnginePort {
    const port = this.start()
    port.onMessage((message) => {
      if (this.port === port) this.receive(message as EngineReply)
    })
    port.onExit((reason) => {
      if (this.port !== port) return
      this.port = null
      this.rejectAll(() => new RefusalError({ message: died, advice: 'Open the layer again.' }))
      this.onDeath(died, reason)
    })
    return port
  }

  private receive(reply: EngineReply): void {
    const pending = this.pending.get(reply.id)
    if (pending === undefined) return
    if (reply.type === 'progress') {
      pending.onProgress?.(reply.done, reply.total)
      return
    }
    if (reply.type === 'piece') {
      pending.onPiece?.(reply.bytes)
      return
    }
    this.pending.delete(reply.id)
    pending.forget()
    const { outcome } = reply
    if (!outcome.ok) {
      pending.reject('cancelled' in outcome ? new CancelledError() : new RefusalError(outcome.refusal))
      return
    }
    const result = (engineCalls[pending.name].result as z.ZodType).safeParse(outcome.value)
    if (result.success) pending.resolve(result.data)
    else pending.reject(result.error)
  }

  private rejectAll(error: () => Error): void {
    for (const [id, pending] of this.pending) {
      this.pending.delete(id)
      pending.forget()
      pending.reject(error())
    }
  }
}
