/** The handles of what is selected: where they are, and what each is for. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { destination } from '../../../document/geodesy/ellipsoid.ts'
import { type PlanePoint, toPlane } from '../../../document/geodesy/mercator.ts'
import type { Placement } from '../../labels/placement.ts'
import { distancePx, nearWorld, type Pixel, pixelOf, pointAt, type Screen } from '../tools/screen.ts'
import { cornersOf, padded, type PixelBox } from './boxes.ts'
import { middleOfName, shapeName, uprightBox } from '../shapeName.ts'
import { type VertexAt, vertexLines } from './vertices.ts'

export type Handle = { at: PlanePoint; cursor: string } & (
  | { role: 'corner'; pivot: PlanePoint }
  | { role: 'rotate'; pivot: PlanePoint }
  | { role: 'vertex' | 'middle'; vertex: VertexAt }
  | { role: 'radius' | 'anchor' | 'name' }
)

export type HandleRole = Handle['role']

const reachPx = 9
const framePaddingPx = 7
const leastFramePx = 22
const rotatePx = 24
/** Between a name and the handle that moves it. */
const besideNamePx = 9
/** With more vertices than this, the handles between them would be a heap. */
const maxWithMiddles = 400

/** Kinds that are turned and scaled by a frame. */
const framed = new Set<Annotation['properties']['kind']>([
  'symbol',
  'text',
  'line',
  'arrow',
  'polygon',
  'rectangle',
  'freehand',
  'image',
  'measure',
])
export const hasVertices = ({ geometry }: Annotation): boolean => geometry.type !== 'Point'

/**
 * @param selected what can be changed; without the locked ones
 * @param cover of all of them on the screen
 * @param placementOf where the program put the name of one
 */
export function handlesOf(
  selected: readonly Annotation[],
  cover: PixelBox | null,
  screen: Screen,
  editingVertices: boolean,
  placementOf: (id: string) => Placement | null = () => null,
): Handle[] {
  const [first] = selected
  if (first === undefined) return []
  const placement = placementOf(first.id)
  if (selected.length > 1) return cover === null ? [] : frameHandles(cover, screen)
  const { geometry, properties } = first
  if (editingVertices && hasVertices(first)) return vertexHandles(first, screen)
  if (geometry.type === 'Point' && (properties.kind === 'circle' || properties.kind === 'rings')) {
    const rim = destination(geometry.coordinates, 90, properties.radiiM.at(-1) ?? 1)
    return [{ role: 'radius', at: toPlane(rim), cursor: 'ew-resize' }, ...nameHandles(first, placement, screen)]
  }
  if (geometry.type === 'Point' && properties.kind === 'callout')
    return [{ role: 'anchor', at: toPlane(geometry.coordinates), cursor: 'move' }]
  return framed.has(properties.kind) && cover !== null ? [...frameHandles(cover, screen), ...nameHandles(first, placement, screen)] : []
}

/** Before the name of a line or an area: dragging the shape itself moves all of it. */
function nameHandles(annotation: Annotation, placement: Placement | null, screen: Screen): Handle[] {
  const name = shapeName(annotation, placement)
  if (name === null) return []
  const [x, y] = pixelOf(screen, nearWorld(name.anchor, screen.center[0]))
  const { left } = uprightBox(name)
  return [{ role: 'name', at: pointAt(screen, [x + left - besideNamePx, y + middleOfName(name)[1]]), cursor: 'move' }]
}

export const frameOf = (cover: PixelBox): PixelBox => padded(cover, framePaddingPx, leastFramePx)

export function frameHandles(cover: PixelBox, screen: Screen): Handle[] {
  const frame = frameOf(cover)
  const corners = cornersOf(frame)
  const inner = cornersOf(cover)
  const handles: Handle[] = corners.map((pixel, index) => ({
    role: 'corner',
    at: pointAt(screen, pixel),
    pivot: pointAt(screen, inner[(index + 2) % 4] ?? pixel),
    cursor: index % 2 === 0 ? 'nwse-resize' : 'nesw-resize',
  }))
  const middle: Pixel = [(cover.left + cover.right) / 2, (cover.top + cover.bottom) / 2]
  handles.push({ role: 'rotate', at: pointAt(screen, [middle[0], frame.top - rotatePx]), pivot: pointAt(screen, middle), cursor: 'grab' })
  return handles
}

function vertexHandles({ geometry }: Annotation, screen: Screen): Handle[] {
  const isRing = geometry.type === 'Polygon'
  return vertexLines(geometry).flatMap((lonLats, line) => {
    const plane = lonLats.map((place) => toPlane(place))
    const vertices = plane.map((at, index): Handle => ({ role: 'vertex', at, vertex: { line, index }, cursor: 'move' }))
    const middles =
      plane.length > maxWithMiddles
        ? []
        : plane.flatMap((at, index): Handle[] => {
            const next = plane[index + 1] ?? (isRing ? nearWorld(plane[0] ?? at, at[0]) : undefined)
            if (next === undefined) return []
            // No room between vertices that are near to one another.
            if (distancePx(pixelOf(screen, at), pixelOf(screen, next)) < 4 * reachPx) return []
            return [
              { role: 'middle', at: [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2], vertex: { line, index: index + 1 }, cursor: 'copy' },
            ]
          })
    return [...vertices, ...middles]
  })
}

/** The nearest within reach. */
export function handleAt(handles: readonly Handle[], pixel: Pixel, screen: Screen): Handle | null {
  const near = pointAt(screen, pixel)[0]
  let [best, away]: [Handle | null, number] = [null, reachPx]
  for (const handle of handles) {
    const distance = distancePx(pixelOf(screen, nearWorld(handle.at, near)), pixel)
    if (distance < away) [best, away] = [handle, distance]
  }
  return best
}
