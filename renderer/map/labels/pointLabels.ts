/** The placements of all point labels that are shown, kept for a resolution and a rotation: panning does not move a name. */
import { type Box, LabelBoard, type LabelRequest, markBox, type Placement } from './placement.ts'
import { textWidthPx } from './textSize.ts'

/** A mark on the map and what is written beside it. */
export type LabelledPoint = {
  key: string
  /** EPSG:3857. */
  at: readonly [x: number, y: number]
  radiusPx: number
  /** What it covers where that is no circle, in CSS pixels from its place on the screen; names keep clear of it. */
  coverPx?: { left: number; top: number; right: number; bottom: number }
  /** Other places that its cover may have, best first, for a name that belongs to a line or an area. The first place is its own. */
  choices?: readonly LabelChoice[]
  /** Empty when only the mark is to be kept clear; lines parted by `\n`. */
  text: string
  /** CSS font. */
  font: string
  heightPx: number
}

export type LabelChoice = {
  /** EPSG:3857. */
  at: readonly [x: number, y: number]
  coverPx: { left: number; top: number; right: number; bottom: number }
  /** Metres of EPSG:3857 a CSS pixel: on a map that shows less, there is no room for it. */
  maxResolution: number
}

/** From metres of EPSG:3857 to CSS pixels of the turned picture, `[0, 0]` where the plane has its origin. */
export type ToPx = (at: readonly [x: number, y: number]) => [x: number, y: number]

/** What else there is on the map, in CSS pixels of the turned picture. */
export type Surroundings = {
  /** No name may touch it. */
  forbidden: readonly Box[]
  /** Where names are wanted; null for everywhere. Marks outside of it go without. */
  window: Box | null
}

const everywhere: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity }
const nothingAround = (): Surroundings => ({ forbidden: [], window: null })

/** Beyond this many, names at such a density say nothing; the rest go without. */
const maxLabels = 3_000
const maxMarks = 10_000
/** So many between two looks at the clock. */
const placedAtOnce = 64

type Placed = { key: string; mark: Box; text: string; box: Box | null }

export class PointLabels {
  readonly #points: () => Iterable<LabelledPoint>
  readonly #rotation: () => number
  readonly #around: (toPx: ToPx) => Surroundings
  #window: Box | null = null
  #resolution = 0
  #placedRotation = Number.NaN
  #placedRevision = -1
  #revision = 0
  /** Counts what has been placed since: a placing that goes on meanwhile is overtaken. */
  #changes = 0
  #board = new LabelBoard()
  #placed = new Map<string, Placed>()
  #placements = new Map<string, Placement | null>()

  /**
   * @param points everything that is shown, the most important first
   * @param rotation of the view, radians clockwise
   * @param around what names must keep clear of, besides marks and each other
   */
  constructor(points: () => Iterable<LabelledPoint>, rotation: () => number, around: (toPx: ToPx) => Surroundings = nothingAround) {
    this.#points = points
    this.#rotation = rotation
    this.#around = around
  }

  /** Names that have a place, and those that have none, as they were placed last. */
  report(): { placed: string[]; notPlaced: string[] } {
    const named = [...this.#placed.values()].filter(({ text }) => text !== '')
    return {
      placed: named.flatMap(({ box, text }) => (box === null ? [] : [text])),
      notPlaced: named.flatMap(({ box, text }) => (box === null ? [text] : [])),
    }
  }

  /** Layers, annotations, their features or their styles changed. */
  invalidate(): void {
    this.#revision += 1
    this.#changes += 1
  }

  /**
   * @param key of the labelled point
   * @param resolution metres of EPSG:3857 a CSS pixel
   * @returns null when there is no room for the name
   */
  placementOf(key: string, resolution: number): Placement | null {
    const rotation = this.#rotation()
    if (resolution !== this.#resolution || rotation !== this.#placedRotation || this.#revision !== this.#placedRevision) {
      this.#placedRotation = rotation
      this.#placedRevision = this.#revision
      this.#place(resolution)
    }
    return this.#placements.get(key) ?? null
  }

  /**
   * A few points changed: their names find their places among the others, which stay where they are. So a map of thousands of names answers at once;
   * `invalidate` has all of them placed together.
   *
   * @param gone keys of points that are there no more
   */
  amend(points: Iterable<LabelledPoint>, gone: Iterable<string>): void {
    if (this.#resolution === 0) return
    this.#changes += 1
    for (const key of gone) this.#takeOff(key)
    for (const point of points) {
      this.#takeOff(point.key)
      const request = this.#requestOf(point)
      if (point.choices !== undefined && this.#isWanted(request)) {
        const { box, placement } = this.#choose(this.#board, point)
        this.#placed.set(point.key, { key: point.key, mark: box, text: '', box: null })
        this.#placements.set(point.key, placement)
        continue
      }
      const mark = coverOf(point, request)
      this.#board.take(mark)
      const text = this.#isWanted(request) ? point.text : ''
      const found = text === '' ? null : this.#board.place(request)
      this.#placed.set(point.key, { key: point.key, mark, text, box: found?.box ?? null })
      this.#placements.set(point.key, found?.placement ?? null)
    }
  }

  /**
   * Places all names together, a part at each step, while those that are there stay in force.
   *
   * @returns at the end, whether they hold: false when something changed meanwhile
   */
  *placing(): Generator<void, boolean> {
    if (this.#resolution === 0) return false
    return yield* this.#placeAll()
  }

  #place(resolution: number): void {
    this.#resolution = resolution
    this.#changes += 1
    for (const steps = this.#placeAll(); steps.next().done !== true;);
  }

  *#placeAll(): Generator<void, boolean> {
    const changes = this.#changes
    const { forbidden, window } = this.#around((at) => this.#toPx(at))
    this.#window = window
    const board = new LabelBoard(forbidden)
    const all = new Map<string, Placed>()
    const placements = new Map<string, Placement | null>()
    let count = 0
    const named: { key: string; request: LabelRequest }[] = []
    const choosing: LabelledPoint[] = []
    for (const point of this.#points()) {
      if (all.size >= maxMarks) break
      const request = this.#requestOf(point)
      const mark = coverOf(point, request)
      if (point.choices !== undefined && choosing.length < maxLabels && this.#isWanted(request)) choosing.push(point)
      else board.take(mark)
      const text = named.length < maxLabels && this.#isWanted(request) ? point.text : ''
      all.set(point.key, { key: point.key, mark, text, box: null })
      if (text !== '') named.push({ key: point.key, request })
      if (++count % placedAtOnce === 0) {
        yield
        if (this.#changes !== changes) return false
      }
    }
    // They have fewer places to go to than the names of points.
    for (const point of choosing) {
      const { box, placement } = this.#choose(board, point)
      all.set(point.key, { key: point.key, mark: box, text: '', box: null })
      placements.set(point.key, placement)
      if (++count % placedAtOnce === 0) {
        yield
        if (this.#changes !== changes) return false
      }
    }
    for (const { key, request } of named) {
      const found = board.place(request)
      const placed = all.get(key)
      if (placed !== undefined) placed.box = found?.box ?? null
      placements.set(key, found?.placement ?? null)
      if (++count % placedAtOnce === 0) {
        yield
        if (this.#changes !== changes) return false
      }
    }
    this.#board = board
    this.#placed = all
    this.#placements = placements
    return true
  }

  /** One of the places where there is room at this scale; its own always counts. */
  #choose(board: LabelBoard, { at, coverPx, choices = [] }: LabelledPoint): { box: Box; placement: Placement } {
    const own = coverPx === undefined ? [] : [{ index: 0, box: boxAt(this.#toPx(at), coverPx) }]
    const others = choices.flatMap((choice, index) =>
      this.#resolution > choice.maxResolution ? [] : [{ index: index + 1, box: boxAt(this.#toPx(choice.at), choice.coverPx) }],
    )
    const all = [...own, ...others]
    const chosen = all[board.choose(all.map(({ box }) => box))]
    const { index, box } = chosen ?? { index: 0, box: boxAt(this.#toPx(at), { left: 0, top: 0, right: 0, bottom: 0 }) }
    return { box, placement: { align: 'center', offsetX: 0, offsetY: 0, choice: index } }
  }

  #takeOff(key: string): void {
    const placed = this.#placed.get(key)
    if (placed === undefined) return
    this.#board.release(placed.mark)
    if (placed.box !== null) this.#board.release(placed.box)
    this.#placed.delete(key)
    this.#placements.delete(key)
  }

  /** In the turned picture. */
  #requestOf({ at, radiusPx, text, font, heightPx }: LabelledPoint): LabelRequest {
    const [x, y] = this.#toPx(at)
    const widthPx = text === '' ? 0 : Math.max(...text.split('\n').map((line) => textWidthPx(line, font))) + 2
    return { x, y, radiusPx, widthPx, heightPx }
  }

  #toPx([x, y]: readonly [number, number]): [number, number] {
    const [cos, sin] = [Math.cos(this.#rotation()), Math.sin(this.#rotation())]
    const [px, py] = [x / this.#resolution, -y / this.#resolution]
    return [px * cos - py * sin, px * sin + py * cos]
  }

  /** A mark outside of the picture needs no name. */
  #isWanted({ x, y }: LabelRequest): boolean {
    const { minX, minY, maxX, maxY } = this.#window ?? everywhere
    return x >= minX && x <= maxX && y >= minY && y <= maxY
  }
}

function coverOf({ coverPx }: LabelledPoint, request: LabelRequest): Box {
  if (coverPx === undefined) return markBox(request)
  return boxAt([request.x, request.y], coverPx)
}

const boxAt = ([x, y]: readonly [number, number], { left, top, right, bottom }: NonNullable<LabelledPoint['coverPx']>): Box => ({
  minX: x + left,
  minY: y + top,
  maxX: x + right,
  maxY: y + bottom,
})
