/**
 * Where the names of points go, so that none lies on another or on a mark. Pure.
 *
 * Eight places are tried around each mark, best first, in the order that readers prefer. Source: E. Imhof, "Positioning Names on Maps", The American
 * Cartographer 2 (1975), p. 128–144; P. Yoeli, "The Logic of Automated Map Lettering", The Cartographic Journal 9 (1972).
 */
export type Box = { minX: number; minY: number; maxX: number; maxY: number }

/** A mark and the size of its name, in CSS pixels of the (turned) picture. */
export type LabelRequest = {
  x: number
  y: number
  radiusPx: number
  widthPx: number
  heightPx: number
  /** Where it may stand, best first; around its mark when left out. */
  places?: readonly Placement[]
}

/**
 * Offset of the name from the middle of its mark: `x` to its near end, `y` to its middle. Of a name that has a choice of places, as that of a line: which it
 * has, and no offset.
 */
export type Placement = { align: 'left' | 'center' | 'right'; offsetX: number; offsetY: number; choice?: number }

/** Between a mark and its name. */
const gapPx = 3
/** A name that must lie on something may cover this share of its own area; one that covers more is left out. */
const maxCovered = 0.3
const cellPx = 64
/** More than there are rows of cells at the closest view of the whole world. */
const rowsApart = 2 ** 26

/**
 * @param requests in order of importance: the first have their choice
 * @param marks boxes that no name may cover
 * @returns a placement for each request, or null where there is no room
 */
export function placeLabels(requests: readonly LabelRequest[], marks: readonly Box[]): (Placement | null)[] {
  const board = new LabelBoard()
  for (const mark of marks) board.take(mark)
  return requests.map((request) => board.place(request)?.placement ?? null)
}

/** What is taken so far of the picture, by marks and by names. */
export class LabelBoard {
  readonly #taken = new Grid()
  readonly #forbidden: readonly Box[]

  /** @param forbidden boxes that no name may touch: what lies over the map, and the edge of the picture */
  constructor(forbidden: readonly Box[] = []) {
    this.#forbidden = forbidden
  }

  take(box: Box): void {
    this.#taken.add(box)
  }

  /** @param box one that was taken: the same object */
  release(box: Box): void {
    this.#taken.remove(box)
  }

  /** Finds a place for a name and takes it. @returns null where there is no room */
  place(request: LabelRequest): { placement: Placement; box: Box } | null {
    let best: { placement: Placement; box: Box; covered: number } | null = null
    const own = markBox(request)
    for (const placement of request.places ?? placesAround(request)) {
      const box = boxOf(request, placement)
      if (this.isForbidden(box)) continue
      const covered = this.#taken.covered(box, own, best?.covered ?? Infinity)
      if (best === null || covered < best.covered) best = { placement, box, covered }
      if (covered === 0) break
    }
    if (best === null || best.covered > maxCovered * request.widthPx * request.heightPx) return null
    this.take(best.box)
    return best
  }

  /**
   * Takes one of several boxes, for a name that is written in any case: the first that is free, or else the one that lies least on others.
   *
   * @param boxes best first; at least one
   * @returns its place among them
   */
  choose(boxes: readonly Box[]): number {
    let [best, least] = [0, Infinity]
    for (const [index, box] of boxes.entries()) {
      const isForbidden = this.isForbidden(box)
      const covered = isForbidden ? areaOf(box) : this.#taken.covered(box, null, least)
      if (covered < least) [best, least] = [index, covered]
      if (covered === 0) break
    }
    const box = boxes[best]
    if (box !== undefined) this.take(box)
    return best
  }

  isForbidden(box: Box): boolean {
    return this.#forbidden.some((other) => overlap(box, other) > 0)
  }
}

const areaOf = ({ minX, minY, maxX, maxY }: Box): number => (maxX - minX) * (maxY - minY)

export function markBox({ x, y, radiusPx }: Pick<LabelRequest, 'x' | 'y' | 'radiusPx'>): Box {
  return { minX: x - radiusPx, minY: y - radiusPx, maxX: x + radiusPx, maxY: y + radiusPx }
}

/** East, then the other sides; corners lie against the mark's diagonal. */
function placesAround({ radiusPx, heightPx }: LabelRequest): Placement[] {
  const side = radiusPx + gapPx
  const corner = radiusPx * 0.7 + gapPx
  const rise = radiusPx * 0.7 + heightPx / 2
  const above = radiusPx + gapPx / 2 + heightPx / 2
  return [
    { align: 'left', offsetX: side, offsetY: 0 },
    { align: 'left', offsetX: corner, offsetY: -rise },
    { align: 'left', offsetX: corner, offsetY: rise },
    { align: 'right', offsetX: -side, offsetY: 0 },
    { align: 'right', offsetX: -corner, offsetY: -rise },
    { align: 'right', offsetX: -corner, offsetY: rise },
    { align: 'center', offsetX: 0, offsetY: -above },
    { align: 'center', offsetX: 0, offsetY: above },
  ]
}

function boxOf({ x, y, widthPx, heightPx }: LabelRequest, { align, offsetX, offsetY }: Placement): Box {
  const left = x + offsetX - (align === 'left' ? 0 : align === 'center' ? widthPx / 2 : widthPx)
  const top = y + offsetY - heightPx / 2
  return { minX: left, minY: top, maxX: left + widthPx, maxY: top + heightPx }
}

/** @param seenAt the search that came upon it last */
type Taken = { box: Box; seenAt: number }

/** Boxes by the squares of a coarse net that they touch. */
class Grid {
  readonly #cells = new Map<number, Taken[]>()
  #searches = 0

  add(box: Box): void {
    const taken = { box, seenAt: 0 }
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [taken])
      else cell.push(taken)
    }
  }

  /** @param box the same object that was added */
  remove(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key)
      const at = cell?.findIndex((one) => one.box === box) ?? -1
      if (at >= 0) cell?.splice(at, 1)
    }
  }

  /** Area of `box` that lies on others; the mark that it names, if it names one, does not count. Counts no further than `enough`. */
  covered(box: Box, own: Box | null, enough: number): number {
    this.#searches += 1
    let area = 0
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (other.seenAt === this.#searches) continue
        other.seenAt = this.#searches
        const common = overlap(box, other.box)
        if (common === 0 || (own !== null && sameBox(other.box, own))) continue
        area += common
        if (area >= enough) return area
      }
    }
    return area
  }
}

function cellsOf({ minX, minY, maxX, maxY }: Box): number[] {
  const cells: number[] = []
  for (let column = Math.floor(minX / cellPx); column <= Math.floor(maxX / cellPx); column += 1) {
    for (let row = Math.floor(minY / cellPx); row <= Math.floor(maxY / cellPx); row += 1) cells.push(column * rowsApart + row)
  }
  return cells
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return width > 0 && height > 0 ? width * height : 0
}

const sameBox = (a: Box, b: Box): boolean => a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY

export const samePlacement = (a: Placement | null, b: Placement | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.align === b.align && a.offsetX === b.offsetX && a.offsetY === b.offsetY && a.choice === b.choice)
