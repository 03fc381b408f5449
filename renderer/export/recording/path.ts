/** A path as it was drawn: its corners and arcs, and the box around them. Arcs stay arcs as long as shapes are kept, and become short lines otherwise. */
import { type Matrix, scaleOf, turnOf } from './matrix.ts'

export type Bounds = { minX: number; minY: number; maxX: number; maxY: number }

/** What draws a path: a canvas, or the text of an SVG. */
export type PathSink = {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise: boolean): void
  closePath(): void
}

const verbs = { move: 0, line: 1, arc: 2, close: 3 } as const

export class RecordedPath {
  /** A verb and its numbers, again and again. */
  readonly #data: number[]
  readonly bounds: Bounds

  constructor(data: number[] = [], bounds: Bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }) {
    this.#data = data
    this.bounds = bounds
  }

  get isEmpty(): boolean {
    return this.#data.length === 0
  }

  /** What was drawn so far: a canvas may fill a path, go on with it, and fill it again. */
  copy(): RecordedPath {
    return new RecordedPath([...this.#data], { ...this.bounds })
  }

  moveTo(x: number, y: number): void {
    this.#data.push(verbs.move, x, y)
    this.#include(x, y)
  }

  lineTo(x: number, y: number): void {
    this.#data.push(this.isEmpty ? verbs.move : verbs.line, x, y)
    this.#include(x, y)
  }

  /** A line leads to its beginning, where something was drawn before. Angles in radians, y downward. */
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise: boolean): void {
    this.#data.push(verbs.arc, x, y, radius, start, end, counterclockwise ? 1 : 0)
    this.#include(x - radius, y - radius)
    this.#include(x + radius, y + radius)
  }

  close(): void {
    this.#data.push(verbs.close)
  }

  /** @param matrix by which it is drawn elsewhere or larger */
  trace(sink: PathSink, matrix: Matrix): void {
    const data = this.#data
    const [a, b, c, d, e, f] = matrix
    const [scale, turn, isMirrored] = [scaleOf(matrix), turnOf(matrix), a * d - b * c < 0]
    for (let at = 0; at < data.length;) {
      const verb = data[at]
      if (verb === verbs.close) {
        sink.closePath()
        at += 1
        continue
      }
      const x = data[at + 1] ?? 0
      const y = data[at + 2] ?? 0
      const [px, py] = [a * x + c * y + e, b * x + d * y + f]
      if (verb === verbs.move) sink.moveTo(px, py)
      else if (verb === verbs.line) sink.lineTo(px, py)
      else {
        const [radius = 0, start = 0, end = 0, counterclockwise = 0] = data.slice(at + 3, at + 7)
        if (isMirrored) sink.arc(px, py, radius * scale, turn - start, turn - end, counterclockwise === 0)
        else sink.arc(px, py, radius * scale, start + turn, end + turn, counterclockwise === 1)
      }
      at += verb === verbs.arc ? 7 : 3
    }
  }

  #include(x: number, y: number): void {
    const { bounds } = this
    if (x < bounds.minX) bounds.minX = x
    if (x > bounds.maxX) bounds.maxX = x
    if (y < bounds.minY) bounds.minY = y
    if (y > bounds.maxY) bounds.maxY = y
  }
}

/** The box around a box that is drawn elsewhere. */
export function movedBounds({ minX, minY, maxX, maxY }: Bounds, [a, b, c, d, e, f]: Matrix): Bounds {
  const corners = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}
