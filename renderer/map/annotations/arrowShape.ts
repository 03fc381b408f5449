/** The outlines of arrows in the plane of the picture: a head on a line, and the broad axis of advance. Pure; lengths in one unit, directions as in the plane. */

type Position = readonly number[]

export type ArrowParts = {
  /** The line up to the head; a head drawn over a thick line would have a blunt tip. */
  shaft: number[][]
  /** Closed ring. */
  head: number[][]
}

/** @param headLength of the head; its breadth is three quarters of it */
export function lineArrow(line: readonly Position[], headLength: number): ArrowParts {
  const tip = line.at(-1) ?? [0, 0]
  const shaft = shortened(line, headLength * 0.85)
  const neck = pointBack(line, headLength)
  const [x = 0, y = 0] = tip
  const [ux, uy] = direction(neck, tip)
  const half = headLength * 0.38
  const [bx, by] = [x - ux * headLength, y - uy * headLength]
  const [cx, cy] = [x - ux * headLength * 0.8, y - uy * headLength * 0.8]
  const head = [
    [x, y],
    [bx - uy * half, by + ux * half],
    [cx, cy],
    [bx + uy * half, by - ux * half],
    [x, y],
  ]
  return { shaft, head }
}

/**
 * An axis of advance, as in FM 1-02.2: broad at the tail, narrowing to the neck, with a wide head.
 *
 * @param width of the neck; the tail is twice as broad, the head three times
 * @returns a closed ring
 */
export function taperedArrow(line: readonly Position[], width: number): number[][] {
  const total = lengthOf(line)
  const headLength = Math.min(width * 2.4, total / 2)
  const body = shortened(line, headLength)
  const bodyLength = lengthOf(body)
  const left: number[][] = []
  const right: number[][] = []
  let gone = 0
  for (const [index, [x = 0, y = 0]] of body.entries()) {
    const before = body[index - 1]
    if (before !== undefined) gone += Math.hypot(x - (before[0] ?? 0), y - (before[1] ?? 0))
    const share = bodyLength === 0 ? 1 : gone / bodyLength
    const half = width * (1 - share / 2)
    const [ux, uy] = direction(body[Math.max(0, index - 1)] ?? [x, y], body[Math.min(body.length - 1, index + 1)] ?? [x, y])
    left.push([x - uy * half, y + ux * half])
    right.push([x + uy * half, y - ux * half])
  }
  const tip = line.at(-1) ?? [0, 0]
  const neck = body.at(-1) ?? tip
  const [ux, uy] = direction(neck, tip)
  const [nx = 0, ny = 0] = neck
  const half = width * 1.5
  const ring = [
    ...left,
    [nx - uy * half, ny + ux * half],
    [tip[0] ?? 0, tip[1] ?? 0],
    [nx + uy * half, ny - ux * half],
    ...right.toReversed(),
  ]
  const [first = [0, 0]] = ring
  return [...ring, [...first]]
}

function direction([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): [number, number] {
  const length = Math.hypot(x2 - x1, y2 - y1)
  return length === 0 ? [1, 0] : [(x2 - x1) / length, (y2 - y1) / length]
}

function lengthOf(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, [x = 0, y = 0], index) => sum + Math.hypot(x - (line[index]?.[0] ?? x), y - (line[index]?.[1] ?? y)), 0)
}

/** The point of the line at a distance back from its end; its start when it is shorter. */
function pointBack(line: readonly Position[], distance: number): number[] {
  return shortened(line, distance).at(-1) ?? [0, 0]
}

/** The line without its last piece. A line that is shorter keeps its start. */
function shortened(line: readonly Position[], by: number): number[][] {
  let left = by
  const rest = line.map((position) => [...position])
  while (rest.length > 1) {
    const [x2 = 0, y2 = 0] = rest.at(-1) ?? []
    const [x1 = 0, y1 = 0] = rest.at(-2) ?? []
    const leg = Math.hypot(x2 - x1, y2 - y1)
    if (leg > left) {
      const share = left / leg
      rest[rest.length - 1] = [x2 + (x1 - x2) * share, y2 + (y1 - y2) * share]
      return rest
    }
    left -= leg
    rest.pop()
  }
  return rest
}
