/** A page in another size, with all that is on it. */
import type { Page, PageBox, PageElement, PageSize, TextStyle } from '../../../electron/contract/page.ts'
import { within, withinBounds } from './box.ts'

export function resized(page: Page, size: PageSize): Page {
  const [from, to] = [millimetres(page.size), millimetres(size)]
  const [across, down] = [to.width / from.width, to.height / from.height]
  const short = Math.min(to.width, to.height) / Math.min(from.width, from.height)
  return {
    ...page,
    size,
    marginMm: within(page.marginMm * short, 0, 500),
    elements: page.elements.map((element) => scaled(element, across, down, short)),
  }
}

function millimetres(size: PageSize): { width: number; height: number } {
  const factor = size.unit === 'px' ? 25.4 / size.dpi : 1
  return { width: size.width * factor, height: size.height * factor }
}

function scaled(element: PageElement, across: number, down: number, short: number): PageElement {
  const box = boxOf(element.box, across, down)
  const panel = {
    ...element.panel,
    strokeWidthMm: within(element.panel.strokeWidthMm * short, 0, 20),
    paddingMm: within(element.panel.paddingMm * short, 0, 200),
  }
  const text = (style: TextStyle): TextStyle => ({ ...style, sizePt: within(style.sizePt * short, 2, 1_000) })
  switch (element.type) {
    case 'mapFrame': {
      const { view, graticule } = element
      // What was seen stays in sight: the frame may now be of another shape.
      const shown = view.kind === 'scale' ? { ...view, scale: within(view.scale / Math.min(across, down), 10, 1e9) } : view
      const lines =
        graticule === null ? null : { ...graticule, widthMm: within(graticule.widthMm * short, 0.02, 5), text: text(graticule.text) }
      return { ...element, box, panel, view: shown, symbolScale: within(element.symbolScale * short, 0.1, 20), graticule: lines }
    }
    case 'title':
    case 'subtitle':
    case 'asOf':
      return { ...element, box, panel, style: text(element.style), minSizePt: within(element.minSizePt * short, 2, 1_000) }
    case 'legend': {
      const { titleStyle, headingStyle, itemStyle } = element
      return { ...element, box, panel, titleStyle: text(titleStyle), headingStyle: text(headingStyle), itemStyle: text(itemStyle) }
    }
    case 'scaleBar':
    case 'text':
    case 'credits':
      return { ...element, box, panel, style: text(element.style) }
    case 'inset':
      return { ...element, box, panel, outlineWidthMm: within(element.outlineWidthMm * short, 0.05, 10) }
    case 'northArrow':
    case 'image':
    case 'rectangle':
      return { ...element, box, panel }
  }
}

const boxOf = ({ x, y, width, height }: PageBox, across: number, down: number): PageBox =>
  withinBounds({ x: x * across, y: y * down, width: width * across, height: height * down })
