/**
 * Coasts, taken from the outlines of land. Not every edge of a piece of land is a coast: land is cut at 180°, and again around every tile. Stroked as it
 * is, the first cut shows as a line across Chukotka and the second as a shadow along the edges of tiles.
 */
import RenderFeature from 'ol/render/Feature.js'
import { appendOutline, cutsOf } from './outline.ts'
import type { TileExtent } from './tileExtent.ts'

/** Layer name of what {@link coastLines} makes. */
export const coastLayer = 'coast'

/** The coasts of a tile's land, as one feature. */
export function coastLines(land: readonly RenderFeature[], tile: TileExtent, bounds: readonly number[] = []): RenderFeature {
  const isCut = cutsOf(tile, bounds)
  const flat: number[] = []
  const ends: number[] = []
  for (const piece of land) appendOutline(piece, (x1, y1, x2, y2) => !isCut(x1, y1, x2, y2), flat, ends)
  return new RenderFeature('MultiLineString', flat, ends, 2, { layer: coastLayer }, undefined)
}
