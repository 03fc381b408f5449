/** Which features of a layer a filter lets through. */
import { basename } from 'node:path'
import {
  type Checked,
  type Columns,
  evaluator,
  fieldsOf,
  isTrue,
  problemSentence,
  readFilter,
  type Truth,
  type ValueTest,
} from '../../contract/expression/index.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { OpenLayer } from '../sources.ts'
import { type LayerStore, skipped } from '../store/layerStore.ts'
import { type Column, json, text } from './column.ts'
import { columnsFor } from './columns.ts'
import { Mask } from './mask.ts'
import { Pauses } from './pause.ts'
import { KeptWork, type WorkOptions } from './sharedWork.ts'

/** A mask of a million features is 125 KB. */
const maxKept = 16

const masks = new WeakMap<LayerStore, KeptWork<Mask>>()

/**
 * @param filter '' lets all through
 * @returns null when it lets all through; features that were skipped when the file was read are in no mask
 * @throws RefusalError with a sentence and the place of what cannot be understood, CancelledError
 */
export async function maskOf(open: OpenLayer, filter: string, options: WorkOptions): Promise<Mask | null> {
  if (filter.trim() === '') return null
  const { store } = open.layer
  const reading = readFilter(filter, open.layer.fields)
  if (!reading.ok) {
    throw new RefusalError({
      message: problemSentence(reading.problem),
      advice: 'Change the filter, or take it away.',
      file: basename(open.path),
    })
  }
  const kept = masks.get(store) ?? new KeptWork<Mask>(maxKept)
  masks.set(store, kept)
  return kept.get(filter.trim(), (work) => evaluate(open, reading.filter, work), options)
}

async function evaluate(open: OpenLayer, filter: Checked, options: WorkOptions): Promise<Mask> {
  const { store } = open.layer
  const columns = await columnsFor(open, fieldsOf(filter), options)
  const truthOf = evaluator(filter, testsOver(columns))
  const mask = new Mask(store.featureCount)
  const pauses = new Pauses(options.signal)
  for (let feature = 0; feature < store.featureCount; feature++) {
    if ((feature & 0x3ff) === 0 && pauses.isDue) await pauses.take()
    if (store.kinds[feature] !== skipped && truthOf(feature) === isTrue) mask.add(feature)
  }
  return mask
}

function testsOver(columns: ReadonlyMap<string, Column>): Columns<number> {
  const columnOf = (field: string): Column => columns.get(field) as Column
  return {
    test: (field, test) => columnTest(columnOf(field), test),
    pair: (left, right, test) => {
      const [a, b] = [columnOf(left), columnOf(right)]
      return (feature) => test(a.valueAt(feature), b.valueAt(feature))
    },
  }
}

/** A text that comes again and again is put to a test once. */
function columnTest(column: Column, test: ValueTest): (feature: number) => Truth {
  const { kinds, codes, texts } = column
  if (codes === null) return (feature) => test(column.valueAt(feature))
  /** Its truth and 1; 0 where it is not known yet. */
  const known = new Uint8Array(texts.count)
  return (feature) => {
    const kind = kinds[feature]
    if (kind !== text && kind !== json) return test(column.valueAt(feature))
    const code = codes[feature] as number
    const before = known[code] as number
    if (before !== 0) return (before - 1) as Truth
    const truth = test(texts.text(code))
    known[code] = truth + 1
    return truth
  }
}
