/** Which columns a table has, in what order and how wide: the fields of the file, and what the user made of them. Pure. */
import type { FeatureRecord, LayerField } from '../../../electron/contract/layer.ts'
import type { TableLayout } from '../../../electron/contract/document.ts'

export type Column = { field: LayerField; widthPx: number; isNumeric: boolean }

export const minWidthPx = 48
export const maxWidthPx = 1_200
/** No column is made wider than this by what stands in it. */
const maxFittedPx = 320

export const plainLayout: TableLayout = { order: [], hidden: [], widthsPx: {} }

/** @param fitted widths of columns that the user gave none */
export function columnsOf(fields: readonly LayerField[], layout: TableLayout, fitted: Readonly<Record<string, number>>): Column[] {
  const hidden = new Set(layout.hidden)
  return orderedFields(fields, layout)
    .filter(({ name }) => !hidden.has(name))
    .map((field) => ({
      field,
      widthPx: layout.widthsPx[field.name] ?? fitted[field.name] ?? 140,
      isNumeric: field.type === 'number' || field.type === 'integer',
    }))
}

/** All fields: those that were put somewhere in that order, each other one behind the field that it follows in the file. */
export function orderedFields(fields: readonly LayerField[], { order }: TableLayout): LayerField[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const ordered = order.flatMap((name) => byName.get(name) ?? [])
  const placed = new Set(ordered)
  for (const [index, field] of fields.entries()) {
    if (placed.has(field)) continue
    const before = index === 0 ? undefined : fields[index - 1]
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, field)
    placed.add(field)
  }
  return ordered
}

/** @param to its place among the columns that are shown, counted after it was taken out */
export function moved(fields: readonly LayerField[], layout: TableLayout, name: string, to: number): TableLayout {
  const hidden = new Set(layout.hidden)
  const rest = orderedFields(fields, layout).filter((field) => field.name !== name)
  const shown = rest.filter((field) => !hidden.has(field.name))
  const follower = shown[Math.max(0, to)]
  const at = follower === undefined ? rest.length : rest.indexOf(follower)
  return { ...layout, order: rest.map((field) => field.name).toSpliced(at, 0, name) }
}

export function hiding(layout: TableLayout, name: string, isHidden: boolean): TableLayout {
  const others = layout.hidden.filter((one) => one !== name)
  return { ...layout, hidden: isHidden ? [...others, name] : others }
}

export function resized(layout: TableLayout, name: string, widthPx: number): TableLayout {
  return { ...layout, widthsPx: { ...layout.widthsPx, [name]: Math.round(Math.min(maxWidthPx, Math.max(minWidthPx, widthPx))) } }
}

/** The sign of the order, and the button of the menu. */
const headExtraPx = 62
const cellExtraPx = 26
/** The rows that are looked at are the first ones; others have some letters more. */
const slack = 1.12

/** Widths in which the names of the fields and most of their values find room. @param measure width of a text in pixels */
export function fittedWidths(
  fields: readonly LayerField[],
  records: readonly FeatureRecord[],
  measure: (text: string) => number,
): Record<string, number> {
  const widest = new Map(fields.map(({ name }) => [name, measure(name.slice(0, 60)) + headExtraPx]))
  for (const { attributes } of records) {
    for (const { name, text } of attributes) {
      const known = widest.get(name)
      if (known !== undefined && known < maxFittedPx) widest.set(name, Math.max(known, measure(text.slice(0, 60)) * slack + cellExtraPx))
    }
  }
  return Object.fromEntries([...widest].map(([name, px]) => [name, Math.round(Math.min(maxFittedPx, Math.max(72, px)))]))
}

export type ColumnWindow = {
  first: number
  /** After the last. */
  end: number
  /** Of the first one's left edge from that of the table. */
  leftPx: number
}

/** Left edges of the columns, and behind them the width of all. */
export function edgesOf(columns: readonly Column[]): number[] {
  const edges = [0]
  for (const { widthPx } of columns) edges.push((edges.at(-1) ?? 0) + widthPx)
  return edges
}

/** @param edges of `edgesOf` */
export function columnsInView(edges: readonly number[], scrollLeft: number, viewPx: number): ColumnWindow {
  const count = edges.length - 1
  let first = 0
  while (first < count - 1 && (edges[first + 1] ?? 0) <= scrollLeft) first += 1
  let end = first
  while (end < count && (edges[end] ?? 0) < scrollLeft + viewPx) end += 1
  return { first, end, leftPx: edges[first] ?? 0 }
}
