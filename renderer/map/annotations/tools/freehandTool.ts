/** Draws as the hand moves. The line is calmed and keeps only the vertices that its shape needs; one that comes back to its start is an area. */
import type { AnnotationGeometry } from '../../../../electron/contract/annotation.ts'
import { lengthOf } from '../../../document/geodesy/measure.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import { formatLength } from '../../../document/geodesy/format.ts'
import type { MapPointer, MapTool, Workbench } from './mapTool.ts'
import { drafted, place } from './place.ts'
import { distancePx, lonLatAt, nearWorld, pixelOf, type Screen } from './screen.ts'
import { lineShape, polygonShape } from './shapes.ts'
import { simplified, smoothed } from './simplify.ts'

const tolerancePx = 0.8
/** A hand that rests leaves no heap of vertices. */
const leastPx = 1.5
/** Nearer than this to its start, the end closes the shape. */
const closePx = 14

export class FreehandTool implements MapTool {
  readonly cursor = 'crosshair'
  readonly snaps = false
  readonly #bench: Workbench
  #line: PlanePoint[] = []

  constructor(bench: Workbench) {
    this.#bench = bench
  }

  press({ free }: MapPointer): boolean {
    this.#line = [free]
    return true
  }

  drag({ free, pixel }: MapPointer): void {
    const last = this.#line.at(-1)
    if (last === undefined || distancePx(pixelOf(this.#bench.screen(), last), pixel) < leastPx) return
    this.#line.push(nearWorld(free, last[0]))
    this.#bench.overlay.preview([drafted('freehand', lineShape(this.#line))])
    this.#bench.tag.show(formatLength(lengthOf(this.#line.map(lonLatAt))), pixel)
  }

  release(): void {
    const line = this.#line
    this.cancel()
    if (line.length > 1) place(drafted('freehand', handShape(this.#bench.screen(), line)))
  }

  click(): void {
    this.cancel()
  }

  cancel(): boolean {
    const had = this.#line.length > 1
    this.#line = []
    this.#bench.overlay.preview([])
    this.#bench.tag.hide()
    return had
  }

  dispose(): void {
    this.cancel()
  }
}

/** @param line as the hand drew it */
export function handShape(screen: Screen, line: readonly PlanePoint[]): AnnotationGeometry {
  const calm = simplified(smoothed(line), tolerancePx * screen.resolution)
  const pixels = line.map((at) => pixelOf(screen, at))
  const [first = [0, 0], last = [0, 0]] = [pixels[0], pixels.at(-1)]
  const farthest = Math.max(...pixels.map((pixel) => distancePx(pixel, first)))
  const closes = distancePx(first, last) < closePx && farthest > 3 * closePx && calm.length > 3
  return closes ? polygonShape(calm.slice(0, -1)) : lineShape(calm)
}
