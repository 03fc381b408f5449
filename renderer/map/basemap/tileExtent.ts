/** Bounds of a tile in EPSG:3857. */
export type TileExtent = [west: number, south: number, east: number, north: number]
export type TilePlace = readonly [z: number, x: number, y: number]

const half = 20037508.342789244

/** `[west, south, east, north]` of a tile in XYZ order. */
export function createTileExtent([z, x, y]: TilePlace): TileExtent {
  const size = (2 * half) / 2 ** z
  return [-half + x * size, half - (y + 1) * size, -half + (x + 1) * size, half - y * size]
}
