/** Geometries as KML has them: circles become outlines, range rings lines around a point. */
import type { Annotation, AnnotationGeometry } from '../../../electron/contract/annotation.ts'
import type { LonLat } from '../../../electron/contract/values.ts'
import { normalPosition } from '../annotations/positions.ts'
import { circleArea, ringOutlines } from '../geodesy/circle.ts'

/** What is seen of an annotation in a program that knows points, lines and polygons only. */
export function visibleShapes({ geometry, properties }: Annotation): AnnotationGeometry[] {
  if (geometry.type !== 'Point') return [geometry]
  const [radiusM] = properties.radiiM
  if (properties.kind === 'circle' && radiusM !== undefined) {
    return [{ type: 'Polygon', coordinates: circleArea(geometry.coordinates, radiusM).map(kept) }]
  }
  if (properties.kind !== 'rings') return [geometry]
  return [
    geometry,
    ...ringOutlines(geometry.coordinates, properties.radiiM).map(({ outline }): AnnotationGeometry => ({
      type: 'LineString',
      coordinates: kept(outline),
    })),
  ]
}

const kept = (line: readonly LonLat[]): LonLat[] => line.map(normalPosition)

export function kmlGeometry(shapes: readonly AnnotationGeometry[]): string {
  const elements = shapes.map(kmlElement)
  return elements.length === 1 ? (elements[0] ?? '') : `<MultiGeometry>${elements.join('')}</MultiGeometry>`
}

function kmlElement(geometry: AnnotationGeometry): string {
  if (geometry.type === 'Point') return `<Point>${coordinates([geometry.coordinates])}</Point>`
  if (geometry.type === 'LineString') return `<LineString><tessellate>1</tessellate>${coordinates(geometry.coordinates)}</LineString>`
  const [outer = [], ...inner] = geometry.coordinates
  const boundary = (name: string, ring: readonly LonLat[]): string => `<${name}><LinearRing>${coordinates(ring)}</LinearRing></${name}>`
  const holes = inner.map((ring) => boundary('innerBoundaryIs', ring)).join('')
  return `<Polygon><tessellate>1</tessellate>${boundary('outerBoundaryIs', outer)}${holes}</Polygon>`
}

/** Decimal, as KML has it: no exponents. */
const decimal = (degrees: number): string => (/e/.test(String(degrees)) ? degrees.toFixed(15) : String(degrees))
const coordinates = (line: readonly LonLat[]): string =>
  `<coordinates>${line.map((position) => position.map(decimal).join(',')).join(' ')}</coordinates>`
