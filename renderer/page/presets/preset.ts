/** What a preset is made from, and what it makes. */
import type { FrameView, PageElement, PageSize, TextElement } from '../../../electron/contract/page.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { PageContext } from '../context.ts'
import type { Box } from '../drawing.ts'
import { drawLegend } from '../legend/draw.ts'
import { drawTextBlock } from '../furniture/textBlock.ts'
import { inks, newElement, plate, type Proportions, proportionsOf, typeStyle } from '../elements.ts'
import { sizeMm } from '../units.ts'

export type PresetContent = {
  context: PageContext
  /** What the map shows; what the document's view shows when left out. */
  view?: FrameView
  rotationDeg?: number
  /** Text of the fact box, in markup; without it there is none. */
  text?: string
}

export type Sheet = Proportions & {
  size: PageSize
  width: number
  height: number
  isWide: boolean
  content: PresetContent
  view: FrameView
}

export type Composition = { background: string; elements: PageElement[] }

export function sheetOf(size: PageSize, content: PresetContent): Sheet {
  const { width, height } = sizeMm(size)
  const view = content.view ?? viewOfDocument(content.context.document)
  return { ...proportionsOf(size), size, width, height, isWide: width / height >= 1.15, content, view }
}

/** What a window of the usual size shows of the document's view. */
function viewOfDocument({ view: { center, zoom } }: MapDocument): FrameView {
  const perPixel = 360 / (256 * 2 ** zoom)
  const [across, down] = [Math.min(179, perPixel * 520), Math.min(80, perPixel * 380 * Math.cos((center[1] * Math.PI) / 180))]
  const lon = (value: number): number => (value < -180 ? value + 360 : value > 180 ? value - 360 : value)
  const lat = (value: number): number => Math.min(85, Math.max(-85, value))
  return { kind: 'box', box: [lon(center[0] - across), lat(center[1] - down), lon(center[0] + across), lat(center[1] + down)] }
}

/** Height that the legend needs in a column. @param frame the page's map frame */
export function legendHeight(sheet: Sheet, frame: PageElement, width: number, most: number, columns: 1 | 2 | 3 = 1): number {
  const legend = newElement('legend', 'legend', { x: 0, y: 0, width, height: Math.max(0.1, most) }, sheet, { columns })
  const page = { id: 'page', name: '', size: sheet.size, marginMm: 0, background: '#ffffff', elements: [frame, legend] }
  return drawLegend(legend, { page, context: sheet.content.context, haloOf: () => null }).box?.height ?? 0
}

export function textHeight(sheet: Sheet, width: number, most: number, style: ReturnType<typeof typeStyle>): number {
  const element = newElement('text', 'text', { x: 0, y: 0, width, height: Math.max(0.1, most) }, sheet, {
    text: sheet.content.text ?? '',
    style,
  })
  const page = { id: 'page', name: '', size: sheet.size, marginMm: 0, background: '#ffffff', elements: [element] }
  return drawTextBlock(element, { page, context: sheet.content.context, haloOf: () => null }).box?.height ?? 0
}

/** The fact box, which waits for its text when there is none yet. */
export const factBox = (sheet: Sheet, box: Box, changes: Partial<TextElement> = {}): PageElement =>
  newElement('text', 'facts', { ...box, height: Math.max(0.1, box.height) }, sheet, {
    name: 'Facts',
    fit: 'box',
    text: sheet.content.text ?? '',
    style: typeStyle(sheet.basePt),
    headingColor: inks.accent,
    ...changes,
  })

/** On a page whose layout has no fact box: its text is kept out of sight, to be shown on a plate. None without text. */
export const hiddenFacts = (sheet: Sheet, box: Box): PageElement[] =>
  hasText(sheet) ? [factBox(sheet, box, { fit: 'top-left', panel: plate(sheet), visible: false })] : []

export const hasText = ({ content }: Sheet): boolean => (content.text ?? '').trim() !== ''

/** A line that parts one thing from the next. */
export function rule(sheet: Sheet, id: string, box: Omit<Box, 'height'>, color: string, heightMm = sheet.hairlineMm): PageElement {
  const panel = { fill: color, fillOpacity: 1, stroke: null, strokeWidthMm: 0, paddingMm: 0 }
  return newElement('rectangle', id, { ...box, height: Math.max(0.1, heightMm) }, sheet, { name: 'Rule', panel })
}

export function band(sheet: Sheet, id: string, box: Box, color: string, name = 'Band', fillOpacity = 1): PageElement {
  const panel = { fill: color, fillOpacity, stroke: null, strokeWidthMm: 0, paddingMm: 0 }
  return newElement('rectangle', id, box, sheet, { name, panel })
}
