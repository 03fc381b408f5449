/** A smooth curve through all vertices of a line. Source: Catmull and Rom (1974), centripetal form after Barry and Goldman (1988): no loops, no cusps. */

type Position = readonly number[]

const stepsPerLeg = 16

/** @returns the curve as a line; two vertices stay as they are */
export function smoothLine(line: readonly Position[]): number[][] {
  if (line.length < 3) return line.map((position) => [...position])
  const at = (index: number): Position => line[Math.min(line.length - 1, Math.max(0, index))] ?? [0, 0]
  const curve: number[][] = [[...at(0)]]
  for (let leg = 0; leg < line.length - 1; leg += 1) {
    const [from, to] = [at(leg), at(leg + 1)]
    // Beyond the ends the line goes on as it came.
    const before = leg === 0 ? mirror(from, to) : at(leg - 1)
    const after = leg === line.length - 2 ? mirror(to, from) : at(leg + 2)
    for (let step = 1; step <= stepsPerLeg; step += 1) curve.push(onCurve(before, from, to, after, step / stepsPerLeg))
  }
  return curve
}

function onCurve(p0: Position, p1: Position, p2: Position, p3: Position, share: number): number[] {
  const t0 = 0
  const t1 = t0 + knot(p0, p1)
  const t2 = t1 + knot(p1, p2)
  const t3 = t2 + knot(p2, p3)
  const t = t1 + (t2 - t1) * share
  const a1 = between(p0, p1, t0, t1, t)
  const a2 = between(p1, p2, t1, t2, t)
  const a3 = between(p2, p3, t2, t3, t)
  const b1 = between(a1, a2, t0, t2, t)
  const b2 = between(a2, a3, t1, t3, t)
  return between(b1, b2, t1, t2, t)
}

/** Centripetal: the root of the distance. Vertices on one another would divide by nothing. */
const knot = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number => Math.max(1e-6, Math.sqrt(Math.hypot(x2 - x1, y2 - y1)))

function between([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, from: number, to: number, t: number): number[] {
  const share = (t - from) / (to - from)
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
}

const mirror = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number[] => [2 * x1 - x2, 2 * y1 - y2]
