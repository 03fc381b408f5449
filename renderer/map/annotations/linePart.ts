/** A part of a line. Pure. */
type Position = readonly number[]

/**
 * @param line in a plane
 * @param from share of its length, 0 to 1
 * @param to share of its length, more than `from`
 * @returns the part between, with a vertex at either end
 */
export function linePart(line: readonly Position[], from: number, to: number): [number, number][] {
  const lengths = line.slice(1).map((end, index) => Math.hypot(xOf(end) - xOf(line[index]), yOf(end) - yOf(line[index])))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  const [begin, end] = [from * whole, to * whole]
  const part: [number, number][] = []
  let passed = 0
  for (const [index, length] of lengths.entries()) {
    const [a, b] = [line[index], line[index + 1]]
    const at = (distance: number): [number, number] => {
      const share = length === 0 ? 0 : (distance - passed) / length
      return [xOf(a) + (xOf(b) - xOf(a)) * share, yOf(a) + (yOf(b) - yOf(a)) * share]
    }
    if (part.length === 0 && begin <= passed + length) part.push(at(begin))
    if (part.length > 0) {
      if (end <= passed + length) return [...part, at(end)]
      part.push([xOf(b), yOf(b)])
    }
    passed += length
  }
  return part
}

const xOf = (position: Position | undefined): number => position?.[0] ?? 0
const yOf = (position: Position | undefined): number => position?.[1] ?? 0
