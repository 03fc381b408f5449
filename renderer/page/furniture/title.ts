/** Title, subtitle and as-of stamp: one text, as large as its box allows. */
import type { AsOfElement, SubtitleElement, TitleElement } from '../../../electron/contract/page.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import { inside } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { fitText } from '../text/fit.ts'
import { drawLines, lineHeight } from '../text/lines.ts'
import { plainPiece } from '../text/wrap.ts'
import { asOfText } from './asOf.ts'

type Heading = TitleElement | SubtitleElement | AsOfElement

export function drawTitle(element: Heading, { context, haloOf }: Desk): Drawn {
  const text = textOf(element, context.document).trim()
  if (text === '') return { marks: [], box: null }
  const box = inside(element.box, element.panel)
  const { sizePt, italic, bold } = element.style
  const fitted = fitText([plainPiece(text)], box, { sizePt, italic, bold, measure: context.measure }, element.minSizePt)
  const height = fitted.lines.length * lineHeight(fitted.type.sizePt)
  const free = Math.max(0, box.height - height)
  const y = box.y + (element.valign === 'top' ? 0 : element.valign === 'middle' ? free / 2 : free)
  const halo = haloOf(element, element.style.color, fitted.type.sizePt)
  const marks = drawLines(fitted.lines, { ...box, y }, element.style, fitted.type, halo)
  if (!fitted.cut) return { marks }
  return {
    marks,
    notPlaced: [
      { element: element.id, what: text.slice(0, 200), sentence: `The ${words[element.type]} is too long for its box and was cut.` },
    ],
  }
}

const words = { title: 'title', subtitle: 'subtitle', asOf: 'as-of stamp' }

function textOf(element: Heading, document: MapDocument): string {
  if (element.text !== null) return element.text
  if (element.type === 'title') return document.title
  if (element.type === 'subtitle') return document.subtitle
  return asOfText(document.asOf, element.showUpdate ? document.update : null)
}
