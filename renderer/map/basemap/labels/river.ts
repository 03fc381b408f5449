/** Finds, in one tile, the line that a river's name is written along. */
import type RenderFeature from 'ol/render/Feature.js'
import { createTileExtent, type TilePlace } from '../tileExtent.ts'

export type Baseline = {
  name: string
  rank: number
  /** Smoothed course for lettering that bends, `[x, y, x, y, …]` in EPSG:3857. */
  course: number[]
  /** For script that must not bend: the middle of the straightest stretch, and its angle, clockwise, always within a quarter turn of level. */
  middle: [x: number, y: number]
  angle: number
}

/** Course points are averaged over steps of this many pixels of a 256-pixel tile, so that lettering does not follow every bend. */
const stepPx = 30
/** Shorter courses carry no name. */
const shortestPx = 60

/** The longest course of every named river in a tile. */
export function riverBaselines(features: readonly RenderFeature[], tile: TilePlace): Baseline[] {
  const extent = createTileExtent(tile)
  const pixel = (extent[2] - extent[0]) / 256
  const longest = new Map<string, { rank: number; piece: number[]; length: number }>()
  for (const feature of features) {
    const name: unknown = feature.get('name')
    if (typeof name !== 'string') continue
    for (const piece of pieces(feature)) {
      const inside = within(piece, extent)
      const length = lengthOf(inside)
      if (length < shortestPx * pixel || length <= (longest.get(name)?.length ?? 0)) continue
      longest.set(name, { rank: Number(feature.get('rank') ?? 10), piece: inside, length })
    }
  }
  return [...longest].map(([name, { rank, piece }]) => {
    const course = chaikin(chaikin(chaikin(resample(piece, stepPx * pixel))))
    return { name, rank, course, ...straightest(course, 70 * pixel) }
  })
}

function pieces(feature: RenderFeature): number[][] {
  const flat = feature.getFlatCoordinates()
  const ends = feature.getEnds() ?? [flat.length]
  return ends.map((end, index) => flat.slice(index === 0 ? 0 : ends[index - 1], end))
}

/** The longest run of points inside the tile; tiles carry a margin, and a name in the margin would be written twice. */
function within(flat: number[], [west, south, east, north]: readonly number[]): number[] {
  let best: number[] = []
  let run: number[] = []
  for (let i = 0; i < flat.length; i += 2) {
    const x = flat[i] ?? 0
    const y = flat[i + 1] ?? 0
    if (x >= (west ?? 0) && x <= (east ?? 0) && y >= (south ?? 0) && y <= (north ?? 0)) run.push(x, y)
    else run = []
    if (run.length > best.length) best = run
  }
  return best
}

function lengthOf(flat: number[]): number {
  let sum = 0
  for (let i = 2; i < flat.length; i += 2) sum += Math.hypot((flat[i] ?? 0) - (flat[i - 2] ?? 0), (flat[i + 1] ?? 0) - (flat[i - 1] ?? 0))
  return sum
}

/** Points at even steps along a line, each the average of what lies within its step. */
function resample(flat: number[], step: number): number[] {
  const result = [flat[0] ?? 0, flat[1] ?? 0]
  let x = 0
  let y = 0
  let count = 0
  let travelled = 0
  for (let i = 2; i < flat.length; i += 2) {
    travelled += Math.hypot((flat[i] ?? 0) - (flat[i - 2] ?? 0), (flat[i + 1] ?? 0) - (flat[i - 1] ?? 0))
    x += flat[i] ?? 0
    y += flat[i + 1] ?? 0
    count += 1
    if (travelled < step) continue
    result.push(x / count, y / count)
    x = y = count = travelled = 0
  }
  result.push(flat.at(-2) ?? 0, flat.at(-1) ?? 0)
  return result
}

/** Cuts corners once. */
function chaikin(flat: number[]): number[] {
  if (flat.length < 6) return flat
  const result = flat.slice(0, 2)
  for (let i = 0; i + 3 < flat.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = flat.slice(i, i + 4)
    result.push(0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2, 0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2)
  }
  result.push(...flat.slice(-2))
  return result
}

/** Of all stretches of about this length, the one whose ends are farthest apart for it. */
function straightest(flat: number[], length: number): Pick<Baseline, 'middle' | 'angle'> {
  let best = { straightness: -1, middle: [flat[0] ?? 0, flat[1] ?? 0] as [number, number], angle: 0 }
  for (let i = 0; i < flat.length; i += 2) {
    let along = 0
    let j = i + 2
    for (; j < flat.length && along < length; j += 2)
      along += Math.hypot((flat[j] ?? 0) - (flat[j - 2] ?? 0), (flat[j + 1] ?? 0) - (flat[j - 1] ?? 0))
    const dx = (flat[j - 2] ?? 0) - (flat[i] ?? 0)
    const dy = (flat[j - 1] ?? 0) - (flat[i + 1] ?? 0)
    const straightness = along === 0 ? 0 : (Math.hypot(dx, dy) / along) * Math.min(1, along / length)
    if (straightness <= best.straightness) continue
    let angle = -Math.atan2(dy, dx)
    if (angle > Math.PI / 2) angle -= Math.PI
    if (angle < -Math.PI / 2) angle += Math.PI
    best = { straightness, middle: [(flat[i] ?? 0) + dx / 2, (flat[i + 1] ?? 0) + dy / 2], angle }
  }
  return { middle: best.middle, angle: best.angle }
}
