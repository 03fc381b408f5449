/** Which of several ascending ranges a number is in. The upper bound of a range belongs to it unless the next one begins there. */

/** @returns index of the range; their number for what is in none, and for what is no number */
export function rangeIndex(ranges: readonly (readonly [lower: number, upper: number])[], value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return ranges.length
  // The last one that begins at the value or before it.
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  const found = ranges[low - 1]
  return found !== undefined && value <= found[1] ? low - 1 : ranges.length
}
