/** Which zoom of an archive is drawn at a resolution, and numbers that grow with the zoom. */

/** Metres of EPSG:3857 per pixel at zoom 0, for tiles of 256 pixels. */
const resolutionAtZero = 156543.03392804097

/** Zoom of a resolution; fractional. */
export const zoomOf = (resolution: number): number => Math.log2(resolutionAtZero / resolution)

/**
 * From this fraction of a zoom on, the tiles of the next one are used. The divisions of most countries begin at tile zoom 6; a whole Iraq on a laptop
 * screen is at 5.5, and should have them.
 */
const nextZoomFrom = 0.4

/** Tile zoom for a view's zoom, before it is held to what the archive has. */
export const tileZoom = (zoom: number): number => Math.floor(zoom + 1 - nextZoomFrom)

/** `zDirection` of an OpenLayers tile source that follows {@link tileZoom}: above zero takes the coarser of two neighbours. */
export const zDirection = (value: number, coarser: number, _finer: number): number => (Math.log2(coarser / value) < nextZoomFrom ? 1 : -1)

/** A size that grows with the zoom: straight lines between `[zoom, size]` stops, flat outside them. */
export function atZoom(zoom: number, ...stops: readonly (readonly [zoom: number, size: number])[]): number {
  let before = stops[0]
  if (before === undefined) return 0
  for (const stop of stops) {
    if (zoom < stop[0]) {
      const span = stop[0] - before[0]
      return span === 0 ? stop[1] : before[1] + ((stop[1] - before[1]) * (zoom - before[0])) / span
    }
    before = stop
  }
  return before[1]
}
