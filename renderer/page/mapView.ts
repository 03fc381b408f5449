/** What a map frame shows: its view, and where on the page a place is. The map is in EPSG:3857. */
import type { FrameView, MapFrame, Page } from '../../electron/contract/page.ts'
import type { BoundingBox, LonLat } from '../../electron/contract/values.ts'
import { edgeLatitude, fromPlane, halfWorldM, toPlane } from '../document/geodesy/mercator.ts'
import { shrinkAt } from '../document/geodesy/scale.ts'
import { corners, middle } from './boxes.ts'
import type { Box, MapView, Point } from './drawing.ts'

const [minScale, maxScale] = [10, 1e9]

/** The frames that are drawn, bottom first. */
export const framesOf = (page: Page): MapFrame[] =>
  page.elements.filter((element) => element.type === 'mapFrame' && element.visible) as MapFrame[]

/** The frame that an element speaks of. */
export function frameFor(page: Page, id: string | null): MapFrame | null {
  const frames = framesOf(page)
  return (id === null ? frames[0] : frames.find((frame) => frame.id === id)) ?? null
}

/** @param box in which the map is drawn */
export function viewOf(view: FrameView, rotationDeg: number, box: Box): MapView {
  const { center, scale } = view.kind === 'scale' ? view : scaleToFit(view.box, rotationDeg, box)
  return finished([lonOf(center[0]), latOf(center[1])], scale, rotationDeg, box)
}

export const frameView = (frame: MapFrame): MapView => viewOf(frame.view, frame.rotationDeg, frame.box)

function finished(center: LonLat, wanted: number, rotationDeg: number, box: Box): MapView {
  const scale = Math.min(maxScale, Math.max(minScale, wanted))
  const metresPerMm = scale / 1000 / shrinkAt(center[1])
  return { center, scale, rotationDeg, metresPerMm, extent: extentOf(center, metresPerMm, rotationDeg, box) }
}

function scaleToFit([west, south, east, north]: BoundingBox, rotationDeg: number, box: Box): { center: LonLat; scale: number } {
  const [left, low] = toPlane([west, Math.min(south, north)])
  const [right, high] = toPlane([east < west ? east + 360 : east, Math.max(south, north)])
  const [width, height] = [right - left, high - low]
  const center = fromPlane([(left + right) / 2, (low + high) / 2])
  const [cos, sin] = [Math.abs(Math.cos(radians(rotationDeg))), Math.abs(Math.sin(radians(rotationDeg)))]
  const metresPerMm = Math.max((width * cos + height * sin) / box.width, (width * sin + height * cos) / box.height)
  return { center, scale: metresPerMm * 1000 * shrinkAt(center[1]) }
}

/** A view that shows a place and its surroundings `times` as wide as a frame shows, or as much of the world as there is. */
export function surroundings(of: MapView, frame: Box, box: Box, times: number): MapView {
  const world = 2 * halfWorldM
  const shown = Math.max(frame.width / box.width, frame.height / box.height) * of.metresPerMm
  const metresPerMm = Math.min(shown * times, world / Math.max(box.width, box.height))
  const [x, y] = toPlane(of.center)
  const room = Math.max(0, halfWorldM - (box.height * metresPerMm) / 2)
  const middleY = Math.min(room, Math.max(-room, y))
  const center = fromPlane([x, middleY])
  return finished([lonOf(center[0]), latOf(center[1])], metresPerMm * 1000 * shrinkAt(latOf(center[1])), 0, box)
}

/** @returns where places are on the page; the nearest of their turns around the earth */
export function placer(view: MapView, box: Box): (place: readonly [number, number]) => Point {
  const [centerX, centerY] = toPlane(view.center)
  const [midX, midY] = middle(box)
  const [cos, sin] = [Math.cos(radians(view.rotationDeg)), Math.sin(radians(view.rotationDeg))]
  return (place) => {
    const [x, y] = toPlane(place)
    const turns = Math.round((x - centerX) / (2 * halfWorldM))
    return turn((x - turns * 2 * halfWorldM - centerX) / view.metresPerMm, (centerY - y) / view.metresPerMm)
  }
  function turn(dx: number, dy: number): Point {
    return [midX + dx * cos - dy * sin, midY + dx * sin + dy * cos]
  }
}

/** @returns the place of a point of the page; its longitude goes on beyond 180 */
export function placeAt(view: MapView, box: Box, [x, y]: Point): LonLat {
  const [centerX, centerY] = toPlane(view.center)
  const [midX, midY] = middle(box)
  const [cos, sin] = [Math.cos(radians(view.rotationDeg)), Math.sin(radians(view.rotationDeg))]
  const [dx, dy] = [(x - midX) * view.metresPerMm, (y - midY) * view.metresPerMm]
  return fromPlane([centerX + dx * cos + dy * sin, centerY - (dy * cos - dx * sin)])
}

/** `[west, south, east, north]` of a frame, east beyond 180 where it goes on over the antimeridian. */
export function unrolledExtent(view: Pick<MapView, 'center' | 'metresPerMm' | 'rotationDeg'>, box: Box): BoundingBox {
  const places = corners(box).map((corner) => placeAt({ ...view, scale: 1, extent: [0, 0, 0, 0] }, box, corner))
  const lons = places.map(([lon]) => lon)
  const lats = places.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function extentOf(center: LonLat, metresPerMm: number, rotationDeg: number, box: Box): BoundingBox {
  const [west, south, east, north] = unrolledExtent({ center, metresPerMm, rotationDeg }, box)
  if (east - west >= 360) return [-180, south, 180, north]
  return [lonOf(west), south, lonOf(east), north]
}

export const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Between −180 and 180. */
export const lonOf = (lon: number): number => (lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180)
const latOf = (lat: number): number => Math.min(edgeLatitude, Math.max(-edgeLatitude, lat))
