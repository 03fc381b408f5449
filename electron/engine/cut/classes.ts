/** Which class each feature of a layer belongs to, by the value of a field: one byte a feature, worked out once for a field and its values. */
import type { CutClasses } from '../../contract/cut.ts'
import type { CategoryValue } from '../../contract/document.ts'
import { CancelledError } from '../../contract/refusal.ts'
import { propertiesOf } from '../answer/properties.ts'
import { type FieldName, valueIn } from '../answer/values.ts'
import type { OpenLayer } from '../sources.ts'
import { isDrawn, type LayerStore } from '../store/layerStore.ts'

type Column = { classes: Promise<Uint8Array>; /** Cuts that wait for it. */ waiting: number; ended: boolean; abort: AbortController }

/** Styles that a user goes back and forth between; a column of a million features is a megabyte. */
const maxKept = 4

const kept = new WeakMap<LayerStore, Map<string, Column>>()

/**
 * @returns for each row of the layer an index into `values`, or `values.length` for all other values
 * @throws RefusalError, CancelledError
 */
export async function classesOf(open: OpenLayer, wanted: NonNullable<CutClasses>, signal: AbortSignal): Promise<Uint8Array> {
  const { store } = open.layer
  const columns = kept.get(store) ?? new Map<string, Column>()
  kept.set(store, columns)
  const key = JSON.stringify([wanted.field, wanted.values])
  const column = columns.get(key) ?? begin(open, wanted, columns, key)
  // The last one asked for is the last one to go.
  columns.delete(key)
  columns.set(key, column)
  for (const [other, { waiting, ended, abort }] of columns) {
    if (other === key || waiting > 0) continue
    // A style that was changed before anything was painted with it.
    if (!ended) abort.abort()
    if (!ended || columns.size > maxKept) columns.delete(other)
  }
  column.waiting += 1
  try {
    return await Promise.race([column.classes, cancelled(signal)])
  } finally {
    column.waiting -= 1
  }
}

function begin(open: OpenLayer, wanted: NonNullable<CutClasses>, columns: Map<string, Column>, key: string): Column {
  const abort = new AbortController()
  const column: Column = { classes: scan(open, wanted, abort.signal), waiting: 0, ended: false, abort }
  column.classes.then(
    () => (column.ended = true),
    // What failed is tried again by the next cut.
    () => columns.get(key) === column && columns.delete(key),
  )
  return column
}

async function scan(open: OpenLayer, { field, values }: NonNullable<CutClasses>, signal: AbortSignal): Promise<Uint8Array> {
  const { store } = open.layer
  const name: FieldName = { text: field, bytes: new TextEncoder().encode(field) }
  const classOf = new Map<CategoryValue, number>(values.map((value, index) => [value, index]))
  const classes = new Uint8Array(store.featureCount)
  const reader = await open.bytes.reader()
  try {
    for (let feature = 0; feature < store.featureCount; feature++) {
      if ((feature & 0x7ff) === 0) {
        await new Promise(setImmediate)
        if (signal.aborted) throw new CancelledError()
      }
      if (!isDrawn(store.kinds[feature] as number)) continue
      const reading = propertiesOf(store, feature, reader)
      const properties = reading instanceof Promise ? await reading : reading
      classes[feature] = classOf.get(properties === null ? null : valueIn(properties, name)) ?? values.length
    }
  } finally {
    await reader.close()
  }
  return classes
}

function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new CancelledError())
    signal.addEventListener('abort', () => reject(new CancelledError()), { once: true })
  })
}
