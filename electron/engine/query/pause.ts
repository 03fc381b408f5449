/** Lets other calls, and a cancel, come through in the middle of long work. */
import { CancelledError } from '../../contract/refusal.ts'

/** Work without a pause is no longer than this. */
const stretchMs = 10

export class Pauses {
  private last = performance.now()
  private readonly signal: AbortSignal

  constructor(signal: AbortSignal) {
    this.signal = signal
  }

  get isDue(): boolean {
    return performance.now() - this.last > stretchMs
  }

  /** @throws CancelledError */
  async take(): Promise<void> {
    await new Promise(setImmediate)
    if (this.signal.aborted) throw new CancelledError()
    this.last = performance.now()
  }
}
