/** The fact box: headings, bullets and paragraphs in a column. */
import type { TextElement, TextStyle } from '../../../electron/contract/page.ts'
import { inCorner, inside } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import { type Mark, solid } from '../drawing.ts'
import { directionOf } from '../text/direction.ts'
import { baselineIn, drawLines, lineHeight } from '../text/lines.ts'
import { type Paragraph, parseMarkup } from '../text/markup.ts'
import { type Line, type Type, wrap } from '../text/wrap.ts'
import { ptToMm } from '../units.ts'

const headingScale = 1.2
/** Tried one after the other, before the text is cut. */
const scales = [1, 0.95, 0.9, 0.85, 0.8]
type Set = Paragraph & { lines: readonly Line[]; y: number; type: Type; direction: 'ltr' | 'rtl'; indent: number }

export function drawTextBlock(element: TextElement, { context, haloOf }: Desk): Drawn {
  const paragraphs = parseMarkup(element.text)
  if (paragraphs.length === 0) return { marks: [], box: null }
  const room = inside(element.box, element.panel)
  const attempts = scales.map(
    (scale) => () => setParagraphs(paragraphs, element.style, element.style.sizePt * scale, room, context.measure),
  )
  const { sets, height, cut, sizePt } = firstUncut(attempts)
  const padding = element.panel.paddingMm
  const widest = Math.max(0, ...sets.flatMap(({ lines, indent }) => lines.map(({ widthMm }) => widthMm + indent)))
  const outer = element.fit === 'box' ? element.box : inCorner(element.box, element.fit, widest + 2 * padding + 0.02, height + 2 * padding)
  const content = inside(outer, element.panel)
  const halo = haloOf(element, element.style.color, element.style.sizePt)
  const marks = sets.flatMap((set): Mark[] => {
    const isLeft = set.direction === 'ltr'
    const box = { x: content.x + (isLeft ? set.indent : 0), y: content.y + set.y, width: content.width - set.indent, height: 0 }
    const style = { ...element.style, ...(set.kind === 'heading' ? { color: element.headingColor } : {}) }
    const lines = drawLines(set.lines, box, style, set.type, halo, set.direction)
    return set.kind === 'bullet' && set.lines.length > 0 ? [bullet(set, box, element.style.color, sizePt), ...lines] : lines
  })
  if (!cut) return { marks, box: outer }
  return {
    marks,
    box: outer,
    notPlaced: [{ element: element.id, what: element.text.slice(0, 200), sentence: 'The text is too long for its box and was cut.' }],
  }
}

function bullet(set: Set, box: { x: number; y: number; width: number }, color: string, sizePt: number): Mark {
  const letter = ptToMm(sizePt)
  const x = set.direction === 'ltr' ? box.x - set.indent + letter * 0.28 : box.x + box.width + set.indent - letter * 0.28
  const y = baselineIn(box.y, sizePt) - letter * 0.3
  return { kind: 'circle', center: [x, y], radius: letter * 0.13, fill: solid(color), stroke: null }
}

type Column = { sets: Set[]; height: number; cut: boolean; sizePt: number }

function firstUncut(attempts: readonly (() => Column)[]): Column {
  let column: Column = { sets: [], height: 0, cut: true, sizePt: 1 }
  for (const attempt of attempts) {
    column = attempt()
    if (!column.cut) break
  }
  return column
}

function setParagraphs(
  paragraphs: readonly Paragraph[],
  style: TextStyle,
  basePt: number,
  room: { width: number; height: number },
  measure: Type['measure'],
): Column {
  const sets: Set[] = []
  let y = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    const isHeading = paragraph.kind === 'heading'
    const sizePt = basePt * (isHeading ? headingScale : 1)
    const type: Type = { sizePt, italic: style.italic, bold: style.bold || isHeading, measure }
    const indent = paragraph.kind === 'bullet' ? Math.min(room.width / 3, ptToMm(basePt) * 0.95) : 0
    if (index > 0) y += gapBefore(paragraph, paragraphs[index - 1]) * lineHeight(basePt)
    const maxLines = Math.floor((room.height - y) / lineHeight(sizePt) + 0.001)
    const { lines, cut } = wrap(paragraph.pieces, room.width - indent, maxLines, type)
    const direction = directionOf(paragraph.pieces.map(({ text }) => text).join(' '))
    sets.push({ ...paragraph, lines, y, type, direction, indent })
    y += lines.length * lineHeight(sizePt)
    if (cut) return { sets, height: Math.min(room.height, y), cut: true, sizePt: basePt }
  }
  return { sets, height: y, cut: false, sizePt: basePt }
}

/** In lines. */
function gapBefore({ kind, apart }: Paragraph, before: Paragraph | undefined): number {
  if (kind === 'heading') return 0.7
  if (before?.kind === 'heading') return 0.15
  return apart ? 0.5 : 0.22
}
