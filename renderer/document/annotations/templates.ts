/** Templates: kind, symbol, status and look in one click. The shipped ones are those that maps of bases and incidents need; the user adds his own. */
import type { Annotation, AnnotationTemplate } from '../../../electron/contract/annotation.ts'
import { type AnnotationDraft, defaultStyle, describe } from './new.ts'

/** Tells apart by shape and lightness as well as by colour: "held" is dark and full, "transferred" light and hollow. Colours: see `annotationColors`. */
export const shippedTemplates: readonly AnnotationTemplate[] = [
  mark('base-held', 'Base held', 'held', 'circle', '#004488', 3.6),
  mark('base-transferred', 'Base transferred', 'transferred', 'ring', '#997700', 3.6),
  mark('headquarters', 'Headquarters', 'held', 'star', '#004488', 4.5),
  mark('airfield', 'Airfield', 'in use', 'airfield', '#000000', 4.5),
  mark('checkpoint', 'Checkpoint', 'reported', 'square', '#000000', 2.6),
  mark('incident', 'Incident', 'reported', 'diamond', '#bb5566', 3.6),
  mark('airstrike-reported', 'Airstrike reported', 'reported', 'triangle', '#bb5566', 3.8),
  {
    id: 'axis-of-advance',
    name: 'Axis of advance',
    kind: 'arrow',
    status: 'reported',
    symbol: null,
    style: { ...defaultStyle('arrow'), fill: 'solid', fillOpacity: 0.4, lineWidthMm: 0.5, headMm: 7 },
    curved: true,
    tapered: true,
  },
  {
    id: 'area-of-control',
    name: 'Area of control',
    kind: 'polygon',
    status: 'held',
    symbol: null,
    style: { ...defaultStyle('polygon'), fill: 'hatch', fillOpacity: 0.5 },
    curved: false,
    tapered: false,
  },
]

function mark(id: string, name: string, status: string, symbol: string, color: string, sizeMm: number): AnnotationTemplate {
  return {
    id,
    name,
    kind: 'point',
    status,
    symbol: { set: 'mark', name: symbol },
    style: { ...defaultStyle('point'), color, sizeMm },
    curved: false,
    tapered: false,
  }
}

/** What the next annotation takes over from a template. */
export function draftOf({ status, symbol, style, curved, tapered }: AnnotationTemplate): AnnotationDraft {
  return { status, symbol, style, curved, tapered }
}

/** A template of the user's own, that looks like an annotation. @param name the annotation's when it is blank */
export function templateFrom(annotation: Annotation, name: string, id: string = crypto.randomUUID()): AnnotationTemplate {
  const { kind, status, symbol, style, curved, tapered } = annotation.properties
  return { id, name: (name.trim() === '' ? describe(annotation) : name.trim()).slice(0, 200), kind, status, symbol, style, curved, tapered }
}
