/** A page drawing as an SVG picture, to look at. Maps are plain areas; the program's own painter is elsewhere. */
import type { Fill, Mark, PageDrawing, Stroke } from '../../../renderer/page/drawing.ts'
import { symbolPath } from '../../../renderer/map/style/pointSymbols.ts'
import { pointSymbols } from '../../../electron/contract/document.ts'
import { ptToMm } from '../../../renderer/page/units.ts'

/** @param ground drawn into a map's place, in its own coordinates */
export function toSvg(drawing: PageDrawing, ground: (mark: Extract<Mark, { kind: 'map' }>) => string = plainGround): string {
  const { widthMm: width, heightMm: height } = drawing
  const marks = drawing.elements.map(({ id, marks }) => `<g id="${escape(id)}">${marks.map((mark) => markSvg(mark, ground)).join('')}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${drawing.background}"/>${marks.join('\n')}</svg>`
}

const plainGround = ({ box, role }: Extract<Mark, { kind: 'map' }>): string =>
  rect(box, `fill="${role === 'frame' ? '#e4e8e6' : '#d9e2e6'}"`)

function markSvg(mark: Mark, ground: (mark: Extract<Mark, { kind: 'map' }>) => string): string {
  switch (mark.kind) {
    case 'rect':
      return rect(mark.box, paint(mark.fill, mark.stroke))
    case 'circle':
      return `<circle cx="${mark.center[0]}" cy="${mark.center[1]}" r="${mark.radius}" ${paint(mark.fill, mark.stroke)}/>`
    case 'path': {
      const d = mark.lines.map((line) => `M${line.map(([x, y]) => `${x},${y}`).join('L')}${mark.closed ? 'Z' : ''}`).join('')
      return `<path d="${d}" fill-rule="evenodd" ${paint(mark.fill, mark.stroke)}/>`
    }
    case 'text': {
      const anchor = { left: 'start', center: 'middle', right: 'end' }[mark.align]
      const turned = mark.direction === 'rtl' && mark.align !== 'center' ? (anchor === 'start' ? 'end' : 'start') : anchor
      const common = `x="${mark.at[0]}" y="${mark.at[1]}" font-family="${mark.font.weight === 600 ? 'Noto Sans SemiBold, Noto Sans Arabic SemiBold, ' : ''}Noto Sans, Noto Sans Arabic" font-size="${ptToMm(mark.sizePt)}" font-weight="${mark.font.weight}" ${mark.font.italic ? 'font-style="italic"' : ''} text-anchor="${turned}" direction="${mark.direction}" xml:space="preserve"`
      const rim =
        mark.halo === null
          ? ''
          : `<text ${common} fill="none" stroke="${mark.halo.color}" stroke-width="${mark.halo.widthMm * 2}" stroke-linejoin="round">${escape(mark.text)}</text>`
      return `${rim}<text ${common} fill="${mark.color}">${escape(mark.text)}</text>`
    }
    case 'image':
      return `<image x="${mark.box.x}" y="${mark.box.y}" width="${mark.box.width}" height="${mark.box.height}" href="${mark.data}"/>`
    case 'symbol': {
      const name = pointSymbols.find((one) => one === mark.symbol.name) ?? 'square'
      const outline = mark.outline === null ? '' : `stroke="${mark.outline.color}" stroke-width="${mark.outline.widthMm}"`
      return `<path d="${symbolPath(name, mark.sizeMm / 2, mark.at)}" fill="${mark.color}" fill-opacity="${mark.opacity}" fill-rule="evenodd" ${outline}/>`
    }
    case 'map':
      return `<svg x="${mark.box.x}" y="${mark.box.y}" width="${mark.box.width}" height="${mark.box.height}" viewBox="${mark.box.x} ${mark.box.y} ${mark.box.width} ${mark.box.height}">${ground(mark)}</svg>`
  }
}

const rect = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }, look: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${look}/>`

function paint(fill: Fill | null, stroke: Stroke | null): string {
  const inner = fill === null ? 'fill="none"' : `fill="${fill.color}" fill-opacity="${fill.opacity}"`
  if (stroke === null) return inner
  const dash = stroke.dash.length === 0 ? '' : ` stroke-dasharray="${stroke.dash.join(' ')}"`
  return `${inner} stroke="${stroke.color}" stroke-width="${stroke.widthMm}" stroke-linecap="${stroke.cap}"${dash}`
}

const escape = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
