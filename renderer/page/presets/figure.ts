/** "Plain figure", for an article that has its own heading, and "Full bleed", a map to the edges with its furniture on plates. */
import type { FrameView, PageElement } from '../../../electron/contract/page.ts'
import { shrinkAt } from '../../document/geodesy/scale.ts'
import { bottom, middle, right } from '../boxes.ts'
import { lonOf, placeAt, viewOf } from '../mapView.ts'
import type { Box } from '../drawing.ts'
import { inks, newElement, noPanel, plate, typeStyle } from '../elements.ts'
import { asOfText } from '../furniture/asOf.ts'
import { lineHeight } from '../text/lines.ts'
import { ptToMm } from '../units.ts'
import { type Composition, hiddenFacts, type Sheet } from './preset.ts'

export function plainFigure(sheet: Sheet): Composition {
  const { width, height, gutterMm, basePt } = sheet
  const edge = gutterMm * 0.5
  const creditHeight = lineHeight(basePt * 0.76) * 2
  const map: Box = { x: edge, y: edge, width: width - 2 * edge, height: height - 2.6 * edge - creditHeight }
  const gap = gutterMm * 0.6
  const north = Math.min(map.width, map.height) * 0.075
  const half = map.width / 2 - 1.5 * gap
  return {
    background: inks.paper,
    elements: [
      newElement('mapFrame', 'map', map, sheet, { view: sheet.view, rotationDeg: sheet.content.rotationDeg ?? 0 }),
      newElement('legend', 'legend', { x: map.x + gap, y: map.y + map.height * 0.4, width: half, height: map.height * 0.6 - gap }, sheet, {
        fit: 'bottom-left',
        panel: plate(sheet),
      }),
      scaleBar(sheet, { x: right(map) - gap - half, y: bottom(map) - gap, width: half }),
      newElement('northArrow', 'north-arrow', { x: right(map) - gap - north, y: map.y + gap, width: north, height: north }, sheet),
      ...hiddenFacts(sheet, { x: map.x + gap, y: map.y + gap, width: map.width * 0.36, height: map.height * 0.38 }),
      newElement('credits', 'credits', { x: map.x, y: height - edge - creditHeight, width: map.width, height: creditHeight }, sheet),
    ],
  }
}

const scaleBarHeight = ({ basePt }: Sheet): number => ptToMm(basePt) * 6.5

/** Ends at `y`. */
function scaleBar(sheet: Sheet, { x, y, width }: Omit<Box, 'height'>): PageElement {
  const height = scaleBarHeight(sheet)
  const most = Math.min(width, sheet.width * (sheet.isWide ? 0.22 : 0.32))
  return newElement('scaleBar', 'scale-bar', { x: x + width - most, y: y - height, width: most, height }, sheet, {
    fit: 'bottom-right',
    panel: plate(sheet, 0.88),
  })
}

/** A box that is to be seen whole is not put under the title. @param free what no plate covers */
function viewBelow(sheet: Sheet, free: Box, map: Box): FrameView {
  if (sheet.view.kind === 'scale') return sheet.view
  const view = viewOf(sheet.view, sheet.content.rotationDeg ?? 0, free)
  const [lon, lat] = placeAt(view, free, middle(map))
  return { kind: 'scale', center: [lonOf(lon), lat], scale: (view.scale * shrinkAt(lat)) / shrinkAt(view.center[1]) }
}

export function fullBleed(sheet: Sheet): Composition {
  const { width, height, marginMm, gutterMm, basePt, isWide, content } = sheet
  const map: Box = { x: 0, y: 0, width, height }
  const edge = marginMm * 0.8
  const short = Math.min(width, height)
  const locator = short * 0.2
  const pad = gutterMm * 0.75
  const [titlePt, subtitlePt, stampPt] = [basePt * 2.1, basePt * 1.2, basePt * 1.02]
  const { document, measure } = content.context
  // As wide as the longest of its lines, within limits.
  const lengths = [
    measure(document.title, { weight: 600, italic: false }, titlePt),
    measure(document.subtitle, { weight: 400, italic: false }, subtitlePt),
    measure(asOfText(document.asOf, document.update), { weight: 600, italic: false }, stampPt),
  ]
  const room = width - 2 * edge - (locator * 1.25 + gutterMm)
  const inner = Math.min(room, isWide ? width * 0.56 : room, Math.max(short * 0.3, ...lengths) * 1.02 + 2 * pad) - 2 * pad
  const hasSubtitle = document.subtitle.trim() !== ''
  const [titleHeight, subtitleHeight, stampHeight] = [
    lineHeight(titlePt) * 1.02,
    hasSubtitle ? lineHeight(subtitlePt) * 1.05 : 0,
    lineHeight(stampPt) * 1.05,
  ]
  const gap = gutterMm * 0.25
  const plateBox: Box = { x: edge, y: edge, width: inner + 2 * pad, height: titleHeight + subtitleHeight + stampHeight + gap + 2 * pad }
  const at = (y: number, boxHeight: number): Box => ({ x: edge + pad, y: edge + pad + y, width: inner, height: boxHeight })
  const north = short * 0.07
  const creditHeight = lineHeight(basePt * 0.7) * 2 + gutterMm * 0.5
  const foot = height - edge - creditHeight - gutterMm * 0.4
  const half = width / 2 - edge - gutterMm / 2
  return {
    background: inks.paper,
    elements: [
      newElement('mapFrame', 'map', map, sheet, {
        view: viewBelow(
          sheet,
          { ...map, y: bottom(plateBox) - edge * 0.5, height: foot - scaleBarHeight(sheet) * 0.45 - bottom(plateBox) },
          map,
        ),
        rotationDeg: sheet.content.rotationDeg ?? 0,
        panel: noPanel,
      }),
      newElement('rectangle', 'plate', plateBox, sheet, { name: 'Title plate', panel: plate(sheet, 0.94) }),
      newElement('title', 'title', at(0, titleHeight), sheet, { style: typeStyle(titlePt, { bold: true }) }),
      ...(hasSubtitle
        ? [
            newElement('subtitle', 'subtitle', at(titleHeight, subtitleHeight), sheet, {
              style: typeStyle(subtitlePt, { color: inks.muted }),
            }),
          ]
        : []),
      newElement('asOf', 'as-of', at(titleHeight + subtitleHeight + gap, stampHeight), sheet, {
        style: typeStyle(stampPt, { bold: true, color: inks.accent }),
      }),
      newElement('inset', 'locator', { x: width - edge - locator * 1.25, y: edge, width: locator * 1.25, height: locator }, sheet),
      ...hiddenFacts(sheet, {
        x: edge,
        y: bottom(plateBox) + gutterMm,
        width: width * 0.34,
        height: height * 0.42 - bottom(plateBox) - gutterMm,
      }),
      newElement(
        'northArrow',
        'north-arrow',
        { x: width - edge - north, y: edge + locator + gutterMm * 0.6, width: north, height: north },
        sheet,
      ),
      newElement('legend', 'legend', { x: edge, y: height * 0.45, width: half, height: height - edge - height * 0.45 }, sheet, {
        fit: 'bottom-left',
        panel: plate(sheet),
      }),
      scaleBar(sheet, { x: width - edge - half, y: foot, width: half }),
      newElement(
        'credits',
        'credits',
        { x: width - edge - half, y: height - edge - creditHeight, width: half, height: creditHeight },
        sheet,
        {
          fit: 'bottom-right',
          panel: { ...plate(sheet, 0.8), stroke: null, strokeWidthMm: 0, paddingMm: gutterMm * 0.25 },
          style: typeStyle(basePt * 0.7, { color: inks.muted }),
        },
      ),
    ],
  }
}
