/**
 * Lines and rings with no more vertices than a picture can show. Half a pixel is the measure throughout, which is also OpenLayers' for the layers that it
 * draws whole, so that both look alike: lines lose the vertices that lie within half a pixel of the line without them (Douglas and Peucker 1973), rings are
 * put on a net of half pixels that is fixed to the world, so that neighbours keep a common border and nothing trembles while the map moves.
 */
import type { UnitBox } from './spatialIndex.ts'

/** A run of vertices: `xy[2 * i]`, `xy[2 * i + 1]` for i below `count`. Reused: valid until the next call. */
export class Run {
  xy = new Float64Array(2_048)
  count = 0

  add(x: number, y: number): void {
    const at = this.count * 2
    if (at === this.xy.length) {
      const larger = new Float64Array(at * 2)
      larger.set(this.xy)
      this.xy = larger
    }
    this.xy[at] = x
    this.xy[at + 1] = y
    this.count++
  }
}

/**
 * Copies vertices, without those that are beyond a side of a box together with their neighbours: nothing of the line within the box changes.
 *
 * @param from first vertex @param to vertex after the last
 */
export function copyNear(xy: Int32Array, from: number, to: number, box: UnitBox, run: Run): void {
  run.count = 0
  let before = 0
  let here = from < to ? sideOf(xy, from, box) : 0
  for (let vertex = from; vertex < to; vertex++) {
    const next = vertex + 1 < to ? sideOf(xy, vertex + 1, box) : 0
    // The first and the last vertex stay.
    if (vertex === from || (before & here & next) === 0) {
      run.add(xy[vertex * 2] as number, xy[vertex * 2 + 1] as number)
      before = here
    }
    here = next
  }
}

/** Bits for the sides of a box that a vertex is beyond. */
function sideOf(xy: Int32Array, vertex: number, [west, south, east, north]: UnitBox): number {
  const x = xy[vertex * 2] as number
  const y = xy[vertex * 2 + 1] as number
  return (x < west ? 1 : x > east ? 2 : 0) | (y < south ? 4 : y > north ? 8 : 0)
}

let marks = new Uint8Array(1_024)
let stack = new Int32Array(256)

/** Thins out a line in place. @param tolerance in units */
export function thinLine(run: Run, tolerance: number): void {
  const { xy, count } = run
  if (count < 3) return
  if (marks.length < count) marks = new Uint8Array(count * 2)
  marks.fill(0, 0, count)
  marks[0] = marks[count - 1] = 1
  const squaredTolerance = tolerance * tolerance
  let depth = 0
  stack[depth++] = 0
  stack[depth++] = count - 1
  while (depth > 0) {
    const last = stack[--depth] as number
    const first = stack[--depth] as number
    let farthest = -1
    let squared = squaredTolerance
    for (let i = first + 1; i < last; i++) {
      const distance = squaredDistance(xy, i, first, last)
      if (distance > squared) {
        farthest = i
        squared = distance
      }
    }
    if (farthest < 0) continue
    marks[farthest] = 1
    if (depth + 4 > stack.length) {
      const larger = new Int32Array(stack.length * 2)
      larger.set(stack)
      stack = larger
    }
    stack[depth++] = first
    stack[depth++] = farthest
    stack[depth++] = farthest
    stack[depth++] = last
  }
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (marks[i] === 0) continue
    xy[kept * 2] = xy[i * 2] as number
    xy[kept * 2 + 1] = xy[i * 2 + 1] as number
    kept++
  }
  run.count = kept
}

/** Squared distance of a vertex from the stretch between two others. */
function squaredDistance(xy: Float64Array, at: number, first: number, last: number): number {
  const x1 = xy[first * 2] as number
  const y1 = xy[first * 2 + 1] as number
  const dx = (xy[last * 2] as number) - x1
  const dy = (xy[last * 2 + 1] as number) - y1
  const x = (xy[at * 2] as number) - x1
  const y = (xy[at * 2 + 1] as number) - y1
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
  return (x - t * dx) ** 2 + (y - t * dy) ** 2
}

/** Puts a ring on the net, in place: no vertex twice in a row, none on a straight stretch, and none at the end that repeats the first. One vertex is left of a ring that is within one knot of the net. */
export function netRing(run: Run, tolerance: number): void {
  const { xy, count } = run
  if (count === 0) return
  let kept = 0
  for (let i = 0; i < count; i++) {
    const x = snapped(xy[i * 2] as number, tolerance)
    const y = snapped(xy[i * 2 + 1] as number, tolerance)
    if (kept > 0 && xy[kept * 2 - 2] === x && xy[kept * 2 - 1] === y) continue
    if (kept > 1 && goesOn(xy, kept, x, y)) kept--
    xy[kept * 2] = x
    xy[kept * 2 + 1] = y
    kept++
  }
  if (kept > 1 && xy[0] === xy[kept * 2 - 2] && xy[1] === xy[kept * 2 - 1]) kept--
  run.count = kept
}

/** Whether a vertex lies straight ahead of the last two. */
function goesOn(xy: Float64Array, count: number, x: number, y: number): boolean {
  const x1 = xy[count * 2 - 4] as number
  const y1 = xy[count * 2 - 3] as number
  const dx = (xy[count * 2 - 2] as number) - x1
  const dy = (xy[count * 2 - 1] as number) - y1
  const ex = x - x1
  const ey = y - y1
  return dx * ey === dy * ex && dx * ex + dy * ey > dx * dx + dy * dy
}

/** The knot of the net that is nearest. */
export function snapped(value: number, tolerance: number): number {
  return tolerance * Math.round(value / tolerance)
}
