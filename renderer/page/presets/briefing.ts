/** "Briefing 16:9": a panel with title, legend and facts beside a map that fills the rest of the slide; under it on a page that is not wide. */
import type { PageElement } from '../../../electron/contract/page.ts'
import { bottom, inset as within, right } from '../boxes.ts'
import type { Box } from '../drawing.ts'
import { inks, newElement, plate, typeStyle } from '../elements.ts'
import { fitText } from '../text/fit.ts'
import { lineHeight } from '../text/lines.ts'
import { plainPiece } from '../text/wrap.ts'
import { ptToMm } from '../units.ts'
import { band, type Composition, factBox, hasText, legendHeight, rule, type Sheet, textHeight } from './preset.ts'

/** A slide is read from the back of a room. */
const enlarged = 1.28

export function briefing(page: Sheet): Composition {
  const sheet = { ...page, basePt: page.basePt * (page.width / page.height > 1.6 ? enlarged : 1) }
  return { background: inks.paper, elements: sheet.isWide ? wide(sheet) : high(sheet) }
}

function wide(sheet: Sheet): PageElement[] {
  const { width, height, marginMm, gutterMm, basePt } = sheet
  const side = width * (width / height > 1.6 ? 0.29 : 0.33)
  const map: Box = { x: side, y: 0, width: width - side, height }
  const frame = mapIn(sheet, map)
  const inner: Box = { x: marginMm, y: marginMm, width: side - marginMm - gutterMm * 1.3, height: height - 2 * marginMm }
  const heading = headingBlock(sheet, inner, inner.height * 0.34)
  const creditHeight = lineHeight(basePt * 0.76) * 4
  const top = heading.bottom + gutterMm * 1.1
  const end = bottom(inner) - creditHeight - gutterMm
  const below = listsIn(sheet, frame, { ...inner, y: top, height: end - top })
  return [
    frame,
    ...inMap(sheet, map),
    band(sheet, 'panel', { x: 0, y: 0, width: side, height }, inks.ground, 'Panel'),
    band(sheet, 'accent', { x: 0, y: 0, width: Math.max(0.1, gutterMm * 0.3), height }, inks.accent, 'Accent'),
    ...heading.elements,
    rule(sheet, 'rule', { x: inner.x, y: heading.bottom + gutterMm * 0.55, width: inner.width }, inks.hairline),
    ...below,
    newElement('credits', 'credits', { x: inner.x, y: bottom(inner) - creditHeight, width: inner.width, height: creditHeight }, sheet, {
      fit: 'bottom-left',
    }),
  ]
}

const headingShare = 0.34

/** As high as the longest of what stands in it. */
function panelHeight(sheet: Sheet): number {
  const { width, height, marginMm, gutterMm, basePt } = sheet
  const inner = width - 2 * marginMm
  const most = height * 0.4
  const rest = inner * (1 - headingShare) - gutterMm * 1.6
  const each = (rest - gutterMm * 1.6) / 2
  const probe = mapIn(sheet, { x: 0, y: 0, width, height: height * 0.65 })
  const needs = Math.max(
    headingBlock(sheet, { x: 0, y: 0, width: inner * headingShare, height: most }, most).bottom,
    legendHeight(sheet, probe, each, most),
    hasText(sheet) ? textHeight(sheet, each, most, typeStyle(basePt)) : 0,
  )
  const around = 1.5 * marginMm + gutterMm * 0.6 + lineHeight(basePt * 0.76) * 2
  return Math.min(height * 0.42, needs + ptToMm(basePt) * 0.5 + around)
}

function high(sheet: Sheet): PageElement[] {
  const { width, height, marginMm, gutterMm, basePt } = sheet
  const panel = panelHeight(sheet)
  const map: Box = { x: 0, y: 0, width, height: height - panel }
  const frame = mapIn(sheet, map)
  const creditHeight = lineHeight(basePt * 0.76) * 2
  const all = within({ x: 0, y: map.height, width, height: panel }, marginMm)
  const inner: Box = { ...all, y: all.y - marginMm * 0.25, height: all.height + marginMm * 0.5 - creditHeight - gutterMm * 0.6 }
  const left = inner.width * headingShare
  const heading = headingBlock(sheet, { ...inner, width: left }, inner.height)
  const x = inner.x + left + gutterMm * 1.6
  return [
    frame,
    ...inMap(sheet, map),
    band(sheet, 'panel', { x: 0, y: map.height, width, height: panel }, inks.ground, 'Panel'),
    band(sheet, 'accent', { x: 0, y: map.height, width, height: Math.max(0.1, gutterMm * 0.3) }, inks.accent, 'Accent'),
    ...heading.elements,
    ...listsBeside(sheet, { ...inner, x, width: right(inner) - x }),
    newElement('credits', 'credits', { x: inner.x, y: bottom(inner) + gutterMm * 0.6, width: inner.width, height: creditHeight }, sheet, {
      fit: 'bottom-left',
    }),
  ]
}

const mapIn = (sheet: Sheet, box: Box): PageElement =>
  newElement('mapFrame', 'map', box, sheet, {
    view: sheet.view,
    rotationDeg: sheet.content.rotationDeg ?? 0,
    panel: { fill: null, fillOpacity: 1, stroke: null, strokeWidthMm: 0, paddingMm: 0 },
  })

function inMap(sheet: Sheet, map: Box): PageElement[] {
  const { gutterMm, basePt } = sheet
  const gap = gutterMm
  const short = Math.min(map.width, map.height)
  const [north, locator] = [short * 0.08, short * 0.22]
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
    newElement(
      'northArrow',
      'north-arrow',
      { x: right(map) - gap - north, y: map.y + gap + locator + gap * 0.6, width: north, height: north },
      sheet,
    ),
    newElement('inset', 'locator', { x: right(map) - gap - locator * 1.25, y: map.y + gap, width: locator * 1.25, height: locator }, sheet),
  ]
}

/** Title, subtitle and stamp under one another, each as high as it is long. */
function headingBlock(sheet: Sheet, box: Box, most: number): { elements: PageElement[]; bottom: number } {
  const { basePt, gutterMm, content } = sheet
  const { document, measure } = content.context
  const needs = (text: string, sizePt: number, bold: boolean, share: number): number => {
    const type = { sizePt, bold, italic: false, measure }
    const { lines, type: used } = fitText(
      [plainPiece(text)],
      { width: box.width, height: Math.max(lineHeight(sizePt), most * share) },
      type,
      sizePt * 0.55,
    )
    return lines.length * lineHeight(used.sizePt)
  }
  const [titlePt, subtitlePt, stampPt] = [basePt * 2.2, basePt * 1.2, basePt * 1.05]
  const titleHeight = Math.max(lineHeight(titlePt), needs(document.title, titlePt, true, 0.62)) * 1.01
  const subtitleHeight = needs(document.subtitle, subtitlePt, false, 0.26) * 1.01
  const stampHeight = lineHeight(stampPt) * 1.02
  const gap = gutterMm * 0.35
  const subtitleY = box.y + titleHeight + gap
  const stampY = subtitleHeight > 0 ? subtitleY + subtitleHeight + gap : subtitleY
  return {
    bottom: stampY + stampHeight,
    elements: [
      newElement('title', 'title', { ...box, height: titleHeight }, sheet, { style: typeStyle(titlePt, { bold: true }), valign: 'top' }),
      ...(subtitleHeight > 0
        ? [
            newElement('subtitle', 'subtitle', { ...box, y: subtitleY, height: subtitleHeight }, sheet, {
              style: typeStyle(subtitlePt, { color: inks.muted }),
            }),
          ]
        : []),
      newElement('asOf', 'as-of', { ...box, y: stampY, height: stampHeight }, sheet, {
        style: typeStyle(stampPt, { bold: true, color: inks.accent }),
      }),
    ],
  }
}

function listsIn(sheet: Sheet, frame: PageElement, box: Box): PageElement[] {
  const { basePt, gutterMm } = sheet
  const space = gutterMm * 1.1
  const facts = textHeight(sheet, box.width, box.height * 0.6, typeStyle(basePt))
  const needs = legendHeight(sheet, frame, box.width, box.height) + ptToMm(basePt) * 0.3
  // Without a text yet, the legend may still grow with the map.
  const legend = Math.max(hasText(sheet) ? Math.min(needs, box.height - facts - 2 * space) : box.height * 0.55, box.height * 0.12)
  const y = box.y + legend + space
  return [
    newElement('legend', 'legend', { ...box, height: legend }, sheet, { fit: 'box' }),
    ...(hasText(sheet) ? [rule(sheet, 'rule-2', { x: box.x, y: y - space / 2, width: box.width }, inks.hairline)] : []),
    factBox(sheet, { ...box, y, height: bottom(box) - y }),
  ]
}

function listsBeside(sheet: Sheet, box: Box): PageElement[] {
  const gap = sheet.gutterMm * 1.6
  const each = (box.width - gap) / 2
  return [
    newElement('legend', 'legend', { ...box, width: each }, sheet, { fit: 'box' }),
    factBox(sheet, { ...box, x: box.x + each + gap, width: each }),
  ]
}
