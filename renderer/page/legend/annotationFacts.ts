/** Which annotations are inside a frame, and which of them look alike. */
import type { Annotation, AnnotationTemplate } from '../../../electron/contract/annotation.ts'
import { kindNames } from '../../document/annotations/new.ts'
import { positionsOf } from '../../document/annotations/positions.ts'
import { shrinkAt } from '../../document/geodesy/scale.ts'
import { overlap } from '../boxes.ts'
import type { Box, MapView } from '../drawing.ts'
import { placer } from '../mapView.ts'

export function annotationsInFrame(annotations: readonly Annotation[], view: MapView, box: Box): Annotation[] {
  const place = placer(view, box)
  return annotations.filter((annotation) => {
    if (!annotation.properties.visible) return false
    return overlap(boundsOf(annotation, place, view), box)
  })
}

function boundsOf({ geometry, properties }: Annotation, place: ReturnType<typeof placer>, view: MapView): Box {
  const points = positionsOf(geometry).map(place)
  const radiusM = properties.kind === 'circle' || properties.kind === 'rings' ? Math.max(0, ...properties.radiiM) : 0
  const latitude = positionsOf(geometry)[0]?.[1] ?? 0
  const reach = Math.max(0.5, radiusM / shrinkAt(latitude) / view.metresPerMm)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left - reach, y: top - reach, width: right - left + 2 * reach, height: bottom - top + 2 * reach }
}

/** Annotations that look alike and have one status are one item of the legend. */
export type AnnotationClass = { key: string; label: string; example: Annotation; count: number }

/** Texts, callouts, images and measures explain themselves. */
const selfExplaining = new Set(['text', 'callout', 'image', 'measure'])

export function annotationClasses(annotations: readonly Annotation[], templates: readonly AnnotationTemplate[]): AnnotationClass[] {
  const classes = new Map<string, AnnotationClass>()
  // The topmost comes first.
  for (const annotation of annotations.toReversed()) {
    const { kind } = annotation.properties
    if (selfExplaining.has(kind)) continue
    const key = keyOf(annotation)
    const known = classes.get(key)
    if (known === undefined) classes.set(key, { key, label: labelOf(annotation, templates), example: annotation, count: 1 })
    else known.count += 1
  }
  return [...classes.values()]
}

function keyOf({ properties: { kind, status, symbol, style, tapered } }: Annotation): string {
  const look = [style.color, style.dash, style.fill, symbol === null ? '' : `${symbol.set}/${symbol.name}`, tapered ? 'tapered' : '']
  return ['annotation', kind, ...look, status].join(' ')
}

/** The template's name, or the status, or what kind it is. */
function labelOf({ properties }: Annotation, templates: readonly AnnotationTemplate[]): string {
  const template = templates.find(
    (one) =>
      one.kind === properties.kind &&
      one.status === properties.status &&
      one.style.color === properties.style.color &&
      one.style.fill === properties.style.fill &&
      one.symbol?.name === properties.symbol?.name,
  )
  return template?.name ?? capitalised(properties.status.trim() === '' ? kindNames[properties.kind] : properties.status.trim())
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
