/** Work that several callers wait for, done once, and given up when none of them waits any more. */
import { CancelledError } from '../../contract/refusal.ts'

export type WorkOptions = { signal: AbortSignal; onProgress: (done: number, total: number) => void }

export class SharedWork<T> {
  /** Settled, one way or the other. */
  isOver = false
  private readonly result: Promise<T>
  private readonly abort = new AbortController()
  private readonly listeners = new Set<WorkOptions['onProgress']>()
  private waiting = 0

  constructor(work: (options: WorkOptions) => Promise<T>) {
    this.result = work({
      signal: this.abort.signal,
      onProgress: (done, total) => {
        for (const listener of this.listeners) listener(done, total)
      },
    }).finally(() => {
      this.isOver = true
    })
    // Whoever waits is told; that nobody does is no defect.
    this.result.catch(() => undefined)
  }

  get isGivenUp(): boolean {
    return this.abort.signal.aborted
  }

  /** @throws CancelledError when `signal` is aborted, whatever becomes of the work */
  async wait({ signal, onProgress }: WorkOptions): Promise<T> {
    this.waiting += 1
    this.listeners.add(onProgress)
    let stopWaiting = (): void => undefined
    try {
      const cancelled = new Promise<never>((_, reject) => {
        stopWaiting = () => reject(new CancelledError())
        if (signal.aborted) stopWaiting()
        else signal.addEventListener('abort', stopWaiting, { once: true })
      })
      return await Promise.race([this.result, cancelled])
    } finally {
      signal.removeEventListener('abort', stopWaiting)
      this.listeners.delete(onProgress)
      this.waiting -= 1
      if (this.waiting === 0 && !this.isOver) this.abort.abort()
    }
  }
}

/** The last results of some work, by what was asked. */
export class KeptWork<T> {
  private readonly kept = new Map<string, SharedWork<T>>()
  private readonly limit: number

  /** @param limit of results; the ones that were not asked for the longest go first */
  constructor(limit: number) {
    this.limit = limit
  }

  /** @throws what the work throws; it is then tried again the next time */
  async get(key: string, work: (options: WorkOptions) => Promise<T>, options: WorkOptions): Promise<T> {
    const known = this.kept.get(key)
    const shared = known === undefined || known.isGivenUp ? new SharedWork(work) : known
    this.kept.delete(key)
    this.kept.set(key, shared)
    for (const [oldest, { isOver }] of this.kept) {
      if (this.kept.size <= this.limit) break
      if (isOver) this.kept.delete(oldest)
    }
    try {
      return await shared.wait(options)
    } catch (error) {
      if ((shared.isOver || shared.isGivenUp) && this.kept.get(key) === shared) this.kept.delete(key)
      throw error
    }
  }
}
