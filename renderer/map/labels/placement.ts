/**
 * Where the names of points go, so that none lies on another or on a mark. Pure.
 *
 * Eight places are tried around each mark, best first, in the order that readers prefer. Source: E. Imhof, "Positioning Names on Maps", The American
 * Cartographer 2 (1975), p. 128–144; P. Yoeli, "The Logic of Automated Map Lettering", The Cartographic Journal 9 (1972).
 */
export type Box = { minX: number; minY: number; maxX: number; maxY: number }

/** A mark and the size of its name, in CSS pixels of the (turned) picture. */
export type LabelRequest = { x: number; y: number; radiusPx: number; widthPx: number; heightPx: number }

/** Offset of the name from the middle of its mark: `x` to its near end, `y` to its middle. */
export type Placement = { align: 'left' | 'center' | 'right'; offsetX: number; offsetY: number }

/** Between a mark and its name. */
const gapPx = 3
/** A name that must lie on something may cover this share of its own area; one that covers more is left out. */
const maxCovered = 0.3
const cellPx = 64

/**
 * @param requests in order of importance: the first have their choice
 * @param marks boxes that no name may cover
 * @returns a placement for each request, or null where there is no room
 */
export function placeLabels(requests: readonly LabelRequest[], marks: readonly Box[]): (Placement | null)[] {
  const taken = new Grid()
  for (const mark of marks) taken.add(mark)
  return requests.map((request) => {
    let best: { placement: Placement; box: Box; covered: number } | null = null
    const own = markBox(request)
    for (const placement of placesAround(request)) {
      const box = boxOf(request, placement)
      const covered = taken.covered(box, own)
      if (best === null || covered < best.covered) best = { placement, box, covered }
      if (covered === 0) break
    }
    if (best === null || best.covered > maxCovered * request.widthPx * request.heightPx) return null
    taken.add(best.box)
    return best.placement
  })
}

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

/** Boxes by the squares of a coarse net that they touch. */
class Grid {
  readonly #cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [box])
      else cell.push(box)
    }
  }

  /** Area of `box` that lies on others; the mark that it names does not count. */
  covered(box: Box, own: Box): number {
    const seen = new Set<Box>()
    let area = 0
    for (const key of cellsOf(box)) {
      for (const other of this.#cells.get(key) ?? []) {
        if (seen.has(other) || sameBox(other, own)) continue
        seen.add(other)
        area += overlap(box, other)
      }
    }
    return area
  }
}

function* cellsOf({ minX, minY, maxX, maxY }: Box): Generator<string> {
  for (let column = Math.floor(minX / cellPx); column <= Math.floor(maxX / cellPx); column += 1) {
    for (let row = Math.floor(minY / cellPx); row <= Math.floor(maxY / cellPx); row += 1) yield `${column} ${row}`
  }
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return width > 0 && height > 0 ? width * height : 0
}

const sameBox = (a: Box, b: Box): boolean => a.minX === b.minX && a.minY === b.minY && a.maxX === b.maxX && a.maxY === b.maxY
