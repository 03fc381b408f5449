/** The legend on the page. */
import type { LegendElement } from '../../../electron/contract/page.ts'
import { inCorner, inside } from '../boxes.ts'
import type { Desk, Drawn } from '../context.ts'
import type { Box, Mark, NotPlaced, Text } from '../drawing.ts'
import { frameFor, frameView } from '../mapView.ts'
import { directionOf } from '../text/direction.ts'
import { drawLines, type Halo, lineHeight } from '../text/lines.ts'
import { type Line, plainPiece, type Type, wrap } from '../text/wrap.ts'
import { ptToMm } from '../units.ts'
import { intoColumns, type Row } from './columns.ts'
import { changedItems, type LegendItem, legendItems } from './items.ts'
import { drawSwatch, enlarged, swatchHeight } from './swatch.ts'

type SetRow = Row & { item: LegendItem; lines: readonly Line[]; type: Type; count: string; natural: number }
/** Tried one after the other until everything has room. */
const scales = [1, 0.92, 0.85, 0.78]

export function drawLegend(element: LegendElement, desk: Desk): Drawn {
  const items = itemsOf(element, desk)
  const room = inside(element.box, element.panel)
  if (items.length === 0 || room.width < 1) return { marks: [], box: null }
  let set = setLegend(element, items, room, scales[0] ?? 1, desk)
  for (const scale of scales.slice(1)) {
    if (set.left.length === 0) break
    set = setLegend(element, items, room, scale, desk)
  }
  const padding = element.panel.paddingMm
  const outer = element.fit === 'box' ? element.box : inCorner(element.box, element.fit, set.width + 2 * padding, set.height + 2 * padding)
  const content = inside(outer, element.panel)
  const halo = desk.haloOf(element, element.itemStyle.color, element.itemStyle.sizePt)
  const left = set.left.filter(({ item }) => !item.isHeading)
  const notPlaced = left.map(({ item }): NotPlaced => ({
    element: element.id,
    what: item.label,
    sentence: `The legend has no room for “${item.label.slice(0, 80)}”.`,
  }))
  return { marks: set.draw(content, halo), box: outer, notPlaced }
}

/** The items of a legend, as it lists them. */
export function itemsOf(element: LegendElement, { page, context }: Pick<Desk, 'page' | 'context'>): LegendItem[] {
  const frame = frameFor(page, element.frame)
  const items = legendItems({
    document: context.document,
    facts: frame === null ? undefined : context.frames.get(frame.id),
    templates: context.templates,
    frame: frame === null ? null : { view: frameView(frame), box: frame.box },
  })
  const times = frame?.symbolScale ?? 1
  return withoutBareHeadings(changedItems(items, element.changes)).map((item) =>
    item.swatch === null ? item : { ...item, swatch: enlarged(item.swatch, times) },
  )
}

function withoutBareHeadings(items: readonly LegendItem[]): LegendItem[] {
  return items.filter((item, index) => !item.isHeading || !(items[index + 1]?.isHeading ?? true))
}

function setLegend(element: LegendElement, items: readonly LegendItem[], room: Box, scale: number, { context }: Desk) {
  const { measure } = context
  const letter = ptToMm(element.itemStyle.sizePt) * scale
  // A sample of a size is as large as it is, and the others stand in a column with it.
  const samples = items.flatMap(({ swatch }) => (swatch?.kind === 'layer' && swatch.toScale === true ? [swatchHeight(swatch)] : []))
  const swatchWidth = Math.max(letter * 2.3, ...samples)
  const swatchGap = letter * 0.75
  const columnGap = letter * 2
  const count = element.columns
  const columnWidth = (room.width - columnGap * (count - 1)) / count
  const typeOf = (style: LegendElement['itemStyle']): Type => ({
    sizePt: style.sizePt * scale,
    italic: style.italic,
    bold: style.bold,
    measure,
  })
  const title = element.title.trim() === '' ? null : wrap([plainPiece(element.title)], room.width, 2, typeOf(element.titleStyle))
  const titleHeight = title === null ? 0 : title.lines.length * lineHeight(element.titleStyle.sizePt * scale) + letter * 0.55
  const rows = items.map((item, index): SetRow => {
    const style = item.isHeading ? element.headingStyle : element.itemStyle
    const type = typeOf(style)
    const beside = item.swatch === null ? 0 : swatchWidth + swatchGap
    const counted = element.counts && item.count !== null && !item.isHeading ? `\u2002${numbers.format(item.count)}` : ''
    const countWidth = counted === '' ? 0 : measure(counted, { weight: 400, italic: type.italic }, type.sizePt)
    const { lines } = wrap([plainPiece(item.label.trim() === '' ? '—' : item.label)], columnWidth - beside - countWidth, 3, type)
    const textHeight = lines.length * lineHeight(type.sizePt)
    const height = Math.max(textHeight, item.swatch === null ? 0 : Math.min(swatchWidth, swatchHeight(item.swatch)) + letter * 0.15)
    // What follows the classes of a layer and is none of them stands as far off as a heading.
    const isApart = item.isHeading || (!item.isUnder && (items[index - 1]?.isUnder ?? false))
    const natural = beside + countWidth + Math.max(0, ...lines.map(({ widthMm }) => widthMm))
    return {
      item,
      lines,
      type,
      height,
      gap: isApart ? letter * 0.8 : letter * 0.25,
      isHeading: item.isHeading,
      count: counted,
      natural,
    }
  })
  const { columns, height, left } = intoColumns(rows, count, Math.max(0, room.height - titleHeight))
  const widest = Math.max(0, ...columns.flatMap((column) => column.map(({ row }) => row.natural)))
  const titleWidth = Math.max(0, ...(title?.lines ?? []).map(({ widthMm }) => widthMm))
  const width = Math.max(titleWidth, widest * columns.length + columnGap * (columns.length - 1)) + 0.02
  const draw = (content: Box, halo: Halo): Mark[] => {
    const across = (content.width - columnGap * (columns.length - 1)) / columns.length
    const marks: Mark[] = title === null ? [] : drawLines(title.lines, content, element.titleStyle, typeOf(element.titleStyle), halo)
    for (const [index, column] of columns.entries()) {
      const x = content.x + index * (across + columnGap)
      for (const { row, y } of column)
        marks.push(...drawRow(row, { x, y: content.y + titleHeight + y, width: across, height: row.height }, halo))
    }
    return marks
  }
  const drawRow = (row: SetRow, box: Box, halo: Halo): Mark[] => {
    const { item, type } = row
    const style = item.isHeading ? element.headingStyle : element.itemStyle
    const isLeft = directionOf(item.label) === 'ltr'
    const beside = item.swatch === null ? 0 : swatchWidth + swatchGap
    const textHeight = row.lines.length * lineHeight(type.sizePt)
    const textBox = {
      x: isLeft ? box.x + beside : box.x,
      y: box.y + (box.height - textHeight) / 2,
      width: box.width - beside,
      height: textHeight,
    }
    const firstLine = row.lines.length > 1 ? lineHeight(type.sizePt) : box.height
    const swatchBox = { x: isLeft ? box.x : box.x + box.width - swatchWidth, y: box.y, width: swatchWidth, height: firstLine }
    const patch = {
      ...swatchBox,
      y: swatchBox.y + (firstLine - Math.min(firstLine, letter * 1.15)) / 2,
      height: Math.min(firstLine, letter * 1.15),
    }
    const isMark = item.swatch !== null && swatchHeight(item.swatch) > 0
    const texts = drawLines(row.lines, textBox, { ...style, align: 'start' }, type, halo)
    return [
      ...(item.swatch === null ? [] : drawSwatch(item.swatch, isMark ? swatchBox : patch, swatchWidth)),
      ...texts,
      ...countMark(row, texts, isLeft),
    ]
  }
  return { left, width, height: height + titleHeight, draw }
}

/** After the last line, paler. */
function countMark({ count, type, lines }: SetRow, texts: readonly Text[], isLeft: boolean): Text[] {
  const last = texts.at(-1)
  const width = lines.at(-1)?.widthMm ?? 0
  if (count === '' || last === undefined) return []
  const x = last.at[0] + (isLeft ? width : -width)
  const font = { weight: 400, italic: type.italic } as const
  return [{ ...last, text: count, at: [x, last.at[1]], font, color: '#767676', widthMm: type.measure(count, font, type.sizePt) }]
}

const numbers = new Intl.NumberFormat('en-US')
