/** Where the map looks, where the pointer is, and whether the picture is complete. Written by the map, read by panels. */
import { createStore } from 'zustand/vanilla'
import type { LonLat } from '../../electron/contract/document.ts'

export type ViewState = {
  /** Null while the pointer is not over the map. */
  pointer: LonLat | null
  center: LonLat
  zoom: number
  /** Metres of EPSG:3857 a CSS pixel; the scale is made from it and the latitude of the centre. */
  resolutionM: number
  /** Clockwise, degrees, -180 to 180. */
  rotationDeg: number
  canGoBack: boolean
  canGoForward: boolean
  /** A rectangle to zoom to is being drawn. */
  drawingRectangle: boolean
  /** Everything in view is drawn. */
  ready: boolean
}

export const viewStore = createStore<ViewState>(() => ({
  pointer: null,
  center: [43.8, 33.2],
  zoom: 6,
  resolutionM: 2446,
  rotationDeg: 0,
  canGoBack: false,
  canGoForward: false,
  drawingRectangle: false,
  ready: false,
}))
