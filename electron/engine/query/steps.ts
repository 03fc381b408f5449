/** Work of several steps tells of its progress as one. */
import type { WorkOptions } from './sharedWork.ts'

/** The parts that the whole is counted in. */
const whole = 1_000

/**
 * What to hand to a step, so that its progress is told as that of the whole.
 *
 * @param step from 0 @param count of steps, which are taken to be of the same length
 */
export function stepOf({ signal, onProgress }: WorkOptions, step: number, count: number): WorkOptions {
  return {
    signal,
    onProgress: (done, total) => onProgress(Math.round(((step + (total > 0 ? done / total : 0)) / count) * whole), whole),
  }
}
