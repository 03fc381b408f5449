/** What several annotations have in common. */
import type { Annotation, AnnotationKind, AnnotationProperties } from '../../../../electron/contract/annotation.ts'

/** Stands for values that differ. */
export const several = Symbol('several')
export type Shared<T> = T | typeof several

/** @returns the value that all have, or `several` */
export function shared<T>(annotations: readonly Annotation[], of: (properties: AnnotationProperties) => T): Shared<T> {
  const [first] = annotations
  if (first === undefined) return several
  const value = of(first.properties)
  return annotations.every(({ properties }) => of(properties) === value) ? value : several
}

/** Names what a panel is about, to know when that is something else. */
export const subjectOf = (annotations: readonly Annotation[]): string => annotations.map(({ id }) => id).join(' ')

export type StylePart =
  | 'symbol'
  | 'size'
  | 'color'
  | 'fill'
  | 'line'
  | 'head'
  | 'curve'
  | 'taper'
  | 'radius'
  | 'radii'
  | 'text'
  | 'box'
  | 'boxWidth'
  | 'imageWidth'
  | 'rotation'
  | 'place'

const partsOfKind: Record<AnnotationKind, readonly StylePart[]> = {
  point: ['symbol', 'color', 'size', 'rotation', 'text', 'place'],
  symbol: ['symbol', 'color', 'size', 'rotation', 'text', 'place'],
  text: ['text', 'box', 'rotation'],
  callout: ['color', 'line', 'size', 'text', 'box', 'boxWidth', 'place'],
  line: ['color', 'line', 'curve', 'text', 'place'],
  arrow: ['color', 'line', 'head', 'curve', 'taper', 'fill', 'text', 'place'],
  polygon: ['color', 'fill', 'line', 'text', 'place'],
  rectangle: ['color', 'fill', 'line', 'text', 'place'],
  circle: ['radius', 'color', 'fill', 'line', 'text', 'place'],
  rings: ['radii', 'color', 'line', 'text', 'place'],
  freehand: ['color', 'line', 'text', 'place'],
  image: ['imageWidth', 'rotation'],
  measure: ['color', 'line', 'fill', 'text', 'place'],
}

/** What can be set of the look of all of them, in the order of the panel. */
export function stylePartsOf(annotations: readonly Annotation[]): StylePart[] {
  const [first] = annotations
  if (first === undefined) return []
  return partsOfKind[first.properties.kind].filter((part) => annotations.every((one) => hasPart(one, part)))
}

function hasPart({ geometry, properties: { kind, tapered } }: Annotation, part: StylePart): boolean {
  if (!partsOfKind[kind].includes(part)) return false
  // A line has no inside; a plain arrow neither.
  if (part === 'fill') return kind === 'arrow' ? tapered : kind !== 'measure' || geometry.type === 'Polygon'
  return true
}
