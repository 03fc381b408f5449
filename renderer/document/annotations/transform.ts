/** Geometries moved, turned and scaled as the user sees it: in the Mercator plane, about a pivot. */
import type { AnnotationGeometry } from '../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../electron/contract/values.ts'
import { fromPlane, toPlane } from '../geodesy/mercator.ts'
import { mapPositions, nearest, normalPosition } from './positions.ts'

/** How far something is moved: in degrees, or in metres of the Mercator plane (EPSG:3857), where a shape keeps its look while it is dragged. */
export type Offset = { dLon: number; dLat: number } | { dxM: number; dyM: number }

export function shifted(geometry: AnnotationGeometry, by: Offset): AnnotationGeometry {
  return mapPositions(geometry, (position) => normalPosition(shiftedPosition(position, by)))
}

function shiftedPosition(position: LonLat, by: Offset): LonLat {
  if ('dLon' in by) return [position[0] + by.dLon, position[1] + by.dLat]
  if (by.dyM === 0) return [position[0] + fromPlane([by.dxM, 0])[0], position[1]]
  const [x, y] = toPlane(position)
  return fromPlane([x + by.dxM, y + by.dyM])
}

/** @param angleDeg clockwise on the map */
export function rotated(geometry: AnnotationGeometry, angleDeg: number, pivot: LonLat): AnnotationGeometry {
  const angle = (-angleDeg * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return aboutPivot(geometry, pivot, (x, y) => [x * cos - y * sin, x * sin + y * cos])
}

/** @param factor of widths and heights on the map */
export function scaled(geometry: AnnotationGeometry, factor: number, pivot: LonLat): AnnotationGeometry {
  return aboutPivot(geometry, pivot, (x, y) => [x * factor, y * factor])
}

/** @param change of metres to the east and north of the pivot */
function aboutPivot(geometry: AnnotationGeometry, pivot: LonLat, change: (x: number, y: number) => [number, number]): AnnotationGeometry {
  const first =
    geometry.type === 'Point'
      ? geometry.coordinates[0]
      : geometry.type === 'LineString'
        ? geometry.coordinates[0]?.[0]
        : geometry.coordinates[0]?.[0]?.[0]
  const [pivotX, pivotY] = toPlane([nearest(pivot[0], first ?? pivot[0]), pivot[1]])
  return mapPositions(geometry, (position) => {
    const [x, y] = toPlane(position)
    const [dx, dy] = change(x - pivotX, y - pivotY)
    return normalPosition(fromPlane([pivotX + dx, pivotY + dy]))
  })
}
