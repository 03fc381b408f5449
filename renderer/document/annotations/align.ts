/** How far annotations must be moved so that their edges or centres stand on one line of the map. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { toPlane } from '../geodesy/mercator.ts'
import { nearest, positionsOf } from './positions.ts'
import { circleOutline } from '../geodesy/circle.ts'

/** `centre` brings centres to one meridian, `middle` to one parallel. */
export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** In metres of the Mercator plane. */
type Box = { west: number; south: number; east: number; north: number }

/** @returns by id; metres of the Mercator plane */
export function alignOffsets(annotations: readonly Annotation[], edge: Edge): Map<string, { dxM: number; dyM: number }> {
  const near = annotations[0] === undefined ? 0 : (positionsOf(annotations[0].geometry)[0]?.[0] ?? 0)
  const boxes = annotations.map((annotation) => ({ id: annotation.id, box: boxOf(annotation, near) }))
  const line = lineOf(
    boxes.map(({ box }) => box),
    edge,
  )
  const isAcross = edge === 'left' || edge === 'centre' || edge === 'right'
  return new Map(boxes.map(({ id, box }) => [id, isAcross ? { dxM: line - at(box, edge), dyM: 0 } : { dxM: 0, dyM: line - at(box, edge) }]))
}

function at({ west, south, east, north }: Box, edge: Edge): number {
  if (edge === 'left') return west
  if (edge === 'right') return east
  if (edge === 'top') return north
  if (edge === 'bottom') return south
  return edge === 'centre' ? (west + east) / 2 : (south + north) / 2
}

function lineOf(boxes: readonly Box[], edge: Edge): number {
  return at(union(boxes), edge)
}

const union = (boxes: readonly Box[]): Box => ({
  west: Math.min(...boxes.map(({ west }) => west)),
  south: Math.min(...boxes.map(({ south }) => south)),
  east: Math.max(...boxes.map(({ east }) => east)),
  north: Math.max(...boxes.map(({ north }) => north)),
})

/** What an annotation covers on the map, without its label. @param near longitude that it is to be near to */
function boxOf({ geometry, properties }: Annotation, near: number): Box {
  const radius = properties.radiiM.at(-1)
  const isRound = geometry.type === 'Point' && radius !== undefined && (properties.kind === 'circle' || properties.kind === 'rings')
  const positions = isRound ? circleOutline(geometry.coordinates, radius) : positionsOf(geometry)
  const first = positions[0]?.[0] ?? 0
  const turn = nearest(first, near) - first
  return union(
    positions.map(([lon, lat]) => {
      const [x, y] = toPlane([lon + turn, lat])
      return { west: x, south: y, east: x, north: y }
    }),
  )
}
