/** An annotation as it looks when it is first drawn, and what it is called in lists and menus. */
import type {
  Annotation,
  AnnotationGeometry,
  AnnotationKind,
  AnnotationProperties,
  AnnotationStyle,
} from '../../../electron/contract/annotation.ts'
import { normalGeometry } from './positions.ts'

/** What an annotation begins with instead of the defaults: what was drawn last, or a template. */
export type AnnotationDraft = Partial<Omit<AnnotationProperties, 'kind' | 'created' | 'modified'>>

/**
 * Colours that stay apart under the colour vision deficiencies and in greyscale print.
 * Source: Paul Tol, "Colour Schemes", SRON/EPS/TN/09-002, issue 3.2 (2021): "high-contrast" (the first three and black) and "medium-contrast" (the rest),
 * the two schemes that he made for monochrome print too.
 */
export const annotationColors = [
  { name: 'blue', hex: '#004488' },
  { name: 'red', hex: '#bb5566' },
  { name: 'yellow', hex: '#ddaa33' },
  { name: 'black', hex: '#000000' },
  { name: 'light blue', hex: '#6699cc' },
  { name: 'dark red', hex: '#994455' },
  { name: 'dark yellow', hex: '#997700' },
  { name: 'light red', hex: '#ee99aa' },
  { name: 'light yellow', hex: '#eecc66' },
] as const

/** What a kind of annotation is called in a sentence. */
export const kindNames: Record<AnnotationKind, string> = {
  point: 'point',
  symbol: 'symbol',
  text: 'text',
  callout: 'callout',
  line: 'line',
  arrow: 'arrow',
  polygon: 'polygon',
  rectangle: 'rectangle',
  circle: 'circle',
  rings: 'range rings',
  freehand: 'freehand line',
  image: 'image',
  measure: 'measure',
}

const plainStyle: AnnotationStyle = {
  color: '#004488',
  fill: 'none',
  fillOpacity: 0.25,
  lineWidthMm: 0.6,
  dash: 'solid',
  sizeMm: 3.2,
  textSizePt: 9,
  textColor: '#1a1a1a',
  haloColor: '#ffffff',
  boxColor: null,
  rotationDeg: 0,
  headMm: 3.5,
}

const styles: Record<AnnotationKind, Partial<AnnotationStyle>> = {
  point: { fill: 'solid', fillOpacity: 1, lineWidthMm: 0.25 },
  symbol: { fill: 'solid', fillOpacity: 1, lineWidthMm: 0.25, sizeMm: 5 },
  text: { textSizePt: 11 },
  callout: { lineWidthMm: 0.3, textSizePt: 9, haloColor: null, boxColor: '#ffffff', sizeMm: 2 },
  line: {},
  arrow: { color: '#bb5566', lineWidthMm: 1, headMm: 4 },
  polygon: { fill: 'solid', lineWidthMm: 0.4 },
  rectangle: { fill: 'solid', lineWidthMm: 0.4 },
  circle: { fill: 'solid', fillOpacity: 0.15, lineWidthMm: 0.4 },
  rings: { lineWidthMm: 0.3, textSizePt: 8, sizeMm: 2 },
  freehand: { color: '#bb5566', lineWidthMm: 0.8 },
  image: {},
  measure: { color: '#000000', lineWidthMm: 0.35, dash: 'dashed', textSizePt: 8, fillOpacity: 0.1 },
}

/** How a kind is drawn until the user says otherwise. Sizes in millimetres and points. */
export const defaultStyle = (kind: AnnotationKind): AnnotationStyle => ({ ...plainStyle, ...styles[kind] })

/**
 * @param geometry may go on past the antimeridian; it is copied, and kept in −180 … 180
 * @param draft what is to be otherwise than by default
 * @param now ISO 8601, UTC
 * @param id unique in its document
 */
export function newAnnotation(
  kind: AnnotationKind,
  geometry: AnnotationGeometry,
  draft: AnnotationDraft = {},
  now: string = new Date().toISOString(),
  id: string = crypto.randomUUID(),
): Annotation {
  const properties: AnnotationProperties = {
    kind,
    label: '',
    note: '',
    status: '',
    source: { title: '', publisher: '', date: null, url: '' },
    reported: null,
    validFrom: null,
    validTo: null,
    reliability: null,
    credibility: null,
    style: defaultStyle(kind),
    symbol: kind === 'point' ? { set: 'mark', name: 'circle' } : kind === 'symbol' ? { set: 'maki', name: 'star' } : null,
    labelOffsetMm: null,
    boxWidthMm: null,
    radiiM: kind === 'circle' ? [10_000] : kind === 'rings' ? [10_000, 20_000, 30_000] : [],
    curved: false,
    tapered: false,
    image: null,
    locked: false,
    visible: true,
    ...draft,
    created: now,
    modified: now,
  }
  return { type: 'Feature', id, geometry: normalGeometry(geometry), properties }
}

/** Short name for lists and menus: the first line of the label, or "Unnamed point". */
export function describe({ properties }: Annotation): string {
  const line = properties.label.trim().split(/\s*[\r\n\u2028\u2029]\s*/u, 1)[0] ?? ''
  if (line === '') return `Unnamed ${kindNames[properties.kind]}`
  const letters = Array.from(line)
  return letters.length > 40 ? `${letters.slice(0, 39).join('').trimEnd()}…` : line
}
