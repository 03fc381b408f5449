/** Between the document's view (degrees, clockwise) and OpenLayers' (metres of EPSG:3857, radians clockwise). */
import type { Coordinate } from 'ol/coordinate.js'
import type OlView from 'ol/View.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import type { LonLat, View } from '../../electron/contract/document.ts'

export function openLayersView({ center, zoom, rotationDeg }: View): { center: Coordinate; zoom: number; rotation: number } {
  return { center: fromLonLat(center), zoom, rotation: (rotationDeg * Math.PI) / 180 }
}

export function viewOf(view: OlView): View {
  return {
    center: lonLatOf(view.getCenter() ?? [0, 0]),
    zoom: Math.min(28, Math.max(0, round(view.getZoom() ?? 0, 4))),
    rotationDeg: round(normalizeDegrees((view.getRotation() * 180) / Math.PI), 3),
  }
}

/** @returns `[lon, lat]` with the longitude brought into ±180 */
export function lonLatOf(coordinate: Coordinate): LonLat {
  const [lon = 0, lat = 0] = toLonLat(coordinate)
  return [round(normalizeDegrees(lon), 7), round(Math.min(90, Math.max(-90, lat)), 7)]
}

/** @returns degrees in -180 to 180 */
function normalizeDegrees(degrees: number): number {
  const turned = ((((degrees + 180) % 360) + 360) % 360) - 180
  return turned === -180 && degrees > 0 ? 180 : turned
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0
