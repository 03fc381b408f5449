/** Annotations as OpenLayers geometries in EPSG:3857. Longitudes go on past ±180, so that nothing is drawn across the whole map. */
import type { Coordinate } from 'ol/coordinate.js'
import type Geometry from 'ol/geom/Geometry.js'
import LineString from 'ol/geom/LineString.js'
import MultiLineString from 'ol/geom/MultiLineString.js'
import Point from 'ol/geom/Point.js'
import Polygon from 'ol/geom/Polygon.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { circleArea, ringOutlines } from '../../document/geodesy/circle.ts'
import { toPlane } from '../../document/geodesy/mercator.ts'
import { smoothLine } from './smoothLine.ts'

type Position = readonly [number, number]

export function geometryOf({ geometry, properties }: Annotation): Geometry {
  switch (geometry.type) {
    case 'Point':
      if (properties.kind === 'circle') return new Polygon(circleArea(geometry.coordinates, properties.radiiM[0] ?? 1).map(planeLine))
      if (properties.kind === 'rings')
        return new MultiLineString(ringOutlines(geometry.coordinates, properties.radiiM).map(({ outline }) => planeLine(outline)))
      return new Point([...toPlane(geometry.coordinates)])
    case 'LineString': {
      const line = planeLine(unrolled(geometry.coordinates))
      return new LineString(properties.curved && line.length > 2 ? smoothLine(line) : line)
    }
    case 'Polygon':
      return new Polygon(ringsUnrolled(geometry.coordinates).map(planeLine))
  }
}

const planeLine = (line: readonly Position[]): Coordinate[] => line.map((position) => [...toPlane(position)])

/** The same line, each longitude within half a turn of the one before. */
export function unrolled(line: readonly Position[]): Position[] {
  let last = line[0]?.[0] ?? 0
  return line.map(([lon, lat]) => {
    last = lon + 360 * Math.round((last - lon) / 360)
    return [last, lat] as const
  })
}

/** Holes stay in the turn of the outer ring. */
function ringsUnrolled(rings: readonly (readonly Position[])[]): Position[][] {
  const start = rings[0]?.[0]?.[0] ?? 0
  return rings.map((ring) => {
    const first = ring[0]?.[0] ?? start
    const shift = 360 * Math.round((start - first) / 360)
    return unrolled(ring).map(([lon, lat]) => [lon + shift, lat] as const)
  })
}
