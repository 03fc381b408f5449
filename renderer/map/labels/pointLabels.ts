/** The placements of all point labels that are shown, kept for a resolution and a rotation: panning does not move a name. */
import { type Box, type LabelRequest, markBox, type Placement, placeLabels } from './placement.ts'
import { textWidthPx } from './textSize.ts'

/** A mark on the map and what is written beside it. */
export type LabelledPoint = {
  key: string
  /** EPSG:3857. */
  at: readonly [x: number, y: number]
  radiusPx: number
  /** Empty when only the mark is to be kept clear; lines parted by `\n`. */
  text: string
  /** CSS font. */
  font: string
  heightPx: number
}

/** Beyond this many, names at such a density say nothing; the rest go without. */
const maxLabels = 3_000
const maxMarks = 10_000

export class PointLabels {
  readonly #points: () => Iterable<LabelledPoint>
  readonly #rotation: () => number
  #key = ''
  #revision = 0
  #placements = new Map<string, Placement | null>()

  /**
   * @param points everything that is shown, the most important first
   * @param rotation of the view, radians clockwise
   */
  constructor(points: () => Iterable<LabelledPoint>, rotation: () => number) {
    this.#points = points
    this.#rotation = rotation
  }

  /** Layers, annotations, their features or their styles changed. */
  invalidate(): void {
    this.#revision += 1
  }

  /**
   * @param key of the labelled point
   * @param resolution metres of EPSG:3857 a CSS pixel
   * @returns null when there is no room for the name
   */
  placementOf(key: string, resolution: number): Placement | null {
    const now = `${resolution} ${this.#rotation()} ${this.#revision}`
    if (now !== this.#key) {
      this.#key = now
      this.#placements = this.#place(resolution)
    }
    return this.#placements.get(key) ?? null
  }

  #place(resolution: number): Map<string, Placement | null> {
    const [cos, sin] = [Math.cos(this.#rotation()), Math.sin(this.#rotation())]
    const keys: string[] = []
    const requests: LabelRequest[] = []
    const marks: Box[] = []
    for (const { key, at, radiusPx, text, font, heightPx } of this.#points()) {
      if (marks.length >= maxMarks) break
      const [px, py] = [at[0] / resolution, -at[1] / resolution]
      const mark = { x: px * cos - py * sin, y: px * sin + py * cos, radiusPx }
      marks.push(markBox(mark))
      if (text === '' || requests.length >= maxLabels) continue
      keys.push(key)
      const widthPx = Math.max(...text.split('\n').map((line) => textWidthPx(line, font))) + 2
      requests.push({ ...mark, widthPx, heightPx })
    }
    return new Map(placeLabels(requests, marks).map((placement, index) => [keys[index] ?? '', placement]))
  }
}
