/** The line of sources. */
import type { CreditsElement } from '../../../electron/contract/page.ts'
import { inCorner, inside } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { creditsOf } from '../credits.ts'
import { fitText } from '../text/fit.ts'
import { drawLines, lineHeight } from '../text/lines.ts'
import { type Piece, plainPiece } from '../text/wrap.ts'

const smallest = 0.75

export function drawCredits(element: CreditsElement, { page, context, haloOf }: Desk): Drawn {
  const credits = creditsOf(page, element.frame, context)
  const parts: Piece[] = credits.map(({ text, url }) => ({ ...plainPiece(withoutStop(text)), link: url }))
  if (element.more.trim() !== '') parts.push(plainPiece(withoutStop(element.more)))
  if (parts.length === 0) return { marks: [], box: null }
  const pieces = [
    plainPiece(credits.length === 0 ? '' : element.lead),
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [plainPiece(' · '), part])),
  ]
  const room = inside(element.box, element.panel)
  const { sizePt, italic, bold } = element.style
  const fitted = fitText(pieces, room, { sizePt, italic, bold, measure: context.measure }, sizePt * smallest)
  const padding = element.panel.paddingMm
  const width = Math.max(0, ...fitted.lines.map(({ widthMm }) => widthMm)) + 0.02
  const height = fitted.lines.length * lineHeight(fitted.type.sizePt)
  const outer = element.fit === 'box' ? element.box : inCorner(element.box, element.fit, width + 2 * padding, height + 2 * padding)
  const halo = haloOf(element, element.style.color, fitted.type.sizePt)
  const marks = drawLines(fitted.lines, inside(outer, element.panel), element.style, fitted.type, halo)
  if (!fitted.cut) return { marks, box: outer }
  return {
    marks,
    box: outer,
    notPlaced: [{ element: element.id, what: 'credits', sentence: 'The credits are too long for their box and were cut.' }],
  }
}

const withoutStop = (text: string): string => text.trim().replace(/(?<!\.)\.$/u, '')
