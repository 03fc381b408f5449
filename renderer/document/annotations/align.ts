/** How far annotations must be moved so that their edges or centres stand on one line of the map. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../electron/contract/values.ts'
import { fromPlane, toPlane } from '../geodesy/mercator.ts'
import { nearest, normalPosition, positionsOf } from './positions.ts'
import { circleOutline } from '../geodesy/circle.ts'

/** `centre` brings centres to one meridian, `middle` to one parallel. */
export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom'

/** In metres of the Mercator plane. */
type Box = { west: number; south: number; east: number; north: number }

/** @returns by id; metres of the Mercator plane */
export function alignOffsets(annotations: readonly Annotation[], edge: Edge): Map<string, { dxM: number; dyM: number }> {
  const boxes = boxesOf(annotations)
  const line = lineOf(
    boxes.map(({ box }) => box),
    edge,
  )
  const isAcross = edge === 'left' || edge === 'centre' || edge === 'right'
  return new Map(boxes.map(({ id, box }) => [id, isAcross ? { dxM: line - at(box, edge), dyM: 0 } : { dxM: 0, dyM: line - at(box, edge) }]))
}

/** `across` spaces centres evenly from the westernmost to the easternmost, `down` from the northernmost to the southernmost. */
export type Direction = 'across' | 'down'

/** Those at both ends stay. @returns by id; metres of the Mercator plane */
export function distributeOffsets(annotations: readonly Annotation[], direction: Direction): Map<string, { dxM: number; dyM: number }> {
  const edge = direction === 'across' ? 'centre' : 'middle'
  const centres = boxesOf(annotations)
    .map(({ id, box }) => ({ id, centre: at(box, edge) }))
    .toSorted((a, b) => a.centre - b.centre)
  const [first, last] = [centres[0]?.centre ?? 0, centres.at(-1)?.centre ?? 0]
  const step = centres.length > 1 ? (last - first) / (centres.length - 1) : 0
  return new Map(
    centres.map(({ id, centre }, index) => {
      const isEnd = index === 0 || index === centres.length - 1
      const by = isEnd ? 0 : first + step * index - centre
      return [id, direction === 'across' ? { dxM: by, dyM: 0 } : { dxM: 0, dyM: by }]
    }),
  )
}

/** The middle of what annotations cover together, on the map. @returns null for none */
export function middleOf(annotations: readonly Annotation[]): LonLat | null {
  if (annotations.length === 0) return null
  const box = union(boxesOf(annotations).map((one) => one.box))
  return normalPosition(fromPlane([at(box, 'centre'), at(box, 'middle')]))
}

/** In one turn of the world: that of the first. */
function boxesOf(annotations: readonly Annotation[]): { id: string; box: Box }[] {
  const near = annotations[0] === undefined ? 0 : (positionsOf(annotations[0].geometry)[0]?.[0] ?? 0)
  return annotations.map((annotation) => ({ id: annotation.id, box: boxOf(annotation, near) }))
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
