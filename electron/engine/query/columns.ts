/**
 * The columns of the layers that are open. They are read when they are first asked for, and kept within a budget of memory for all layers together: those
 * that were not asked for the longest go first. A layer that is closed takes its columns with it.
 */
import type { OpenLayer } from '../sources.ts'
import type { LayerStore } from '../store/layerStore.ts'
import type { Column } from './column.ts'
import { readColumns } from './readColumns.ts'
import { SharedWork, type WorkOptions } from './sharedWork.ts'

/** A column of numbers of a million features takes 9 MB, one of a million different names of 20 letters 30 MB. */
const budgetBytes = 256 << 20

type LayerColumns = { known: Map<string, Column>; reading: Map<string, SharedWork<Map<string, Column>>> }

const byLayer = new WeakMap<LayerStore, LayerColumns>()
/** The most recently used one last. */
let recent: { known: WeakRef<Map<string, Column>>; field: string; byteLength: number }[] = []

/** A field that the file does not have is a column without values. @returns by field. @throws RefusalError, CancelledError */
export async function columnsFor(open: OpenLayer, fields: readonly string[], options: WorkOptions): Promise<Map<string, Column>> {
  const { store } = open.layer
  const columns = byLayer.get(store) ?? { known: new Map(), reading: new Map() }
  byLayer.set(store, columns)
  const isOnItsWay = (field: string): boolean => columns.reading.get(field)?.isGivenUp === false
  const missing = fields.filter((field) => !columns.known.has(field) && !isOnItsWay(field))
  if (missing.length > 0) read(open, columns, missing)
  const known = new Map(fields.flatMap((field) => pairWith(field, columns.known.get(field))))
  const works = new Set(fields.flatMap((field) => (known.has(field) ? [] : (columns.reading.get(field) ?? []))))
  for (const found of await Promise.all([...works].map((work) => work.wait(options)))) {
    for (const [field, column] of found) if (fields.includes(field)) known.set(field, column)
  }
  for (const [field, column] of known) keep(columns.known, field, column)
  return known
}

export async function columnFor(open: OpenLayer, field: string, options: WorkOptions): Promise<Column> {
  return (await columnsFor(open, [field], options)).get(field) as Column
}

const pairWith = <T>(field: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[field, value]])

function read(open: OpenLayer, { known, reading }: LayerColumns, fields: readonly string[]): void {
  const work = new SharedWork(async (options) => {
    try {
      const columns = await readColumns(open, fields, options)
      for (const [field, column] of columns) known.set(field, column)
      return columns
    } finally {
      for (const field of fields) if (reading.get(field) === work) reading.delete(field)
    }
  })
  for (const field of fields) reading.set(field, work)
}

/** Notes that a column was used, and lets go of others until all fit in the budget; one that is larger than that is kept alone. */
function keep(known: Map<string, Column>, field: string, column: Column): void {
  known.set(field, column)
  const { byteLength } = column
  recent = recent.filter((one) => one.known.deref() !== undefined && (one.known.deref() !== known || one.field !== field))
  recent.push({ known: new WeakRef(known), field, byteLength })
  let sum = recent.reduce((bytes, one) => bytes + one.byteLength, 0)
  while (sum > budgetBytes && recent.length > 1) {
    const oldest = recent.shift()
    oldest?.known.deref()?.delete(oldest.field)
    sum -= oldest?.byteLength ?? 0
  }
}
