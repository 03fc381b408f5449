/** Where and when the detailed archive takes over from the world's. */
import { transformExtent } from 'ol/proj.js'

/** `[west, south, east, north]` that the Iraq archive covers. */
export const iraqBox: readonly [number, number, number, number] = [38.2, 28.5, 49.5, 38.2]

/** The same box in EPSG:3857. */
export const iraqExtent: number[] = transformExtent([...iraqBox], 'EPSG:4326', 'EPSG:3857')

/** From this zoom on the Iraq archive is drawn and its names replace the world's inside the box. */
export const iraqFromZoom = 8

/** Whether a point in EPSG:3857 lies in the box. */
export function inIraqBox(x: number, y: number): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = iraqExtent
  return x >= west && x <= east && y >= south && y <= north
}

/**
 * Whether the world's version of a thing at `x, y` gives way at this zoom. It does so only once the detailed archive has been read: a missing or
 * damaged one must leave the world's map whole.
 */
export function isSuperseded(x: number, y: number, zoom: number, iraqIsThere: boolean): boolean {
  return iraqIsThere && zoom >= iraqFromZoom && inIraqBox(x, y)
}
