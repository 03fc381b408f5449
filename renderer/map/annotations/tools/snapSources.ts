/** What is near the pointer to catch on: annotations, and the features of the visible layers. */
import type { Extent } from 'ol/extent.js'
import GeometryCollection from 'ol/geom/GeometryCollection.js'
import type Geometry from 'ol/geom/Geometry.js'
import SimpleGeometry from 'ol/geom/SimpleGeometry.js'
import type VectorSource from 'ol/source/Vector.js'
import { halfWorldM, type PlanePoint, toPlane } from '../../../document/geodesy/mercator.ts'
import type { AnnotationFeatures } from '../annotationFeatures.ts'
import type { CutOutlines } from './cutOutlines.ts'
import { type Catch, nearestCatch, type Shape } from './snapping.ts'

const worldM = 2 * halfWorldM
/** A heap under the pointer is no help, and takes time. */
const maxFeatures = 200
const maxNumbers = 200_000

export type SnapSources = {
  annotations: AnnotationFeatures
  layers: readonly VectorSource[]
  /** Of layers that the engine keeps. */
  cut: CutOutlines
  /** Ids of annotations. */
  ignored: ReadonlySet<string>
}

/**
 * @param at under the pointer; in any turn of the world
 * @param reachM in metres of EPSG:3857
 */
export function catchAt({ annotations, layers, cut, ignored }: SnapSources, at: PlanePoint, reachM: number): Catch | null {
  const own = annotations.source
  const shapes: Shape[] = []
  // Shapes lie in the first turn of the world, and may go on into the next.
  const home = at[0] - worldM * Math.floor((at[0] + halfWorldM) / worldM)
  for (const x of [home, home - worldM, home + worldM]) {
    const extent: Extent = [x - reachM, at[1] - reachM, x + reachM, at[1] + reachM]
    collect(own, extent, at[0] - x, shapes, (id) => !ignored.has(id))
    for (const source of layers) collect(source, extent, at[0] - x, shapes)
    for (const shape of centresIn(annotations, own, extent, at[0] - x, ignored)) shapes.push(shape)
  }
  shapes.push(...cut.near(at, reachM))
  return nearestCatch(shapes, at, reachM)
}

function collect(source: VectorSource, extent: Extent, turn: number, shapes: Shape[], takes: (id: string) => boolean = () => true): void {
  let room = maxNumbers
  for (const feature of source.getFeaturesInExtent(extent).slice(0, maxFeatures)) {
    const geometry = feature.getGeometry()
    if (geometry === undefined || room <= 0 || !takes(String(feature.getId()))) continue
    for (const shape of shapesOf(geometry, turn)) {
      room -= shape.flat.length
      shapes.push(shape)
    }
  }
}

/** The middle of a circle is a place to catch on too, though nothing is drawn there. */
function centresIn(
  annotations: AnnotationFeatures,
  source: VectorSource,
  extent: Extent,
  turn: number,
  ignored: ReadonlySet<string>,
): Shape[] {
  return source
    .getFeaturesInExtent(extent)
    .slice(0, maxFeatures)
    .flatMap((feature) => {
      const annotation = annotations.annotation(String(feature.getId()))
      if (annotation?.geometry.type !== 'Point' || annotation.properties.radiiM.length === 0 || ignored.has(annotation.id)) return []
      const [x, y] = toPlane(annotation.geometry.coordinates)
      return [{ flat: [x + turn, y], stride: 2, ends: [2] }]
    })
}

function shapesOf(geometry: Geometry, turn: number): Shape[] {
  if (geometry instanceof GeometryCollection) return geometry.getGeometriesArray().flatMap((part) => shapesOf(part, turn))
  if (!(geometry instanceof SimpleGeometry)) return []
  const stride = geometry.getStride()
  const flat =
    turn === 0
      ? geometry.getFlatCoordinates()
      : geometry.getFlatCoordinates().map((value, index) => (index % stride === 0 ? value + turn : value))
  return [{ flat, stride, ends: endsOf(geometry, flat.length, stride) }]
}

/** Ends of lines and rings, however deep they are nested. Each point is a line of its own. */
export function endsOf(geometry: SimpleGeometry, length: number, stride: number): number[] {
  const type = geometry.getType()
  if (type === 'Point' || type === 'MultiPoint') return Array.from({ length: length / stride }, (_, index) => (index + 1) * stride)
  const nested = geometry as SimpleGeometry & { getEnds?(): number[]; getEndss?(): number[][] }
  return nested.getEndss?.().flat() ?? nested.getEnds?.() ?? [length]
}
