/** Talks to the layer engine over a message port, wherever it lives: a utility process under the window, a worker thread under the command line and the tests. */
import { type EngineCallName, type EngineCalls, type EngineReply, type EngineRequest } from '../contract/engine.ts'
import { CancelledError, RefusalError } from '../contract/refusal.ts'
import type { Argument, Result } from '../contract/table.ts'

export type EngineCallOptions = {
  /** Aborting it cancels the job. */
  signal?: AbortSignal
  /** Bytes of the file that were read, of all. */
  onProgress?: (done: number, total: number) => void
}

export type EngineClient = {
  /**
   * @throws RefusalError with sentences for the user
   * @throws CancelledError when `signal` was aborted
   */
  call<N extends EngineCallName>(name: N, argument: Argument<EngineCalls[N]>, options?: EngineCallOptions): Promise<Result<EngineCalls[N]>>
}

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void; onProgress: EngineCallOptions['onProgress'] }

export class EngineHost implements EngineClient {
  readonly #waiting = new Map<number, Waiting>()
  readonly #post: (request: EngineRequest) => void
  #nextId = 1

  constructor(post: (request: EngineRequest) => void) {
    this.#post = post
  }

  call<N extends EngineCallName>(name: N, argument: Argument<EngineCalls[N]>, { signal, onProgress }: EngineCallOptions = {}): Promise<Result<EngineCalls[N]>> {
    if (signal?.aborted === true) return Promise.reject(new CancelledError())
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      const abort = (): void => this.#post({ type: 'cancel', id })
      const settle = (): void => signal?.removeEventListener('abort', abort)
      signal?.addEventListener('abort', abort, { once: true })
      this.#waiting.set(id, {
        resolve: (value) => {
          settle()
          resolve(value as Result<EngineCalls[N]>)
        },
        reject: (error) => {
          settle()
          reject(error instanceof Error ? error : new Error(String(error)))
        },
        onProgress,
      })
      this.#post({ type: 'call', id, name, argument })
    })
  }

  /** What the engine said. */
  receive(reply: EngineReply): void {
    const waiting = this.#waiting.get(reply.id)
    if (waiting === undefined) return
    if (reply.type === 'progress') return waiting.onProgress?.(reply.done, reply.total)
    this.#waiting.delete(reply.id)
    const { outcome } = reply
    if (outcome.ok) waiting.resolve(outcome.value)
    else waiting.reject('cancelled' in outcome ? new CancelledError() : new RefusalError(outcome.refusal))
  }

  /** The engine is gone: whatever was asked of it is refused. */
  lost(message: string): void {
    const refusal = new RefusalError({ message, advice: 'It was started again; try once more.' })
    for (const waiting of this.#waiting.values()) waiting.reject(refusal)
    this.#waiting.clear()
  }
}
