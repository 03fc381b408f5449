/** What an element stands on. */
import type { PagePanel } from '../../../electron/contract/page.ts'
import { inset } from '../boxes.ts'
import { type Box, line, type Rect, solid } from '../drawing.ts'

/** The line runs inside the box, so that the box is what is covered. */
export function drawPanel(panel: PagePanel, box: Box): Rect[] {
  const hasFill = panel.fill !== null && panel.fillOpacity > 0
  const hasStroke = panel.stroke !== null && panel.strokeWidthMm > 0
  const ground: Rect[] =
    hasFill && panel.fill !== null ? [{ kind: 'rect', box, fill: solid(panel.fill, panel.fillOpacity), stroke: null }] : []
  if (!hasStroke || panel.stroke === null) return ground
  const edge = inset(box, panel.strokeWidthMm / 2)
  return [...ground, { kind: 'rect', box: edge, fill: null, stroke: line(panel.stroke, panel.strokeWidthMm) }]
}

/** Only the line, for what is drawn over its ground. */
export const drawEdge = (panel: PagePanel, box: Box): Rect[] => drawPanel({ ...panel, fill: null }, box)
