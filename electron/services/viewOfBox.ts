/** The view of a document that shows a box. */
import type { View } from '../contract/document.ts'
import type { BoundingBox } from '../contract/values.ts'

/** The window that a document is made for, in pixels. */
const window = { width: 1280, height: 800 }
const tilePx = 256
const degree = Math.PI / 180
/** Latitude at which the Mercator plane is square. */
const edge = 85.051_128_779_806_59

export type Fit = {
  /** Room at each edge of the window. */
  paddingPx: number
  maxZoom: number
}

/**
 * The plane is spherical Mercator with the whole way round as 2π; at zoom z it is 256 · 2^z pixels wide.
 * Formulas: EPSG Guidance Note 7-2 (2019), method 1024, "Popular Visualisation Pseudo Mercator".
 */
export function viewOfBox([west, south, east, north]: BoundingBox, { paddingPx, maxZoom }: Fit): View {
  const [low, high] = [mercator(south), mercator(north)]
  const unrolled = east < west ? east + 360 : east
  const zoom = Math.min(
    zoomThatShows((unrolled - west) * degree, window.width - 2 * paddingPx),
    zoomThatShows(high - low, window.height - 2 * paddingPx),
  )
  const lon = (west + unrolled) / 2
  const lat = Math.atan(Math.sinh((low + high) / 2)) / degree
  return {
    center: [round(lon > 180 ? lon - 360 : lon), round(lat)],
    // Rounded down, so that nothing is cut off.
    zoom: Math.floor(Math.min(maxZoom, Math.max(0, zoom)) * 1000) / 1000,
    rotationDeg: 0,
  }
}

/** Infinity for a span of nothing. */
const zoomThatShows = (span: number, px: number): number => Math.log2((px * 2 * Math.PI) / (tilePx * span))

const mercator = (lat: number): number => Math.asinh(Math.tan(Math.min(edge, Math.max(-edge, lat)) * degree))

/** A tenth of a metre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
