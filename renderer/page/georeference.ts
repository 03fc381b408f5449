/** Where a page's picture lies on the earth: the map frame's place, said for the whole page, furniture and all. */
import type { Georeference } from '../../electron/contract/export.ts'
import { toPlane } from '../document/geodesy/mercator.ts'
import { mapSlots, type MapSlot, type PageDrawing } from './drawing.ts'
import { radians } from './mapView.ts'

export const firstFrame = (drawing: PageDrawing): MapSlot | null => mapSlots(drawing).find(({ role }) => role === 'frame') ?? null

/**
 * @param pxPerMm pixels to a millimetre of the page, across and down
 * @returns from pixels to metres of EPSG:3857; null for a page without a map
 */
export function georeferenceOf(drawing: PageDrawing, [across, down]: readonly [number, number]): Georeference | null {
  const slot = firstFrame(drawing)
  if (slot === null) return null
  const { box, view } = slot
  const [centerX, centerY] = toPlane(view.center)
  const angle = radians(view.rotationDeg)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const { metresPerMm } = view
  const [a, b] = [(metresPerMm * cos) / across, (metresPerMm * sin) / down]
  const [d, e] = [(metresPerMm * sin) / across, (-metresPerMm * cos) / down]
  const [middleX, middleY] = [(box.x + box.width / 2) * across, (box.y + box.height / 2) * down]
  return { a, b, c: centerX - a * middleX - b * middleY, d, e, f: centerY - d * middleX - e * middleY }
}
