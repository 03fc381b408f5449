/** Sorting of many things without keeping everything else waiting: short runs, and merges of them with pauses in between. */
import type { Pauses } from './pause.ts'

/** Sorted at once; a millisecond or two. */
const runLength = 1 << 11
/** Steps of a merge between two looks at the clock. */
const stride = 0xff

/**
 * Stable.
 *
 * @param compare two elements of `items`
 * @param onProgress steps done, and all
 * @returns another array, sorted
 * @throws CancelledError
 */
export async function slicedSort(
  items: Uint32Array,
  compare: (a: number, b: number) => number,
  pauses: Pauses,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Uint32Array> {
  // Runs are sorted in about the time of eight merges.
  const weight = 8
  const passes = weight + Math.max(0, Math.ceil(Math.log2(items.length / runLength)))
  let pass = weight
  let from = new Uint32Array(items.length)
  for (let at = 0; at < items.length; at += runLength) {
    from.set(items.slice(at, at + runLength).toSorted(compare), at)
    if (pauses.isDue) {
      await pauses.take()
      onProgress(at * weight, items.length * passes)
    }
  }
  let to = new Uint32Array(items.length)
  for (let run = runLength; run < items.length; run *= 2) {
    for (let at = 0; at < items.length; at += run * 2) {
      const middle = Math.min(at + run, items.length)
      const end = Math.min(at + run * 2, items.length)
      let [left, right] = [at, middle]
      for (let out = at; out < end; out++) {
        if ((out & stride) === 0 && pauses.isDue) {
          await pauses.take()
          onProgress(pass * items.length + out, items.length * passes)
        }
        const takesLeft = right === end || (left < middle && compare(from[left] as number, from[right] as number) <= 0)
        to[out] = from[takesLeft ? left++ : right++] as number
      }
    }
    pass += 1
    const sorted = to
    to = from
    from = sorted
  }
  return from
}
