/** What annotations cover on the map. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { BoundingBox } from '../../../electron/contract/values.ts'
import { nearest, positionsOf } from '../../document/annotations/positions.ts'
import { circleOutline } from '../../document/geodesy/circle.ts'

/** @returns null for no annotations; east may be over 180 where they cross the antimeridian */
export function extentOf(annotations: readonly Annotation[]): BoundingBox | null {
  const [first] = annotations
  if (first === undefined) return null
  const near = positionsOf(first.geometry)[0]?.[0] ?? 0
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const annotation of annotations) {
    const positions = outlineOf(annotation)
    const begin = positions[0]?.[0] ?? 0
    const turn = nearest(begin, near) - begin
    for (const [lon, lat] of positions) {
      west = Math.min(west, lon + turn)
      east = Math.max(east, lon + turn)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  }
  return [west, south, east, north]
}

function outlineOf({ geometry, properties }: Annotation): readonly (readonly [number, number])[] {
  const radius = properties.radiiM.at(-1)
  const isRound = geometry.type === 'Point' && radius !== undefined && (properties.kind === 'circle' || properties.kind === 'rings')
  return isRound ? circleOutline(geometry.coordinates, radius) : positionsOf(geometry)
}
