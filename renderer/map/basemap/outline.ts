/** The outlines of areas in tiles, as lines. */
import type RenderFeature from 'ol/render/Feature.js'
import type { TileExtent } from './tileExtent.ts'

const half = 20037508.342789244
/** The archives cut areas this far outside a tile, in shares of its width. */
const margin = 80 / 4096

/** Tells whether an edge is where the archive cut an area: around the tile, at 180°, or at the archive's own bounds. */
export function cutsOf(
  [west, south, east, north]: TileExtent,
  bounds: readonly number[] = [],
): (x1: number, y1: number, x2: number, y2: number) => boolean {
  const size = east - west
  const tolerance = size / 4096
  const cutsX = [west - margin * size, east + margin * size, -half, half, bounds[0] ?? half, bounds[2] ?? half]
  const cutsY = [south - margin * size, north + margin * size, bounds[1] ?? half, bounds[3] ?? half]
  const on = (cuts: number[], a: number, b: number): boolean =>
    cuts.some((cut) => Math.abs(a - cut) < tolerance && Math.abs(b - cut) < tolerance)
  return (x1, y1, x2, y2) => on(cutsX, x1, x2) || on(cutsY, y1, y2)
}

/** Appends an area's edges that are to be kept to `flat`, in as few lines as they make; `ends` has the end of each. */
export function appendOutline(
  area: RenderFeature,
  keep: (x1: number, y1: number, x2: number, y2: number) => boolean,
  flat: number[],
  ends: number[],
): void {
  const from = area.getFlatCoordinates()
  let start = 0
  for (const end of ringEnds(area)) {
    let open = false
    for (let i = start; i + 3 < end; i += 2) {
      const x1 = from[i] ?? 0
      const y1 = from[i + 1] ?? 0
      const x2 = from[i + 2] ?? 0
      const y2 = from[i + 3] ?? 0
      if (!keep(x1, y1, x2, y2)) {
        if (open) ends.push(flat.length)
        open = false
        continue
      }
      if (!open) flat.push(x1, y1)
      flat.push(x2, y2)
      open = true
    }
    if (open) ends.push(flat.length)
    start = end
  }
}

/** Ends of every ring of an area, be it one polygon or several. */
function ringEnds(area: RenderFeature): number[] {
  const ends = area.getEnds() as number[] | number[][] | null
  return ends === null ? [] : ends.flat()
}
