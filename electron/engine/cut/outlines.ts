/** The vertices and edges of a layer in a box, as they are in the file and not as a picture shows them. */
import type { Outlines, OutlinesRequest } from '../../contract/outlines.ts'
import { maskOf } from '../query/filter.ts'
import type { Mask } from '../query/mask.ts'
import type { OpenLayer } from '../sources.ts'
import { type LayerStore, pointPart } from '../store/layerStore.ts'
import { halfWorld, unitsPerMetre } from '../store/mercator.ts'
import { boxesOf } from './hit.ts'
import { featuresIn, type UnitBox } from './spatialIndex.ts'

const world = 2 * halfWorld

/** @throws RefusalError, CancelledError */
export async function outlinesOf(open: OpenLayer, request: OutlinesRequest, signal: AbortSignal): Promise<Outlines> {
  return outlinesIn(open.layer.store, request, await maskOf(open, request.filter, { signal, onProgress: () => undefined }))
}

/**
 * @param mask features that are there; null for all
 * @returns positions in the turn of the world in which the box was asked for
 */
export function outlinesIn(store: LayerStore, { area, limit }: Omit<OutlinesRequest, 'filter'>, mask: Mask | null = null): Outlines {
  const collected = new Runs(limit)
  const home = boxesOf(area)[1]
  for (const box of boxesOf(area)) {
    const turn = home === undefined ? 0 : Math.round((home[0] - box[0]) / world) * world
    for (const feature of featuresIn(store, box)) {
      if (mask !== null && !mask.has(feature)) continue
      if (!collectFeature(store, feature, box, turn, collected)) return { runs: collected.runs, complete: false }
    }
  }
  return { runs: collected.runs, complete: true }
}

/** @returns false when there is no room for all of it */
function collectFeature(store: LayerStore, feature: number, box: UnitBox, turn: number, into: Runs): boolean {
  const { xy, featureEnds, partEnds, partKinds } = store
  const firstPart = feature === 0 ? 0 : (featureEnds[feature - 1] as number)
  for (let part = firstPart; part < (featureEnds[feature] as number); part++) {
    const from = part === 0 ? 0 : (partEnds[part - 1] as number)
    const to = partEnds[part] as number
    const kind = partKinds[part] as number
    const isJoined = kind !== pointPart
    if (!collectPart(xy, from, to, isJoined, box, turn, into)) return false
  }
  return true
}

/** Edges that touch the box, with both their ends. @param isJoined false for points */
function collectPart(xy: Int32Array, from: number, to: number, isJoined: boolean, box: UnitBox, turn: number, into: Runs): boolean {
  into.end()
  if (!isJoined || to - from === 1) {
    for (let vertex = from; vertex < to; vertex++) {
      into.end()
      if (touches(xy, vertex, vertex, box) && !into.add(xy, vertex, turn)) return false
    }
    return true
  }
  let last = -1
  for (let vertex = from + 1; vertex < to; vertex++) {
    if (!touches(xy, vertex - 1, vertex, box)) continue
    if (last !== vertex - 1) {
      into.end()
      if (!into.add(xy, vertex - 1, turn)) return false
    }
    if (!into.add(xy, vertex, turn)) return false
    last = vertex
  }
  return true
}

/** Whether the box around two vertices touches another. */
function touches(xy: Int32Array, a: number, b: number, [west, south, east, north]: UnitBox): boolean {
  const [ax, ay, bx, by] = [xy[a * 2] as number, xy[a * 2 + 1] as number, xy[b * 2] as number, xy[b * 2 + 1] as number]
  return Math.max(ax, bx) >= west && Math.min(ax, bx) <= east && Math.max(ay, by) >= south && Math.min(ay, by) <= north
}

class Runs {
  readonly runs: number[][] = []
  readonly #limit: number
  #count = 0
  #open: number[] | null = null

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @returns false when there is no room */
  add(xy: Int32Array, vertex: number, turn: number): boolean {
    if (this.#count >= this.#limit) return false
    this.#count += 1
    if (this.#open === null) {
      this.#open = []
      this.runs.push(this.#open)
    }
    this.#open.push(((xy[vertex * 2] as number) + turn) / unitsPerMetre, (xy[vertex * 2 + 1] as number) / unitsPerMetre)
    return true
  }

  end(): void {
    this.#open = null
  }
}
