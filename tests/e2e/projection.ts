/** Where a place is on the screen, worked out apart from the program: EPSG:3857 with 256-pixel tiles. */
import type { App } from './app.ts'

export type View = { center: readonly [lon: number, lat: number]; zoom: number }

/** The view of the demo document. */
export const demoView: View = { center: [43.7, 33.3], zoom: 6.3 }

/** @returns CSS pixels from the map's corner */
export async function placeOnMap(
  app: App,
  [lon, lat]: readonly [number, number],
  { center, zoom }: View = demoView,
): Promise<{ x: number; y: number }> {
  const box = await app.map.boundingBox()
  // Beside a panel, a part of the map is out of sight; its middle stands on a whole pixel.
  const drawn = await app.map.getByRole('application').boundingBox()
  if (box === null || drawn === null) throw new Error('The map is not shown.')
  const [x, y] = worldPixel(lon, lat, zoom)
  const [centerX, centerY] = worldPixel(center[0], center[1], zoom)
  return { x: drawn.x - box.x + drawn.width / 2 + x - centerX, y: drawn.y - box.y + drawn.height / 2 + y - centerY }
}

function worldPixel(lon: number, lat: number, zoom: number): [number, number] {
  const size = 256 * 2 ** zoom
  const sin = Math.sin((lat * Math.PI) / 180)
  return [((lon + 180) / 360) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size]
}
