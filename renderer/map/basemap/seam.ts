/** Keeps two archives from drawing the same river twice, once for each of their simplifications. */
import { buffer } from 'ol/extent.js'
import type VectorTileLayer from 'ol/layer/VectorTile.js'
import { getRenderPixel } from 'ol/render.js'
import { apply } from 'ol/transform.js'

/** The coarse layer reaches this far under the detailed one, so that nothing shines through between them. */
const overlapPx = 0.8

/**
 * Cuts the detailed layer's extent out of the coarse one while the detailed one is drawn and complete. While its tiles are still on their way, and for
 * good where they cannot be read, the coarse layer stays whole beneath: a map with doubled lines for a moment is better than one with a hole.
 */
export function leaveRoomFor(coarse: VectorTileLayer, detailed: VectorTileLayer): void {
  let pending = 0
  let read = false
  let failed = false
  const source = detailed.getSource()
  source?.on('tileloadstart', () => void (pending += 1))
  source?.on('tileloadend', () => {
    pending -= 1
    read = true
    if (pending === 0) coarse.changed()
  })
  source?.on('tileloaderror', () => {
    pending -= 1
    failed = true
    coarse.changed()
  })

  let clipped = false
  coarse.on('prerender', (event) => {
    clipped = false
    const { context, frameState } = event
    const extent = detailed.getExtent()
    if (!(context instanceof CanvasRenderingContext2D) || frameState === undefined || frameState === null || extent === undefined) return
    if (!read || failed || pending > 0 || frameState.viewState.zoom <= detailed.getMinZoom()) return
    const [west = 0, south = 0, east = 0, north = 0] = buffer(extent, -overlapPx * frameState.viewState.resolution)
    const corners = [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
    ] as const
    context.save()
    context.beginPath()
    context.rect(0, 0, context.canvas.width, context.canvas.height)
    corners.forEach((corner, index) => {
      const pixel = apply(frameState.coordinateToPixelTransform, [...corner])
      const [x = 0, y = 0] = getRenderPixel(event, pixel)
      if (index === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    })
    context.closePath()
    context.clip('evenodd')
    clipped = true
  })
  coarse.on('postrender', (event) => {
    const { context } = event
    if (clipped && context instanceof CanvasRenderingContext2D) context.restore()
    clipped = false
  })
}
