/** Lays a page out. Pure: the same page and facts give the same drawing. */
import type { Page, PageElement } from '../../electron/contract/page.ts'
import { overlap } from './boxes.ts'
import type { Desk, Drawn, PageContext } from './context.ts'
import { creditsOf } from './credits.ts'
import type { Box, DrawnElement, Font, MapSlot, Mark, Measure, NotPlaced, PageDrawing } from './drawing.ts'
import { drawCredits } from './furniture/credits.ts'
import { drawGraticule } from './furniture/graticule.ts'
import { drawImage } from './furniture/image.ts'
import { drawLocator } from './furniture/locator.ts'
import { drawNorthArrow } from './furniture/northArrow.ts'
import { drawEdge, drawPanel } from './furniture/panel.ts'
import { drawScaleBar } from './furniture/scaleBar.ts'
import { drawTextBlock } from './furniture/textBlock.ts'
import { drawTitle } from './furniture/title.ts'
import { drawLegend } from './legend/draw.ts'
import { frameView } from './mapView.ts'
import { sizeMm, ptToMm } from './units.ts'

export function layoutPage(page: Page, given: PageContext): PageDrawing {
  const context: PageContext = { ...given, measure: remembered(given.measure) }
  const { width, height } = sizeMm(page.size)
  const desk: Desk = { page, context, haloOf: (element, color, sizePt) => haloFor(page, element, color, sizePt) }
  const notPlaced: NotPlaced[] = []
  const placed = page.elements
    .filter(({ visible }) => visible)
    .map((element) => {
      const drawn = drawElement(element, desk)
      notPlaced.push(...(drawn.notPlaced ?? []))
      const hasOwnGround = element.type === 'mapFrame' || element.type === 'inset'
      const box = drawn.box === undefined ? element.box : drawn.box
      const marks = hasOwnGround || box === null ? drawn.marks : [...drawPanel(element.panel, box), ...drawn.marks]
      return { element, box, marks }
    })
  // Frames come last: what lies over them must be known.
  const elements = placed.map(({ element, box, marks }, index): DrawnElement => {
    const { id, name, type } = element
    if (element.type !== 'mapFrame') return { id, name, type, box: box ?? element.box, marks }
    const covered = placed
      .slice(index + 1)
      .flatMap((other) =>
        other.box !== null && other.marks.length > 0 && hidesMap(other.element) && overlap(other.box, element.box) ? [other.box] : [],
      )
    return { id, name, type, box: element.box, marks: drawFrame(element, covered, context) }
  })
  return { widthMm: width, heightMm: height, background: page.background, elements, notPlaced, credits: creditsOf(page, null, context) }
}

function drawElement(element: PageElement, desk: Desk): Drawn {
  switch (element.type) {
    case 'mapFrame':
      return { marks: [] }
    case 'title':
    case 'subtitle':
    case 'asOf':
      return drawTitle(element, desk)
    case 'legend':
      return drawLegend(element, desk)
    case 'scaleBar':
      return drawScaleBar(element, desk)
    case 'northArrow':
      return drawNorthArrow(element, desk)
    case 'inset':
      return drawLocator(element, desk)
    case 'text':
      return drawTextBlock(element, desk)
    case 'image':
      return drawImage(element)
    case 'credits':
      return drawCredits(element, desk)
    case 'rectangle':
      return { marks: [] }
  }
}

function drawFrame(frame: Extract<PageElement, { type: 'mapFrame' }>, covered: readonly Box[], { document, measure }: PageContext): Mark[] {
  const view = frameView(frame)
  const basemap = frame.basemap ?? document.basemap
  const slot: MapSlot = {
    kind: 'map',
    role: 'frame',
    element: frame.id,
    box: frame.box,
    view,
    basemap,
    symbolScale: frame.symbolScale,
    covered,
  }
  return [
    ...drawPanel({ ...frame.panel, stroke: null }, frame.box),
    slot,
    ...(frame.graticule === null ? [] : drawGraticule(frame, frame.graticule, view, covered, measure)),
    ...drawEdge(frame.panel, frame.box),
  ]
}

/** A neat line around a map hides nothing of it. */
const hidesMap = ({ type, panel }: PageElement): boolean => type !== 'rectangle' || (panel.fill !== null && panel.fillOpacity > 0)

/** Letters that stand on a map without a panel have a rim that parts them from it. */
function haloFor(page: Page, { id }: { id: string }, color: string, sizePt: number): { color: string; widthMm: number } | null {
  const index = page.elements.findIndex((element) => element.id === id)
  const element = page.elements[index]
  if (element === undefined || (element.panel.fill !== null && element.panel.fillOpacity >= 0.6)) return null
  const below = page.elements.slice(0, index).filter((other) => other.visible && overlap(other.box, element.box))
  const ground = below.findLast((other) => other.type === 'mapFrame' || (other.panel.fill !== null && other.panel.fillOpacity >= 0.6))
  if (ground?.type !== 'mapFrame') return null
  return { color: lightness(color) > 0.6 ? '#1f2328' : '#ffffff', widthMm: ptToMm(sizePt) * 0.14 }
}

function lightness(color: string): number {
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** Wrapping measures the same words again and again. */
function remembered(measure: Measure): Measure {
  const known = new Map<string, number>()
  return (text: string, font: Font, sizePt: number) => {
    const key = `${font.weight}${font.italic ? 'i' : ''} ${sizePt} ${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const width = measure(text, font, sizePt)
    if (text.length < 200) known.set(key, width)
    return width
  }
}
