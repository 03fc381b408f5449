/** "Map update": a title band, a large map, legend and facts beside it; under it on a page that is not wide. */
import type { PageElement } from '../../../electron/contract/page.ts'
import { bottom, right } from '../boxes.ts'
import type { Box } from '../drawing.ts'
import { inks, newElement, plate, typeStyle } from '../elements.ts'
import { lineHeight } from '../text/lines.ts'
import { ptToMm } from '../units.ts'
import { band, type Composition, factBox, hasText, legendHeight, rule, type Sheet, textHeight } from './preset.ts'
import { asOfText } from '../furniture/asOf.ts'

const bandColor = '#20272e'

export function mapUpdate(sheet: Sheet): Composition {
  const { width, height, marginMm, gutterMm, basePt } = sheet
  const { elements: head, height: headHeight } = titleBand(sheet)
  const creditHeight = lineHeight(basePt * 0.76) * 2
  const foot = height - marginMm * 0.75 - creditHeight
  const body: Box = {
    x: marginMm,
    y: headHeight + gutterMm,
    width: width - 2 * marginMm,
    height: foot - gutterMm * 0.7 - headHeight - gutterMm,
  }
  const rest = sheet.isWide ? beside(sheet, body) : below(sheet, body)
  const credits = newElement('credits', 'credits', { x: marginMm, y: foot, width: width - 2 * marginMm, height: creditHeight }, sheet)
  return { background: inks.paper, elements: [...rest, ...head, credits] }
}

function titleBand(sheet: Sheet): { elements: PageElement[]; height: number } {
  const { width, marginMm, gutterMm, basePt, isWide, content } = sheet
  const [titlePt, subtitlePt] = [basePt * (isWide ? 2.5 : 2.3), basePt * 1.28]
  const pad = gutterMm * 0.75
  const titleHeight = lineHeight(titlePt) * 1.02
  const subtitleHeight = lineHeight(subtitlePt) * 1.05
  const height = pad + titleHeight + subtitleHeight + pad
  const { document, measure } = content.context
  const stampStyle = typeStyle(basePt * 1.12, { bold: true, color: '#ffffff', align: 'end' })
  const words = asOfText(document.asOf, document.update)
  const stampWidth = Math.min(width * 0.42, measure(words, { weight: 600, italic: false }, stampStyle.sizePt) + ptToMm(basePt) * 0.5)
  const full = width - 2 * marginMm
  const beside = full - stampWidth - gutterMm * 2
  const accent = gutterMm * 0.22
  return {
    height: height + accent,
    elements: [
      band(sheet, 'band', { x: 0, y: 0, width, height }, bandColor, 'Title band'),
      band(sheet, 'accent', { x: 0, y: height, width, height: Math.max(0.1, accent) }, inks.accent, 'Accent'),
      newElement('title', 'title', { x: marginMm, y: pad, width: full, height: titleHeight }, sheet, {
        style: typeStyle(titlePt, { bold: true, color: '#ffffff' }),
        minSizePt: titlePt * 0.5,
      }),
      newElement('subtitle', 'subtitle', { x: marginMm, y: pad + titleHeight, width: beside, height: subtitleHeight }, sheet, {
        style: typeStyle(subtitlePt, { color: '#cfd5db' }),
      }),
      newElement(
        'asOf',
        'as-of',
        { x: marginMm + full - stampWidth, y: pad + titleHeight, width: stampWidth, height: subtitleHeight },
        sheet,
        {
          style: stampStyle,
        },
      ),
    ],
  }
}

function mapIn(sheet: Sheet, box: Box): PageElement {
  return newElement('mapFrame', 'map', box, sheet, { view: sheet.view, rotationDeg: sheet.content.rotationDeg ?? 0 })
}

/** Scale bar and north arrow, in the map's corners. */
function inMap(sheet: Sheet, map: Box): PageElement[] {
  const { gutterMm, basePt } = sheet
  const gap = gutterMm * 0.6
  const north = Math.min(map.width, map.height) * 0.075
  return [
    newElement(
      'scaleBar',
      'scale-bar',
      { x: map.x + gap, y: bottom(map) - gap - ptToMm(basePt) * 6.5, width: map.width * 0.36, height: ptToMm(basePt) * 6.5 },
      sheet,
      {
        panel: plate(sheet, 0.88),
      },
    ),
    newElement('northArrow', 'north-arrow', { x: right(map) - gap - north, y: map.y + gap, width: north, height: north }, sheet),
  ]
}

function beside(sheet: Sheet, body: Box): PageElement[] {
  const { gutterMm, basePt } = sheet
  const columnWidth = Math.min(body.width * 0.3, Math.max(body.width * 0.22, ptToMm(basePt) * 19))
  const gap = gutterMm * 1.1
  const map = { ...body, width: body.width - columnWidth - gap }
  const frame = mapIn(sheet, map)
  const column = { x: right(map) + gap, y: body.y, width: columnWidth, height: body.height }
  const elements: PageElement[] = [frame, ...inMap(sheet, map)]
  const insetHeight = columnWidth * 0.66
  const style = typeStyle(basePt)
  const facts = hasText(sheet) ? textHeight(sheet, columnWidth, body.height * 0.6, style) : 0
  const legendNeeds = legendHeight(sheet, frame, columnWidth, body.height)
  const space = gutterMm * 1.5
  const all = legendNeeds + (facts > 0 ? facts + space : 0)
  const insetInColumn = all + space + insetHeight <= column.height
  const room = column.height - (insetInColumn ? insetHeight + space : 0)
  // Without a text yet, the legend may still grow with the map.
  const legendRoom = Math.max(ptToMm(basePt) * 4, facts > 0 ? Math.min(legendNeeds + ptToMm(basePt) * 0.3, room * 0.62) : room * 0.55)
  elements.push(newElement('legend', 'legend', { ...column, height: legendRoom }, sheet, { fit: 'box' }))
  const y = column.y + legendRoom + space / 2
  if (facts > 0) elements.push(rule(sheet, 'rule', { x: column.x, y, width: column.width }, inks.hairline))
  elements.push(factBox(sheet, { ...column, y: y + space / 2, height: column.y + room - y - space / 2 }))
  const side = Math.min(map.width, map.height) * 0.22
  const corner = gutterMm * 0.6
  elements.push(
    newElement(
      'inset',
      'locator',
      insetInColumn
        ? { x: column.x, y: bottom(column) - insetHeight, width: columnWidth, height: insetHeight }
        : { x: right(map) - corner - side * 1.2, y: bottom(map) - corner - side, width: side * 1.2, height: side },
      sheet,
    ),
  )
  return elements
}

function below(sheet: Sheet, body: Box): PageElement[] {
  const { gutterMm, basePt } = sheet
  const gap = gutterMm * 1.1
  const style = typeStyle(basePt)
  const most = body.height * 0.34
  const insetWidth = Math.min(body.width * 0.24, most)
  const textWidth = body.width - insetWidth - gap
  const each = textWidth * 0.5 - gap / 2
  const probe = mapIn(sheet, { ...body, height: body.height * 0.7 })
  const needs = Math.max(
    legendHeight(sheet, probe, each, most),
    hasText(sheet) ? textHeight(sheet, each, most, style) : 0,
    insetWidth * 0.8,
  )
  const strip = Math.min(most, needs + ptToMm(basePt) * 0.4)
  const map = { ...body, height: body.height - strip - gap }
  const y = bottom(map) + gap
  const at = (x: number, width: number): Box => ({ x, y, width, height: strip })
  return [
    mapIn(sheet, map),
    ...inMap(sheet, map),
    newElement('legend', 'legend', at(body.x, each), sheet, { fit: 'box' }),
    factBox(sheet, at(body.x + each + gap, each)),
    newElement('inset', 'locator', at(right(body) - insetWidth, insetWidth), sheet),
  ]
}
