/** Which annotation is under the pointer: the topmost; the inside of one without fill lets all others through. */
import type Geometry from 'ol/geom/Geometry.js'
import SimpleGeometry from 'ol/geom/SimpleGeometry.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { toPlane } from '../../../document/geodesy/mercator.ts'
import type { Placement } from '../../labels/placement.ts'
import { mmToPx } from '../../style/millimetres.ts'
import { nearWorld, type Pixel, pixelOf, pointAt, type Screen } from '../tools/screen.ts'
import { nearestCatch } from '../tools/snapping.ts'
import { endsOf } from '../tools/snapSources.ts'
import { contains, turned } from './boxes.ts'
import { labelPart, type PartName, partsOf } from './parts.ts'

export type Target = { annotation: Annotation; part: PartName }

/** Nothing answers to the pointer from farther away than it is drawn and this. */
export const farthestPx = 14

/** How far from a mark or a line a click still counts. */
const tolerancePx = 4

export type Surroundings = {
  screen: Screen
  shapeOf: (id: string) => Geometry | undefined
  /** Where the program put the name of a point. */
  placementOf: (id: string) => Placement | null
}

/** @param annotations bottom first: all of them, or those that are drawn near the pixel */
export function targetAt(annotations: readonly Annotation[], pixel: Pixel, around: Surroundings): Target | null {
  let inside: Target | null = null
  for (let index = annotations.length - 1; index >= 0; index -= 1) {
    const annotation = annotations[index]
    if (annotation === undefined || !annotation.properties.visible) continue
    const hit =
      annotation.geometry.type === 'Point' && annotation.properties.radiiM.length === 0
        ? partAt(annotation, pixel, around)
        : shapeAt(annotation, pixel, around)
    if (hit === 'inside') inside ??= { annotation, part: 'body' }
    else if (hit !== null) return { annotation, part: hit }
  }
  return inside
}

function partAt(annotation: Annotation, pixel: Pixel, { screen, placementOf }: Surroundings): PartName | null {
  if (annotation.geometry.type !== 'Point') return null
  const [x, y] = placeOnScreen(annotation.geometry.coordinates, pixel, screen)
  const [dx, dy] = [pixel[0] - x, pixel[1] - y]
  for (const { name, box, angle } of partsOf(annotation)) {
    const margin = name === 'body' || name === 'anchor' ? tolerancePx - 1 : 1
    if (contains(box, turned([dx, dy], -angle), margin)) return name
  }
  // Names lie near their points: most are ruled out without asking where they are.
  if (Math.abs(dx) > 600 || Math.abs(dy) > 600) return null
  const label = annotation.properties.label === '' ? null : labelPart(annotation, placementOf(annotation.id))
  return label !== null && contains(label.box, [dx, dy]) ? 'label' : null
}

/** In the turn of the world that is nearest to the pointer. */
function placeOnScreen(place: readonly [number, number], pixel: Pixel, screen: Screen): Pixel {
  return pixelOf(screen, nearWorld(toPlane(place), pointAt(screen, pixel)[0]))
}

function shapeAt({ id, properties }: Annotation, pixel: Pixel, { screen, shapeOf }: Surroundings): 'body' | 'inside' | null {
  const shape = shapeOf(id)
  if (!(shape instanceof SimpleGeometry)) return null
  const { style, kind, tapered } = properties
  const widthPx = mmToPx(kind === 'arrow' && tapered ? style.headMm * 1.5 : style.lineWidthMm / 2)
  const reach = (widthPx + tolerancePx) * screen.resolution
  const extent = shape.getExtent()
  const [west = 0, south = 0, east = 0, north = 0] = extent
  const [x, y] = nearWorld(pointAt(screen, pixel), (west + east) / 2)
  if (x < west - reach || x > east + reach || y < south - reach || y > north + reach) return null
  const flat = shape.getFlatCoordinates()
  const stride = shape.getStride()
  if (nearestCatch([{ flat, stride, ends: endsOf(shape, flat.length, stride) }], [x, y], reach) !== null) return 'body'
  const isArea = shape.getType() === 'Polygon' || shape.getType() === 'MultiPolygon'
  if (!isArea || !shape.intersectsCoordinate([x, y])) return null
  return style.fill === 'none' || style.fillOpacity === 0 ? 'inside' : 'body'
}
