/**
 * Coasts, taken from the outlines of land. Not every edge of a piece of land is a coast: land is cut at 180°, and again around every tile. Stroked as it
 * is, the first cut shows as a line across Chukotka and the second as a shadow along the edges of tiles.
 */
import RenderFeature from 'ol/render/Feature.js'

/** Layer name of what {@link coastLines} makes. */
export const coastLayer = 'coast'

const half = 20037508.342789244
/** The archives cut land this far outside a tile, in shares of its width. */
const margin = 80 / 4096

/** The coasts of a tile's land, as one feature. */
export function coastLines(
  land: readonly RenderFeature[],
  [west, south, east, north]: readonly [number, number, number, number],
): RenderFeature {
  const size = east - west
  const cutsX = [west - margin * size, east + margin * size, -half, half]
  const cutsY = [south - margin * size, north + margin * size]
  const tolerance = size / 4096
  const on = (cuts: number[], a: number, b: number): boolean =>
    cuts.some((cut) => Math.abs(a - cut) < tolerance && Math.abs(b - cut) < tolerance)

  const flat: number[] = []
  const ends: number[] = []
  for (const piece of land) {
    const from = piece.getFlatCoordinates()
    let start = 0
    for (const end of ringEnds(piece)) {
      let open = false
      for (let i = start; i + 3 < end; i += 2) {
        const x1 = from[i] ?? 0
        const y1 = from[i + 1] ?? 0
        const x2 = from[i + 2] ?? 0
        const y2 = from[i + 3] ?? 0
        if (on(cutsX, x1, x2) || on(cutsY, y1, y2)) {
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
  return new RenderFeature('MultiLineString', flat, ends, 2, { layer: coastLayer }, undefined)
}

/** Ends of every ring of an area, be it one polygon or several. */
export function ringEnds(area: RenderFeature): number[] {
  const ends = area.getEnds() as number[] | number[][] | null
  return ends === null ? [] : ends.flat()
}
