/** The window's side of the painter: one worker for all big layers, which is given little at a time, so that what is wanted most comes first. */
import { CancelledError } from '../../../electron/contract/refusal.ts'
import type { FromWorker, PictureOrder, ToWorker } from './messages.ts'

/** Two at a time: while one picture is painted, the engine cuts the next. */
const maxRunning = 2
/** A worker that fails again so soon will go on failing. */
const restartMs = 60_000

const failed = 'The part of Cartouche that draws big layers stopped. Save the map and start Cartouche again to see them.'

export type Urgency = 'view' | 'surroundings'

type Task = { job: number; order: PictureOrder; urgency: Urgency; resolve(picture: ImageBitmap | null): void; reject(error: Error): void }

export class Painter {
  readonly #start: () => Worker
  readonly #running = new Map<number, Task>()
  #waiting: Task[] = []
  #worker: Worker | null = null
  #failedAt = -Infinity
  #isBroken = false
  #lastJob = 0

  /** @param start starts a worker; called at the first picture, and once more when it fails */
  constructor(start: () => Worker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })) {
    this.#start = start
  }

  /**
   * @returns the picture, which is the caller's to close; null when there is nothing to see
   * @throws CancelledError when `signal` was aborted, or an error with a sentence
   */
  paint(order: PictureOrder, urgency: Urgency, signal: AbortSignal): Promise<ImageBitmap | null> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new CancelledError())
        return
      }
      this.#lastJob += 1
      const task: Task = { job: this.#lastJob, order, urgency, resolve, reject }
      signal.addEventListener('abort', () => this.#cancel(task), { once: true })
      this.#waiting.push(task)
      this.#next()
    })
  }

  dispose(): void {
    this.#worker?.terminate()
    this.#worker = null
    for (const task of [...this.#running.values(), ...this.#waiting]) task.reject(new CancelledError())
    this.#running.clear()
    this.#waiting = []
  }

  #next(): void {
    while (this.#running.size < maxRunning) {
      const next = this.#waiting.find(({ urgency }) => urgency === 'view') ?? this.#waiting[0]
      if (next === undefined) return
      this.#waiting = this.#waiting.filter((task) => task !== next)
      if (this.#isBroken) {
        next.reject(new Error(failed))
        continue
      }
      this.#running.set(next.job, next)
      this.#post({ type: 'paint', job: next.job, order: next.order })
    }
  }

  #cancel(task: Task): void {
    if (this.#waiting.includes(task)) {
      this.#waiting = this.#waiting.filter((one) => one !== task)
      task.reject(new CancelledError())
    } else if (this.#running.has(task.job)) this.#post({ type: 'cancel', job: task.job })
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#connect()
    this.#worker.postMessage(message)
  }

  #connect(): Worker {
    const worker = this.#start()
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#receive(data))
    worker.addEventListener('error', (event) => {
      console.error('painter:', event.message)
      if (this.#worker === worker) this.#restart()
    })
    return worker
  }

  #receive(message: FromWorker): void {
    const task = this.#running.get(message.job)
    if (task === undefined) {
      if (message.type === 'picture') message.picture?.close()
      return
    }
    this.#running.delete(message.job)
    if (message.type === 'picture') task.resolve(message.picture)
    else task.reject(message.type === 'cancelled' ? new CancelledError() : new Error(message.message))
    this.#next()
  }

  /** What was being painted is painted again, once. */
  #restart(): void {
    this.#worker?.terminate()
    this.#worker = null
    const now = performance.now()
    this.#isBroken = now - this.#failedAt < restartMs
    this.#failedAt = now
    this.#waiting = [...this.#running.values(), ...this.#waiting]
    this.#running.clear()
    this.#next()
  }
}
