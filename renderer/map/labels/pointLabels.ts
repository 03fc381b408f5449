/** The placements of all point labels that are shown, kept for a resolution and a rotation: panning does not move a name. */
import { halfWorldM } from '../../document/geodesy/mercator.ts'
import { type Box, LabelBoard, type LabelRequest, markBox, type Placement } from './placement.ts'
import { textWidthPx } from './textSize.ts'

/** In CSS pixels from a place on the screen. */
export type CoverPx = { left: number; top: number; right: number; bottom: number }

/** A mark on the map and what is written beside it. */
export type LabelledPoint = {
  key: string
  /** EPSG:3857. */
  at: readonly [x: number, y: number]
  radiusPx: number
  /** What it covers where that is no circle; names keep clear of it. */
  coverPx?: CoverPx
  /** Other places that its cover may have, best first, for a name that belongs to a line or an area. The first place is its own. */
  choices?: readonly LabelChoice[]
  /** Empty when only the mark is to be kept clear; lines parted by `\n`. */
  text: string
  /** CSS font. */
  font: string
  heightPx: number
  /** What is written within its cover, whatever is around. */
  standing?: string
  /** Of a text in a box of its own that stands off its mark. */
  box?: {
    widthPx: number
    places: readonly Placement[]
    /** What else is drawn for it where it stands: names keep clear of that too. */
    coverAt: (placement: Placement) => readonly CoverPx[]
  }
}

export type LabelChoice = {
  /** EPSG:3857. */
  at: readonly [x: number, y: number]
  coverPx: CoverPx
  /** Metres of EPSG:3857 a CSS pixel: on a map that shows less, there is no room for it. */
  maxResolution: number
}

/** Whether a name is written: in its place, not for want of room, or where it was put by hand, though not all of it can be seen there. */
export type NameState = 'placed' | 'noRoom' | 'covered'

export type ReportedName = { key: string; text: string; /** EPSG:3857. */ at: readonly [x: number, y: number]; state: NameState }

/** From metres of EPSG:3857 to CSS pixels of the turned picture, `[0, 0]` where the plane has its origin. */
export type ToPx = (at: readonly [x: number, y: number]) => [x: number, y: number]

/** What else there is on the map, in CSS pixels of the turned picture. */
export type Surroundings = {
  /** No name may touch it. */
  forbidden: readonly Box[]
  /** Where names are wanted; null for everywhere. Marks outside of it go without. */
  window: Box | null
  /** EPSG:3857 x: marks stand in the turn of the world that is nearest to it; null where all turns are alike. */
  middleX: number | null
}

const everywhere: Box = { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity }
const nothingAround = (): Surroundings => ({ forbidden: [], window: null, middleX: null })

/** Beyond this many, names at such a density say nothing; the rest go without. */
const maxLabels = 3_000
const maxMarks = 10_000
/** So many between two looks at the clock. */
const placedAtOnce = 64

/** As much of a thing that was put by hand may be out of sight. */
const tolerancePx = 3

type Placed = {
  key: string
  at: LabelledPoint['at']
  text: string
  /** What it takes of the picture. */
  taken: Box[]
  state: NameState
}

export class PointLabels {
  readonly #points: () => Iterable<LabelledPoint>
  readonly #rotation: () => number
  readonly #around: (toPx: ToPx) => Surroundings
  #window: Box | null = null
  #middleX: number | null = null
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

  /**
   * All names that are wanted where the map is seen, and what became of them. Placed first if they are not: nothing may have asked for them yet.
   *
   * @param resolution metres of EPSG:3857 a CSS pixel
   */
  report(resolution: number): ReportedName[] {
    this.#bringUpToDate(resolution)
    return [...this.#placed.values()].filter(({ text }) => text !== '').map(({ key, text, at, state }) => ({ key, text, at, state }))
  }

  /** Whether a place is within the picture, in EPSG:3857. */
  isSeen([x, y]: readonly [number, number]): boolean {
    const [px, py] = this.#toPx([this.#inTurn(x), y])
    return this.#isWanted({ x: px, y: py })
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
    this.#bringUpToDate(resolution)
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
        const { placed, placement } = this.#choose(this.#board, point)
        this.#placed.set(point.key, placed)
        this.#placements.set(point.key, placement)
        continue
      }
      const placed = this.#mark(this.#board, point, request)
      this.#placed.set(point.key, placed)
      if (point.text !== '' && placed.text !== '') this.#placements.set(point.key, nameBeside(this.#board, { point, request, placed }))
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

  #bringUpToDate(resolution: number): void {
    const rotation = this.#rotation()
    if (resolution === this.#resolution && rotation === this.#placedRotation && this.#revision === this.#placedRevision) return
    this.#placedRotation = rotation
    this.#placedRevision = this.#revision
    this.#resolution = resolution
    this.#changes += 1
    for (const steps = this.#placeAll(); steps.next().done !== true;);
  }

  *#placeAll(): Generator<void, boolean> {
    const changes = this.#changes
    const { forbidden, window, middleX } = this.#around((at) => this.#toPx(at))
    this.#window = window
    this.#middleX = middleX
    const board = new LabelBoard(forbidden)
    const all = new Map<string, Placed>()
    const placements = new Map<string, Placement | null>()
    let count = 0
    const named: Named[] = []
    const choosing: LabelledPoint[] = []
    for (const point of this.#points()) {
      // What is not asked after need not be known beyond what is drawn.
      if (all.size >= maxMarks && window === null) break
      const request = this.#requestOf(point)
      const isKeptClear = all.size < maxMarks
      if (isKeptClear && point.choices !== undefined && choosing.length < maxLabels && this.#isWanted(request)) {
        choosing.push(point)
        // It holds its place in the order until its own is found.
        all.set(point.key, this.#withoutMark(point, request))
        continue
      }
      const placed = isKeptClear ? this.#mark(board, point, request) : this.#withoutMark(point, request)
      if (isKeptClear || placed.text !== '') all.set(point.key, placed)
      if (isKeptClear && named.length < maxLabels && point.text !== '' && placed.text !== '') named.push({ point, request, placed })
      if (++count % placedAtOnce === 0) {
        yield
        if (this.#changes !== changes) return false
      }
    }
    // Boxes first: they are large, and somebody wrote each of them.
    const boxed = named.filter(({ point }) => point.box !== undefined)
    for (const one of boxed) placements.set(one.point.key, nameBeside(board, one))
    // They have fewer places to go to than the names of points.
    for (const point of choosing) {
      const { placed, placement } = this.#choose(board, point)
      all.set(point.key, placed)
      placements.set(point.key, placement)
      if (++count % placedAtOnce === 0) {
        yield
        if (this.#changes !== changes) return false
      }
    }
    for (const one of named) {
      if (one.point.box === undefined) placements.set(one.point.key, nameBeside(board, one))
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
  #choose(board: LabelBoard, { key, at, coverPx, choices = [], standing = '' }: LabelledPoint): { placed: Placed; placement: Placement } {
    const boxOf = (place: readonly [number, number], cover: CoverPx): Box => boxAt(this.#toPx([this.#inTurn(place[0]), place[1]]), cover)
    const own = coverPx === undefined ? [] : [{ index: 0, box: boxOf(at, coverPx) }]
    const others = choices.flatMap((choice, index) =>
      this.#resolution > choice.maxResolution ? [] : [{ index: index + 1, box: boxOf(choice.at, choice.coverPx) }],
    )
    const all = [...own, ...others]
    const chosen = all[board.choose(all.map(({ box }) => box))]
    const { index, box } = chosen ?? { index: 0, box: boxOf(at, { left: 0, top: 0, right: 0, bottom: 0 }) }
    const placed: Placed = { key, at, text: standing, taken: [box], state: standingState(board, box) }
    return { placed, placement: { align: 'center', offsetX: 0, offsetY: 0, choice: index } }
  }

  #takeOff(key: string): void {
    const placed = this.#placed.get(key)
    if (placed === undefined) return
    for (const box of placed.taken) this.#board.release(box)
    this.#placed.delete(key)
    this.#placements.delete(key)
  }

  #mark(board: LabelBoard, point: LabelledPoint, request: LabelRequest): Placed {
    const cover = coverOf(point, request)
    board.take(cover)
    const { key, at, standing } = point
    if (!this.#isWanted(request)) return { key, at, text: '', taken: [cover], state: 'noRoom' }
    if (standing === undefined) return { key, at, text: point.text, taken: [cover], state: 'noRoom' }
    return { key, at, text: standing, taken: [cover], state: standingState(board, cover) }
  }

  /** Too many for each to be kept clear. */
  #withoutMark({ key, at, text }: LabelledPoint, request: LabelRequest): Placed {
    return { key, at, text: this.#isWanted(request) ? text : '', taken: [], state: 'noRoom' }
  }

  /** In the turned picture. */
  #requestOf({ at, radiusPx, text, font, heightPx, box }: LabelledPoint): LabelRequest {
    const [x, y] = this.#toPx([this.#inTurn(at[0]), at[1]])
    if (box !== undefined) return { x, y, radiusPx, widthPx: box.widthPx, heightPx, places: box.places }
    const widthPx = text === '' ? 0 : Math.max(...text.split('\n').map((line) => textWidthPx(line, font))) + 2
    return { x, y, radiusPx, widthPx, heightPx }
  }

  #inTurn(x: number): number {
    return this.#middleX === null ? x : x + 2 * halfWorldM * Math.round((this.#middleX - x) / (2 * halfWorldM))
  }

  #toPx([x, y]: readonly [number, number]): [number, number] {
    const [cos, sin] = [Math.cos(this.#rotation()), Math.sin(this.#rotation())]
    const [px, py] = [x / this.#resolution, -y / this.#resolution]
    return [px * cos - py * sin, px * sin + py * cos]
  }

  /** A mark outside of the picture needs no name. */
  #isWanted({ x, y }: Pick<LabelRequest, 'x' | 'y'>): boolean {
    const { minX, minY, maxX, maxY } = this.#window ?? everywhere
    return x >= minX && x <= maxX && y >= minY && y <= maxY
  }
}

type Named = { point: LabelledPoint; request: LabelRequest; placed: Placed }

/** Finds a place for a name and takes it. @returns null where there is no room */
function nameBeside(board: LabelBoard, { point, request, placed }: Named): Placement | null {
  const found = board.place(request)
  placed.state = found === null ? 'noRoom' : 'placed'
  if (found === null) return null
  placed.taken.push(found.box)
  for (const cover of point.box?.coverAt(found.placement) ?? []) {
    const box = boxAt([request.x, request.y], cover)
    board.take(box)
    placed.taken.push(box)
  }
  return found.placement
}

const coverOf = ({ coverPx }: LabelledPoint, request: LabelRequest): Box =>
  coverPx === undefined ? markBox(request) : boxAt([request.x, request.y], coverPx)

const boxAt = ([x, y]: readonly [number, number], { left, top, right, bottom }: CoverPx): Box => ({
  minX: x + left,
  minY: y + top,
  maxX: x + right,
  maxY: y + bottom,
})

/** Of what is written in any case. */
const standingState = (board: LabelBoard, box: Box): NameState => (board.isForbidden(grown(box, -tolerancePx)) ? 'covered' : 'placed')

const grown = ({ minX, minY, maxX, maxY }: Box, by: number): Box => ({
  minX: minX - by,
  minY: minY - by,
  maxX: maxX + by,
  maxY: maxY + by,
})
