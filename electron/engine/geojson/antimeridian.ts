/**
 * Lines and rings that cross the antimeridian are cut there (RFC 7946 §3.1.9), so that nothing is drawn across the whole map.
 *
 * A step of more than half the world between two positions is taken as the short way round, across the antimeridian. Two things are left as they are
 * written, because the short way would make nothing of them: rings that were cut there already and run along it (Antarctica), and rectangles written
 * counterclockwise (RFC 7946 §3.1.6), which are boxes around most of the world. A ring that goes once around the world is closed over its pole, or
 * joined with the hole that does the same.
 */

/** `[x, y, …]`: further numbers are kept, and interpolated at a cut. */
export type Position = number[]

/** Units of the positions: half the width of the world, and the y of the north pole (of the map's edge, on a map). */
export type World = { half: number; pole: number }

export const degrees: World = { half: 180, pole: 90 }

/** Whether a line has a step of more than half the world. */
export function jumps(line: readonly Position[], half: number): boolean {
  for (let i = 1; i < line.length; i++) if (Math.abs(x(line[i]) - x(line[i - 1])) > half) return true
  return false
}

/** Cuts a line. @returns the line itself when there is nothing to cut */
export function cutLine(line: Position[], world: World): Position[][] {
  const { half } = world
  if (!jumps(line, half)) return [line]
  const unwrapped = unwrap(line, half)
  if (unwrapped.touchesOnly && width(unwrapped.line) < half / 1e9) return [line]
  const pieces: Position[][] = []
  let piece: Position[] = []
  let strip = stripOf(x(unwrapped.line[0]), half, x(unwrapped.line[1]) - x(unwrapped.line[0]))
  for (const [i, position] of unwrapped.line.entries()) {
    const before = unwrapped.line[i - 1]
    if (before !== undefined) {
      // A step is not longer than half the world, so it passes at most one border. On a border it has not passed yet.
      const step = x(position) - x(before)
      const next = step === 0 ? strip : stripOf(x(position), half, -step)
      if (next !== strip) {
        const border = (Math.max(strip, next) * 2 - 1) * half
        const cut = at(before, position, border)
        piece.push(into(cut, strip, half))
        pieces.push(piece)
        piece = [into(cut, next, half)]
        strip = next
      }
    }
    piece.push(into(position, strip, half))
  }
  pieces.push(piece)
  return pieces.map(withoutRepeats).filter((one) => one.length > 1)
}

/** Cuts a polygon, rings closed, outer ring first. @returns the polygon itself when there is nothing to cut */
export function cutPolygon(rings: Position[][], world: World): Position[][][] {
  const { half } = world
  const outer = rings[0]
  if (outer === undefined || !rings.some((ring) => jumps(ring, half))) return [rings]
  if (isWideRectangle(outer)) return [rings]
  const unwrapped = rings.map((ring) => unwrapRing(ring, half))
  if (unwrapped[0] === null) return [rings]
  const moved = closeAround(
    unwrapped.map((ring, i) => ring ?? (rings[i] as Position[])),
    world,
  )
  const [west, east] = range(moved[0] as Position[])
  const middle = (west + east) / 2
  // Holes are unwrapped from wherever they begin; they belong where the outer ring is.
  const placed = moved.map((ring) => {
    const [ringWest, ringEast] = range(ring)
    const turns = Math.round((middle - (ringWest + ringEast) / 2) / (2 * half))
    return turns === 0 ? ring : ring.map((position) => shift(position, turns * 2 * half))
  })
  const polygons: Position[][][] = []
  for (let strip = stripOf(west, half, 1); strip <= stripOf(east, half, -1); strip++) {
    const pieces = placed.map((ring) => clip(ring, strip, half))
    const outerPiece = pieces[0]
    if (outerPiece === undefined || outerPiece.length < 4) continue
    polygons.push([outerPiece, ...pieces.slice(1).filter((piece) => piece.length >= 4)])
  }
  return polygons.length === 0 ? [rings] : polygons
}

/** Null when the ring is to be read as it is written. A ring that goes around the world does not end where it began. */
function unwrapRing(ring: Position[], half: number): Position[] | null {
  const { line, touchesOnly } = unwrap(ring, half)
  return touchesOnly && (goesAround(line, half) || width(line) < half / 1e9) ? null : line
}

function goesAround(line: Position[], half: number): boolean {
  return Math.abs(x(line.at(-1)) - x(line[0])) > half
}

/** Closes rings that go around the world: an outer one and a hole become the band between them, a single one is closed over its pole. */
function closeAround(rings: Position[][], world: World): Position[][] {
  const { half } = world
  const [outer, ...holes] = rings as [Position[], ...Position[][]]
  const other = goesAround(outer, half) ? holes.find((hole) => goesAround(hole, half)) : undefined
  if (other === undefined) return rings.map((ring) => (goesAround(ring, half) ? closeOverPole(ring, world) : ring))
  const isSameWay = x(other.at(-1)) - x(other[0]) > 0 === x(outer.at(-1)) - x(outer[0]) > 0
  const back = isSameWay ? other.toReversed() : other
  const turns = Math.round((x(outer.at(-1)) - x(back[0])) / (2 * half)) * 2 * half
  const band = [...outer, ...back.map((position) => shift(position, turns)), outer[0] as Position]
  return [band, ...holes.filter((hole) => hole !== other).map((hole) => (goesAround(hole, half) ? closeOverPole(hole, world) : hole))]
}

function closeOverPole(ring: Position[], { pole }: World): Position[] {
  const first = ring[0] as Position
  const last = ring.at(-1) as Position
  const mean = ring.reduce((sum, position) => sum + y(position), 0) / ring.length
  const edge = mean < 0 ? -pole : pole
  return [...ring, [x(last), edge, ...last.slice(2)], [x(first), edge, ...first.slice(2)], first]
}

/** Takes every step the short way, so that x runs on beyond the world's edge. */
function unwrap(line: Position[], half: number): { line: Position[]; touchesOnly: boolean } {
  let offset = 0
  let touchesOnly = true
  const out = line.map((position, i) => {
    const before = line[i - 1]
    if (before !== undefined) {
      const step = x(position) - x(before)
      if (Math.abs(step) > half) {
        offset -= Math.sign(step) * 2 * half
        if (!isOnEdge(x(position), half) || !isOnEdge(x(before), half)) touchesOnly = false
      }
    }
    return offset === 0 ? position : shift(position, offset)
  })
  return { line: out, touchesOnly }
}

/** Sutherland and Hodgman's clipping of a closed ring to the strip's two borders. Gives a closed ring, or nothing. */
function clip(ring: Position[], strip: number, half: number): Position[] {
  const west = (strip * 2 - 1) * half
  const east = (strip * 2 + 1) * half
  const right = clipBorder(ring, west, (value) => value >= west)
  const both = clipBorder(right, east, (value) => value <= east)
  const piece = withoutRepeats(both.map((position) => into(position, strip, half)))
  const first = piece[0]
  const last = piece.at(-1)
  if (first === undefined || last === undefined || width(piece) < half / 1e9) return []
  if (x(first) !== x(last) || y(first) !== y(last)) piece.push([...first])
  return piece
}

function clipBorder(ring: Position[], border: number, inside: (value: number) => boolean): Position[] {
  const out: Position[] = []
  for (let i = 1; i < ring.length; i++) {
    const from = ring[i - 1] as Position
    const to = ring[i] as Position
    if (inside(x(from)) !== inside(x(to))) out.push(at(from, to, border))
    if (inside(x(to))) out.push(to)
  }
  const first = out[0]
  if (first !== undefined) out.push(first)
  return out
}

function isWideRectangle(ring: Position[]): boolean {
  if (ring.length !== 5) return false
  let area = 0
  for (let i = 1; i < 5; i++) {
    const from = ring[i - 1] as Position
    const to = ring[i] as Position
    if (x(from) !== x(to) && y(from) !== y(to)) return false
    area += x(from) * y(to) - x(to) * y(from)
  }
  return area > 0
}

/** Strip 0 is the world, 1 the one to its east. On a border, `direction` decides. */
function stripOf(value: number, half: number, direction = 1): number {
  const strip = (value + half) / (2 * half)
  return direction >= 0 ? Math.floor(strip) : Math.ceil(strip) - 1
}

function into(position: Position, strip: number, half: number): Position {
  if (strip === 0) return position
  const moved = shift(position, -strip * 2 * half)
  moved[0] = Math.min(half, Math.max(-half, x(moved)))
  return moved
}

function at(from: Position, to: Position, border: number): Position {
  const share = (border - x(from)) / (x(to) - x(from))
  return from.map((value, i) => (i === 0 ? border : value + ((to[i] ?? value) - value) * share))
}

function shift(position: Position, by: number): Position {
  const moved = [...position]
  moved[0] = x(position) + by
  return moved
}

function withoutRepeats(line: Position[]): Position[] {
  return line.filter((position, i) => i === 0 || x(position) !== x(line[i - 1]) || y(position) !== y(line[i - 1]))
}

function range(line: Position[]): [number, number] {
  let west = Infinity
  let east = -Infinity
  for (const position of line) {
    if (x(position) < west) west = x(position)
    if (x(position) > east) east = x(position)
  }
  return [west, east]
}

function width(line: Position[]): number {
  const [west, east] = range(line)
  return east - west
}

function isOnEdge(value: number, half: number): boolean {
  return Math.abs(value) >= half * (1 - 1e-9)
}

function x(position: Position | undefined): number {
  return position?.[0] ?? 0
}

function y(position: Position | undefined): number {
  return position?.[1] ?? 0
}
