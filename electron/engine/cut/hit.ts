/** Features at a point or in a box, by their true shapes: the vertices of the layer, not what is left of them in a picture. */
import type { HitRequest } from '../../contract/hit.ts'
import { maskOf } from '../query/filter.ts'
import type { Mask } from '../query/mask.ts'
import { wholeShare } from '../../contract/pieces.ts'
import { lineWidth, pointSize } from '../../contract/sizes.ts'
import type { OpenLayer } from '../sources.ts'
import { holePart, type LayerStore, linePart, outerRingPart, pointPart } from '../store/layerStore.ts'
import { halfWorld, toX, toY, unitsPerMetre } from '../store/mercator.ts'
import { type Looks, looksOf } from './looks.ts'
import { crosses, isInside, nearest } from './distance.ts'
import { featuresIn, type UnitBox } from './spatialIndex.ts'

/** Width of the world, in units. */
const world = 2 * halfWorld

type Reach = { point: number; line: number; area: number }

/** @returns as `hit`, of what the filter lets through, each feature by its own reach @throws RefusalError, CancelledError */
export async function hitLooking(open: OpenLayer, request: HitRequest, signal: AbortSignal): Promise<number[]> {
  const { look, filter } = request
  const mask = await maskOf(open, filter, { signal, onProgress: () => undefined })
  return hit(open.layer.store, request, mask, look === undefined ? noLooks : await looksOf(open, look, signal))
}

const noLooks: Looks = { classes: null, shares: null }

/**
 * @param mask features that are there; null for all
 * @param looks what was asked for by `look`
 * @returns indices of features, topmost first: points over lines over areas, and within them the smaller, and what comes later in the file
 */
export function hit(store: LayerStore, request: Omit<HitRequest, 'filter'>, mask: Mask | null = null, looks = noLooks): number[] {
  const { area, limit } = request
  const reach = inUnits(request.reachM)
  const reachOf = reachPicker(request, looks)
  const share = (feature: number): number => looks.shares?.[feature] ?? 0
  const found = new Map<number, number>()
  for (const box of boxesOf(area)) {
    const widest = Math.max(reach.point, reach.line, reach.area)
    for (const feature of featuresIn(store, grown(box, widest))) {
      if (mask !== null && !mask.has(feature)) continue
      const shape = shapeHit(store, feature, box, reachOf?.(feature) ?? reach)
      if (shape !== null) found.set(feature, Math.min(shape, found.get(feature) ?? Infinity))
    }
  }
  return [...found]
    .toSorted(([a, shapeA], [b, shapeB]) => shapeA - shapeB || share(a) - share(b) || b - a)
    .slice(0, limit)
    .map(([feature]) => feature)
}

const inUnits = ({ point, line, area }: Reach): Reach => ({
  point: point * unitsPerMetre,
  line: line * unitsPerMetre,
  area: area * unitsPerMetre,
})

/** @returns null where all features reach as far */
function reachPicker({ look }: Pick<HitRequest, 'look'>, { classes, shares }: Looks): ((feature: number) => Reach) | null {
  if (look === undefined) return null
  const byClass = look.reachM.map(inUnits)
  const last = byClass.length - 1
  const { sizes } = look
  return (feature) => {
    const reach = byClass[Math.min(last, classes?.[feature] ?? 0)] as Reach
    if (sizes === null || shares === null) return reach
    const share = (shares[feature] as number) / wholeShare
    return {
      point: reach.point + pointSize(share, ...sizes.pointM, sizes.by) * unitsPerMetre,
      line: reach.line + lineWidth(share, ...sizes.lineM) * unitsPerMetre,
      area: reach.area,
    }
  }
}

/** A point is a box without width. A box across the antimeridian is two. */
export function boxesOf(area: HitRequest['area']): UnitBox[] {
  if (area.length === 2) {
    const [x, y] = [toX(area[0]), toY(area[1])]
    // What reaches over the antimeridian is there on the other side too.
    return [x, x - world, x + world].map((at) => [at, y, at, y] as const)
  }
  const [west, south, east, north] = [toX(area[0]), toY(area[1]), toX(area[2]), toY(area[3])]
  const unrolled = east < west ? east + world : east
  return [-world, 0, world].map((turn) => [west + turn, south, unrolled + turn, north] as const)
}

const noReach: Reach = { point: 0, line: 0, area: 0 }

/** Whether any of a feature is in a box. */
export function isInBox(store: LayerStore, feature: number, box: UnitBox): boolean {
  const { boxes } = store
  const at = feature * 4
  const [west, south, east, north] = [boxes[at] as number, boxes[at + 1] as number, boxes[at + 2] as number, boxes[at + 3] as number]
  if (west >= box[0] && east <= box[2] && south >= box[1] && north <= box[3]) return true
  return shapeHit(store, feature, box, noReach) !== null
}

/** The kind of the part that is hit, the topmost first (`pointPart`, `linePart`, `outerRingPart`); null when there is none. */
function shapeHit({ xy, featureEnds, partEnds, partKinds }: LayerStore, feature: number, box: UnitBox, reach: Reach): number | null {
  let best: number | null = null
  const firstPart = feature === 0 ? 0 : (featureEnds[feature - 1] as number)
  const end = featureEnds[feature] as number
  for (let part = firstPart; part < end; part++) {
    const kind = partKinds[part] as number
    if (kind === holePart || (best !== null && kind >= best)) continue
    const from = part === 0 ? 0 : (partEnds[part - 1] as number)
    const to = partEnds[part] as number
    if (kind === pointPart) {
      if (pointsHit(xy, from, to, box, reach.point)) best = kind
    } else if (kind === linePart) {
      if (lineHit(xy, from, to, box, reach.line)) best = kind
    } else {
      let after = part + 1
      while (after < end && partKinds[after] === holePart) after++
      if (areaHit(xy, partEnds, part, after, box, reach.area)) best = outerRingPart
    }
  }
  return best
}

function pointsHit(xy: Int32Array, from: number, to: number, box: UnitBox, reach: number): boolean {
  for (let vertex = from; vertex < to; vertex++) if (nearest(xy, vertex, vertex, box) <= reach * reach) return true
  return false
}

function lineHit(xy: Int32Array, from: number, to: number, box: UnitBox, reach: number): boolean {
  if (to - from === 1) return pointsHit(xy, from, to, box, reach)
  for (let vertex = from + 1; vertex < to; vertex++) if (touches(xy, vertex - 1, vertex, box, reach)) return true
  return false
}

/** A polygon: an outer ring and its holes. */
function areaHit(xy: Int32Array, partEnds: Uint32Array, part: number, after: number, box: UnitBox, reach: number): boolean {
  let inside = false
  for (let ring = part; ring < after; ring++) {
    const from = ring === 0 ? 0 : (partEnds[ring - 1] as number)
    const to = partEnds[ring] as number
    for (let vertex = from, before = to - 1; vertex < to; before = vertex++) if (touches(xy, before, vertex, box, reach)) return true
    if (isInside(xy, from, to, box[0], box[1])) inside = !inside
  }
  return inside
}

function touches(xy: Int32Array, a: number, b: number, box: UnitBox, reach: number): boolean {
  const [west, south, east, north] = box
  return west === east && south === north ? nearest(xy, a, b, box) <= reach * reach : crosses(xy, a, b, grown(box, reach))
}

function grown([west, south, east, north]: UnitBox, by: number): UnitBox {
  return [west - by, south - by, east + by, north + by]
}
