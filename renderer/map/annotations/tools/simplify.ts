/** A line drawn by hand, with the tremble taken out and only the vertices that its shape needs. Pure; lengths in one unit. */

type Position = readonly [x: number, y: number]

/**
 * Averages each vertex with its neighbours; both ends stay.
 *
 * @param rounds more of them make a calmer line
 */
export function smoothed(line: readonly Position[], rounds = 2): Position[] {
  let calm: Position[] = [...line]
  for (let round = 0; round < rounds; round += 1) {
    const rough = calm
    calm = rough.map((here, index) => {
      const [before, after] = [rough[index - 1], rough[index + 1]]
      if (before === undefined || after === undefined) return here
      return [(before[0] + 2 * here[0] + after[0]) / 4, (before[1] + 2 * here[1] + after[1]) / 4]
    })
  }
  return calm
}

/** A line is taken in pieces, so that the worst of them takes no longer than its length. */
const spanLength = 500

/**
 * Ramer–Douglas–Peucker: no vertex of the given line is farther than `tolerance` from the result. Source: D. Douglas and T. Peucker, "Algorithms for the
 * reduction of the number of points required to represent a digitized line", Cartographica 10 (1973) 112–122.
 */
export function simplified(line: readonly Position[], tolerance: number): Position[] {
  if (line.length < 3) return [...line]
  const kept = new Set<number>()
  const spans: [number, number][] = []
  for (let from = 0; from < line.length - 1; from += spanLength) {
    const to = Math.min(from + spanLength, line.length - 1)
    kept.add(from).add(to)
    spans.push([from, to])
  }
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let [farthest, distance] = [-1, tolerance]
    for (let index = from + 1; index < to; index += 1) {
      const away = distanceToSegment(line[index] ?? [0, 0], line[from] ?? [0, 0], line[to] ?? [0, 0])
      if (away > distance) [farthest, distance] = [index, away]
    }
    if (farthest === -1) continue
    kept.add(farthest)
    spans.push([from, farthest], [farthest, to])
  }
  return line.filter((_, index) => kept.has(index))
}

export function distanceToSegment(at: Position, from: Position, to: Position): number {
  const [x, y] = nearestOnSegment(at, from, to)
  return Math.hypot(at[0] - x, at[1] - y)
}

export function nearestOnSegment([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): Position {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square))
  return [x1 + share * dx, y1 + share * dy]
}
