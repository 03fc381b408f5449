/** Puts the rows of a legend into columns of like height. A heading stays with what is under it. */

export type Row = {
  height: number
  /** White above it, unless it begins a column. */
  gap: number
  isHeading: boolean
}

export type Columns<T extends Row> = {
  columns: { row: T; y: number }[][]
  height: number
  /** Rows that have no room. */
  left: T[]
}

/** @param most height that there is */
export function intoColumns<T extends Row>(rows: readonly T[], count: number, most: number): Columns<T> {
  const units = unitsOf(rows)
  // The least height that holds all; found by halving, which is close enough after forty times.
  let [low, high] = [0, most]
  const all = fill(units, count, most)
  if (all.left.length > 0) return all
  for (let time = 0; time < 40; time += 1) {
    const half = (low + high) / 2
    if (fill(units, count, half).left.length === 0) high = half
    else low = half
  }
  return fill(units, count, high)
}

/** A heading with the row that follows it, or a row. */
function unitsOf<T extends Row>(rows: readonly T[]): T[][] {
  const units: T[][] = []
  for (const row of rows) {
    const last = units.at(-1)
    if (last !== undefined && last.every(({ isHeading }) => isHeading)) last.push(row)
    else units.push([row])
  }
  return units
}

const slack = 1e-6

function fill<T extends Row>(units: readonly T[][], count: number, height: number): Columns<T> {
  const columns: { row: T; y: number }[][] = [[]]
  const left: T[] = []
  let y = 0
  let tallest = 0
  for (const unit of units) {
    if (left.length > 0) {
      left.push(...unit)
      continue
    }
    const needed = (start: boolean): number => unit.reduce((sum, row, at) => sum + row.height + (start && at === 0 ? 0 : row.gap), 0)
    const column = columns.at(-1) ?? []
    const begins = column.length === 0
    if (!begins && y + needed(false) > height + slack) {
      if (columns.length === count) {
        left.push(...unit)
        continue
      }
      columns.push([])
      y = 0
    }
    const isStart = columns.at(-1)?.length === 0
    if (y + needed(isStart) > height + slack) {
      left.push(...unit)
      continue
    }
    for (const [at, row] of unit.entries()) {
      y += isStart && at === 0 ? 0 : row.gap
      columns.at(-1)?.push({ row, y })
      y += row.height
    }
    tallest = Math.max(tallest, y)
  }
  return { columns, height: tallest, left }
}
