/** The view as arithmetic: between CSS pixels of the map and metres of EPSG:3857, on turned maps and beyond the antimeridian. Pure. */
import { fromPlane, halfWorldM, type PlanePoint } from '../../../document/geodesy/mercator.ts'
import type { LonLat } from '../../../../electron/contract/values.ts'

/** CSS pixels from the upper left corner of the map. */
export type Pixel = readonly [x: number, y: number]

export type Screen = {
  widthPx: number
  heightPx: number
  center: PlanePoint
  /** Metres of EPSG:3857 a CSS pixel. */
  resolution: number
  /** Radians clockwise. */
  rotation: number
}

export function pixelOf({ widthPx, heightPx, center, resolution, rotation }: Screen, [x, y]: PlanePoint): Pixel {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  const [dx, dy] = [(x - center[0]) / resolution, (y - center[1]) / resolution]
  return [widthPx / 2 + dx * cos + dy * sin, heightPx / 2 + dx * sin - dy * cos]
}

export function pointAt({ widthPx, heightPx, center, resolution, rotation }: Screen, [px, py]: Pixel): PlanePoint {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  const [right, down] = [(px - widthPx / 2) * resolution, (py - heightPx / 2) * resolution]
  return [center[0] + right * cos + down * sin, center[1] + right * sin - down * cos]
}

/** The same place in the turn of the world that is nearest to `near`. */
export function nearWorld([x, y]: PlanePoint, near: number): PlanePoint {
  return [x + 2 * halfWorldM * Math.round((near - x) / (2 * halfWorldM)), y]
}

/** The screen's own axes on the map: metres to move for a pixel to the right, and for one downward. */
export function pixelsToMetres({ resolution, rotation }: Screen, [right, down]: Pixel): { dxM: number; dyM: number } {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)]
  return { dxM: (right * cos + down * sin) * resolution, dyM: (right * sin - down * cos) * resolution }
}

export const distancePx = ([x1, y1]: Pixel, [x2, y2]: Pixel): number => Math.hypot(x2 - x1, y2 - y1)

/** Longitudes may be beyond 180: a shape that is being drawn stays in one piece. */
export const lonLatAt = (point: PlanePoint): LonLat => fromPlane(point)
