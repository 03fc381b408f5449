/** What a map frame shows after its map was dragged, zoomed or turned by hand. Pure; distances are millimetres of the page. */
import type { FrameView, MapFrame } from '../../electron/contract/page.ts'
import type { BoundingBox, LonLat } from '../../electron/contract/values.ts'
import { fromPlane, toPlane } from '../document/geodesy/mercator.ts'
import { shrinkAt } from '../document/geodesy/scale.ts'
import { middle } from './boxes.ts'
import type { Point } from './drawing.ts'
import { frameView, lonOf, placeAt, unrolledExtent } from './mapView.ts'

const [minScale, maxScale] = [10, 1e9]

/**
 * Up to here a map that is dragged keeps its scale, which is a number that somebody chose; what it covers changes a little with the latitude. A map of
 * continents would shrink and swell under the hand, and keeps its magnification.
 */
const keepsScaleTo = 10_000_000

type Framed = Pick<MapFrame, 'view' | 'rotationDeg' | 'box'>

/** The map follows the hand. @param by the way of the hand over the page */
export function panned(frame: Framed, [dx, dy]: Point): FrameView {
  const now = viewOf(frame)
  const [x, y] = middle(frame.box)
  const center = tidy(placeAt(now, frame.box, [x - dx, y - dy]))
  const scale = now.scale <= keepsScaleTo ? now.scale : (now.scale * shrinkAt(center[1])) / shrinkAt(now.center[1])
  return { kind: 'scale', center, scale: within(scale) }
}

/** The place under a point of the page stays there. @param times above 1 the map is larger */
export function zoomedAt(frame: Framed, point: Point, times: number): FrameView {
  const now = viewOf(frame)
  const shrink = now.scale / within(now.scale / times)
  const [atX, atY] = toPlane(placeAt(now, frame.box, point))
  const [centerX, centerY] = toPlane(now.center)
  // The nearest turn around the earth.
  const turns = Math.round((atX - centerX) / world)
  const x = atX - turns * world
  const center = tidy(fromPlane([x + (centerX - x) / shrink, atY + (centerY - atY) / shrink]))
  return { kind: 'scale', center, scale: within((now.scale / shrink / shrinkAt(now.center[1])) * shrinkAt(center[1])) }
}

const world = 2 * Math.PI * 6_378_137

/** The scale at the centre of the frame becomes 1:N. */
export const scaledTo = (frame: Framed, scale: number): FrameView => ({ kind: 'scale', center: viewOf(frame).center, scale: within(scale) })

/** @returns degrees clockwise, above −180 up to 180, after a hand went from one point to another about the middle of the frame */
export function turnedBy({ rotationDeg, box }: Framed, from: Point, to: Point): number {
  const [x, y] = middle(box)
  const angle = (at: Point): number => (Math.atan2(at[1] - y, at[0] - x) * 180) / Math.PI
  const turned = rotationDeg + angle(to) - angle(from)
  const whole = Math.round(turned * 10) / 10
  return whole - 360 * Math.ceil((whole - 180) / 360)
}

/**
 * The ground that the window's map shows, north up.
 *
 * @param resolutionM metres of EPSG:3857 a pixel
 */
export function groundOfMap(center: LonLat, resolutionM: number, size: { width: number; height: number }): BoundingBox {
  const [west, south, east, north] = unrolledExtent({ center, metresPerMm: resolutionM, rotationDeg: 0 }, { x: 0, y: 0, ...size })
  if (east - west >= 360) return [-180, Math.max(-85, south), 180, Math.min(85, north)]
  return [lonOf(west), Math.max(-85, south), lonOf(east), Math.min(85, north)]
}

/** @returns the place under a point of the page, when it is inside the frame */
export function placeInFrame(frame: Framed, [x, y]: Point): LonLat | null {
  const { box } = frame
  if (x < box.x || y < box.y || x > box.x + box.width || y > box.y + box.height) return null
  const [lon, lat] = placeAt(viewOf(frame), box, [x, y])
  return [lonOf(lon), lat]
}

const viewOf = (frame: Framed) => frameView(frame as MapFrame)
const within = (scale: number): number => Math.min(maxScale, Math.max(minScale, scale))
/** A hundredth of a second of arc is a third of a metre; this is a millimetre. */
const tidy = ([lon, lat]: readonly [number, number]): LonLat => [rounded(lonOf(lon)), rounded(lat)]
const rounded = (degrees: number): number => Math.round(degrees * 1e8) / 1e8
