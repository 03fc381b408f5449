/** Features of a cut as OpenLayers features: the few that bear names. Pure. */
import Feature from 'ol/Feature.js'
import GeometryCollection from 'ol/geom/GeometryCollection.js'
import type Geometry from 'ol/geom/Geometry.js'
import LineString from 'ol/geom/LineString.js'
import MultiPoint from 'ol/geom/MultiPoint.js'
import Point from 'ol/geom/Point.js'
import Polygon from 'ol/geom/Polygon.js'
import MultiLineString from 'ol/geom/MultiLineString.js'
import MultiPolygon from 'ol/geom/MultiPolygon.js'
import type { CutLabels, CutRequest } from '../../../electron/contract/cut.ts'
import { partKind, wholeShare } from '../../../electron/contract/pieces.ts'
import { tellLook } from '../style/featureLook.ts'
import { type Piece, readPiece } from './pieces.ts'

/** @returns features in metres of EPSG:3857, which know how they look and what is written on them (`featureLook.ts`) */
export function namedFeatures({ piece, texts }: CutLabels, { box: [west, , , north], resolution, sizes }: CutRequest): Feature[] {
  if (piece === null) return []
  const read = readPiece(Uint8Array.from(piece), sizes !== null && sizes !== undefined)
  const place = (at: number): [number, number] => [
    west + (read.xy[at * 2] ?? 0) * resolution,
    north - (read.xy[at * 2 + 1] ?? 0) * resolution,
  ]
  const textOf = new Map(texts)
  return Array.from({ length: read.features }, (_, index) => {
    const id = read.ids[index] ?? 0
    const feature = new Feature(geometryOf(read, index, place))
    feature.setId(id)
    tellLook(feature, {
      index: read.classes[index] ?? 0,
      share: (read.shares?.[index] ?? 0) / wholeShare,
      text: textOf.get(id) ?? '',
    })
    return feature
  })
}

type Place = (vertex: number) => [number, number]

function geometryOf(piece: Piece, index: number, place: Place): Geometry {
  const points: number[][] = []
  const lines: number[][][] = []
  const polygons: number[][][][] = []
  for (let part = index === 0 ? 0 : (piece.partEnds[index - 1] ?? 0); part < (piece.partEnds[index] ?? 0); part++) {
    const positions = positionsOf(piece, part, place)
    const kind = piece.partKinds[part]
    if (kind === partKind.points) points.push(...positions)
    else if (kind === partKind.line) lines.push(positions)
    else if (kind === partKind.hole) polygons.at(-1)?.push(closed(positions))
    else polygons.push([closed(positions)])
  }
  const geometries = [pointsOf(points), linesOf(lines), polygonsOf(polygons)].filter((one) => one !== null)
  return geometries.length === 1 && geometries[0] !== undefined ? geometries[0] : new GeometryCollection(geometries)
}

function positionsOf({ vertexEnds }: Piece, part: number, place: Place): number[][] {
  const from = part === 0 ? 0 : (vertexEnds[part - 1] ?? 0)
  return Array.from({ length: (vertexEnds[part] ?? 0) - from }, (_, i) => place(from + i))
}

const closed = (ring: number[][]): number[][] => [...ring, ...ring.slice(0, 1)]

function pointsOf(points: number[][]): Geometry | null {
  const [only] = points
  if (only === undefined) return null
  return points.length === 1 ? new Point(only) : new MultiPoint(points)
}

function linesOf(lines: number[][][]): Geometry | null {
  const [only] = lines
  if (only === undefined) return null
  return lines.length === 1 ? new LineString(only) : new MultiLineString(lines)
}

function polygonsOf(polygons: number[][][][]): Geometry | null {
  const [only] = polygons
  if (only === undefined) return null
  return polygons.length === 1 ? new Polygon(only) : new MultiPolygon(polygons)
}
