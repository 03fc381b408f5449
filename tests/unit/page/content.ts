/** A document like the demo map, and what a frame over Iraq has of it. */
import { newAnnotation } from '../../../renderer/document/annotations/new.ts'
import { draftOf, shippedTemplates } from '../../../renderer/document/annotations/templates.ts'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { LayerStyle, MapDocument } from '../../../electron/contract/document.ts'
import type { ElementType, Page, PageElement } from '../../../electron/contract/page.ts'
import type { LayerFacts, PageContext } from '../../../renderer/page/context.ts'
import type { Box, PageDrawing, Text } from '../../../renderer/page/drawing.ts'
import { newElement, proportionsOf } from '../../../renderer/page/elements.ts'
import { parseSize, turned } from '../../../renderer/page/sizes.ts'
import { documentOf, layer, symbol } from '../document/documents.ts'
import { measure } from './measure.ts'

export const iraq = { kind: 'box' as const, box: [38.6, 28.9, 48.8, 37.5] as [number, number, number, number] }
export const a4 = turned(parseSize('a4') ?? { unit: 'mm', width: 210, height: 297 }, 'landscape')

const byStatus: LayerStyle = {
  kind: 'category',
  field: 'status',
  categories: [
    { value: 'held', label: 'Still held', symbol },
    { value: 'transferred', label: 'Transferred', symbol },
    { value: 'planned', label: 'Planned', symbol },
  ],
  other: symbol,
  label: null,
}

export const bases = layer('bases', { name: 'Coalition bases', style: byStatus })
export const document: MapDocument = {
  ...documentOf(bases, layer('roads', { name: 'Roads' }), layer('hidden', { name: 'Hidden', visible: false })),
  title: 'Military bases in Iraq',
  subtitle: 'Bases handed over and bases still held',
  asOf: '2020-09-23',
}

export const facts = (id: string, changes: Partial<LayerFacts> = {}): LayerFacts => ({
  layer: id,
  geometries: ['point'],
  count: null,
  classes: null,
  other: null,
  credits: [],
  ...changes,
})

export const baseFacts = facts('bases', {
  count: 6,
  classes: [
    { value: 'held', count: 2 },
    { value: 'transferred', count: 4 },
  ],
  credits: [{ text: 'OurAirports (ODbL 1.0)', url: 'https://ourairports.com' }],
})

export const contextOf = (changes: Partial<PageContext> = {}): PageContext => ({
  document,
  frames: new Map([['map', [baseFacts, facts('roads', { geometries: ['line'], count: 12 })]]]),
  measure,
  ...changes,
})

export function held(id: string, at: [number, number], changes: Partial<Annotation['properties']> = {}): Annotation {
  const template = shippedTemplates.find((one) => one.id === 'base-held')
  const draft = template === undefined ? {} : draftOf(template)
  return newAnnotation('point', { type: 'Point', coordinates: at }, { ...draft, ...changes }, '2020-09-23T10:00:00Z', id)
}

export const make = <T extends ElementType>(
  type: T,
  box: Box,
  changes: Partial<Extract<PageElement, { type: T }>> = {},
  id: string = type,
): Extract<PageElement, { type: T }> => newElement(type, id, box, proportionsOf(a4), changes)

export const pageOf = (...elements: PageElement[]): Page => ({
  id: 'p',
  name: 'Page',
  size: a4,
  marginMm: 8,
  background: '#ffffff',
  elements,
})

export const frame = (changes: Partial<Extract<PageElement, { type: 'mapFrame' }>> = {}): PageElement =>
  make('mapFrame', { x: 10, y: 30, width: 200, height: 160 }, { view: iraq, ...changes }, 'map')

export const texts = ({ elements }: PageDrawing, id?: string): Text[] =>
  elements.filter((element) => id === undefined || element.id === id).flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'text'))

export const words = (drawing: PageDrawing, id?: string): string[] => texts(drawing, id).map(({ text }) => text)
