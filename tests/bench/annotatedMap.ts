/** A map with many annotations of every kind that a hand draws, scattered over Iraq. The same count gives the same map. */
import type { Annotation, AnnotationGeometry, AnnotationKind } from '../../electron/contract/annotation.ts'
import { blankDocument, type MapDocument } from '../../electron/contract/document.ts'
import { type AnnotationDraft, newAnnotation } from '../../renderer/document/annotations/new.ts'
import { seeded } from './generate.ts'

const area = { west: 39, south: 29.5, east: 48.5, north: 37 } as const
const now = '2020-09-23T00:00:00.000Z'
/** Most annotations of a map mark places. */
const kinds: readonly AnnotationKind[] = [
  'point',
  'point',
  'point',
  'point',
  'symbol',
  'symbol',
  'text',
  'callout',
  'line',
  'arrow',
  'polygon',
  'circle',
]
const statuses = ['held', 'transferred', 'reported', ''] as const
/** What the measurements take hold of: a point that nothing lies on, in the middle of what the map shows. */
export const held = { id: 'held', at: [43.7, 33.3] } as const

export function annotatedMap(count: number): MapDocument {
  const random = seeded(count)
  const annotations = Array.from({ length: count - 1 }, (_, index) => annotationAt(index, random))
  const inHand = newAnnotation('point', { type: 'Point', coordinates: [...held.at] }, { label: 'In hand' }, now, held.id)
  return {
    ...blankDocument,
    title: `${count} annotations`,
    view: { center: [...held.at], zoom: 6.3, rotationDeg: 0 },
    annotations: [...annotations, inHand],
  }
}

function annotationAt(index: number, random: () => number): Annotation {
  const kind = kinds[index % kinds.length] ?? 'point'
  let lon = area.west + random() * (area.east - area.west)
  const lat = area.south + random() * (area.north - area.south)
  // Room around what is in hand.
  if (Math.hypot(lon - held.at[0], lat - held.at[1]) < 0.45) lon += 1
  const draft: AnnotationDraft = {
    label: `Site ${index}`,
    note: 'Seen on imagery of the week before; two gates, one of them closed.',
    status: statuses[index % statuses.length] ?? '',
    source: { title: `Report ${index % 40}`, publisher: 'Desk', date: '2020-09', url: '' },
    reported: `2020-0${1 + (index % 9)}`,
  }
  return newAnnotation(kind, geometryFor(kind, lon, lat, random), draft, now, `a${index}`)
}

function geometryFor(kind: AnnotationKind, lon: number, lat: number, random: () => number): AnnotationGeometry {
  const near = (): [number, number] => [lon + (random() - 0.5) * 0.3, lat + (random() - 0.5) * 0.2]
  if (kind === 'line' || kind === 'arrow') return { type: 'LineString', coordinates: [[lon, lat], near(), near()] }
  if (kind !== 'polygon') return { type: 'Point', coordinates: [lon, lat] }
  const corner = near()
  return { type: 'Polygon', coordinates: [[[lon, lat], corner, near(), [lon, lat]]] }
}
