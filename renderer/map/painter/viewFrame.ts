/** What OpenLayers is about to draw, as a frame of pictures. */
import type { FrameState } from 'ol/Map.js'
import { getCenter, getHeight, getWidth } from 'ol/extent.js'
import type { Frame } from './frame.ts'

/** The canvas of a frame: OpenLayers draws north up, in the box around the view, and turns the canvas. */
export function viewFrame({ extent, pixelRatio, viewState: { resolution, rotation } }: FrameState): Frame | null {
  if (extent === null) return null
  const [x = 0, y = 0] = getCenter(extent)
  return {
    center: [x, y],
    resolution: resolution / pixelRatio,
    width: Math.round((getWidth(extent) / resolution) * pixelRatio),
    height: Math.round((getHeight(extent) / resolution) * pixelRatio),
    pixelRatio,
    rotation,
  }
}
