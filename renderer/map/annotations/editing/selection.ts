/** What is selected, as it is in the document and on the screen. */
import type Geometry from 'ol/geom/Geometry.js'
import Point from 'ol/geom/Point.js'
import Polygon from 'ol/geom/Polygon.js'
import SimpleGeometry from 'ol/geom/SimpleGeometry.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { findAnnotations } from '../../../document/annotations/commands.ts'
import { toPlane } from '../../../document/geodesy/mercator.ts'
import { annotationStore } from '../../../store/annotationStore.ts'
import { currentDocument } from '../../../store/documentStore.ts'
import type { Mark } from '../tools/overlay.ts'
import { nearWorld, type Pixel, pixelOf, pointAt, type Screen } from '../tools/screen.ts'
import { boxAround, cornersOf, padded, type PixelBox, turned } from './boxes.ts'
import { frameOf, type Handle } from './handles.ts'
import { partsOf } from './parts.ts'

/** So many outlines tell which are selected; more would hide the map. */
const maxOutlines = 300

export type Shapes = { shapeOf: (id: string) => Geometry | undefined; screen: Screen }

/** Hidden ones are not there to be touched. */
export const selectedAnnotations = (): Annotation[] =>
  findAnnotations(currentDocument(), annotationStore.getState().selected).filter(({ properties }) => properties.visible)

export const isFree = ({ properties }: Annotation): boolean => !properties.locked && properties.visible

/** What one annotation covers on the screen, in the turn of the world that is nearest to its middle. */
export function coverOf(annotation: Annotation, { shapeOf, screen }: Shapes): PixelBox | null {
  const parts = partCorners(annotation, screen)
  if (parts.length > 0) return boxAround(parts.flat())
  const shape = shapeOf(annotation.id)
  if (!(shape instanceof SimpleGeometry)) return null
  const [west = 0, , east = 0] = shape.getExtent()
  const middle = (west + east) / 2
  const turn = nearWorld([middle, 0], screen.center[0])[0] - middle
  return boxAround(pixelsOf(shape, turn, screen))
}

function* pixelsOf(shape: SimpleGeometry, turn: number, screen: Screen): Generator<Pixel> {
  const flat = shape.getFlatCoordinates()
  for (let index = 0; index < flat.length; index += shape.getStride())
    yield pixelOf(screen, [(flat[index] ?? 0) + turn, flat[index + 1] ?? 0])
}

/** @returns what all of them cover together */
export function coverOfAll(annotations: readonly Annotation[], shapes: Shapes): PixelBox | null {
  return boxAround(
    annotations.flatMap((annotation): Pixel[] => {
      const cover = coverOf(annotation, shapes)
      return cover === null
        ? []
        : [
            [cover.left, cover.top],
            [cover.right, cover.bottom],
          ]
    }),
  )
}

/** Corners of marks and boxes. */
function partCorners(annotation: Annotation, screen: Screen): Pixel[][] {
  const { geometry } = annotation
  if (geometry.type !== 'Point') return []
  const [x, y] = pixelOf(screen, nearWorld(toPlane(geometry.coordinates), screen.center[0]))
  return partsOf(annotation).map(({ box, angle }) =>
    cornersOf(box).map((corner): Pixel => {
      const [dx, dy] = turned(corner, angle)
      return [x + dx, y + dy]
    }),
  )
}

/** Outlines of what is selected. */
export function outlineMarks(annotations: readonly Annotation[], { shapeOf, screen }: Shapes): Mark[] {
  if (annotations.length > maxOutlines) return []
  return annotations.flatMap((annotation): Mark[] => {
    const parts = partCorners(annotation, screen)
    if (parts.length > 0) return parts.slice(0, 1).map((corners) => ({ role: 'outline', geometry: ringOf(screen, grown(corners)) }))
    const shape = shapeOf(annotation.id)
    return shape === undefined ? [] : [{ role: 'glow', geometry: shape }]
  })
}

/** Clear of what is drawn. */
function grown(corners: readonly Pixel[]): Pixel[] {
  const x = corners.reduce((sum, [one]) => sum + one, 0) / corners.length
  const y = corners.reduce((sum, [, one]) => sum + one, 0) / corners.length
  return corners.map(([px, py]) => {
    const away = Math.hypot(px - x, py - y) || 1
    return [px + ((px - x) / away) * 4, py + ((py - y) / away) * 4]
  })
}

export function frameMark(cover: PixelBox, screen: Screen): Mark {
  return { role: 'frame', geometry: ringOf(screen, cornersOf(frameOf(cover))) }
}

export const boxMark = (box: PixelBox, screen: Screen): Mark => ({ role: 'box', geometry: ringOf(screen, cornersOf(padded(box, 0, 0))) })

function ringOf(screen: Screen, pixels: readonly Pixel[]): Polygon {
  const ring = pixels.map((pixel) => [...pointAt(screen, pixel)])
  return new Polygon([ring[0] === undefined ? ring : [...ring, ring[0]]])
}

/** @param active the vertex that Delete takes away */
export function handleMarks(handles: readonly Handle[], active: Handle | null): Mark[] {
  return handles.map((handle) => ({
    role: handle.role === 'vertex' && active?.role === 'vertex' && isSameVertex(handle, active) ? 'active' : handle.role,
    geometry: new Point([...handle.at]),
  }))
}

const isSameVertex = (a: Extract<Handle, { role: 'vertex' | 'middle' }>, b: Extract<Handle, { role: 'vertex' | 'middle' }>): boolean =>
  a.vertex.line === b.vertex.line && a.vertex.index === b.vertex.index
