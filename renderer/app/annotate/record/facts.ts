/** What can be measured of an annotation, on the ellipsoid, in words and figures. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { areaOf, lengthOf } from '../../../document/geodesy/measure.ts'
import { circleOutline } from '../../../document/geodesy/circle.ts'
import { legBetween } from '../../../document/geodesy/ellipsoid.ts'
import { formatArea, formatAzimuth, formatLength } from '../../../document/geodesy/format.ts'

export type Fact = { name: string; text: string }

export function factsOf({ geometry, properties: { kind, radiiM } }: Annotation): Fact[] {
  if (geometry.type === 'LineString') {
    const line = geometry.coordinates
    const [first, last] = [line[0], line.at(-1)]
    const direct = first === undefined || last === undefined ? null : legBetween(first, last)
    return [
      { name: 'Length', text: formatLength(lengthOf(line)) },
      ...(direct === null || direct.lengthM === 0 ? [] : [{ name: 'Azimuth', text: formatAzimuth(direct.azimuthDeg) }]),
      ...(line.length > 2 && direct !== null ? [{ name: 'End to end', text: formatLength(direct.lengthM) }] : []),
      { name: 'Vertices', text: line.length.toLocaleString('en-US') },
    ]
  }
  if (geometry.type === 'Polygon') return areaFacts(geometry.coordinates)
  const radius = radiiM.at(-1)
  if ((kind !== 'circle' && kind !== 'rings') || radius === undefined) return []
  const around = areaFacts([circleOutline(geometry.coordinates, radius)])
  return kind === 'circle' ? around : [{ name: 'Rings', text: radiiM.map((one) => formatLength(one)).join(', ') }]
}

/** Of a circle: of its outline, which may wind round a pole. */
function areaFacts(rings: Parameters<typeof areaOf>[0]): Fact[] {
  const { areaM2, perimeterM } = areaOf(rings)
  return [
    { name: 'Area', text: formatArea(areaM2) },
    { name: 'Perimeter', text: formatLength(perimeterM) },
  ]
}
