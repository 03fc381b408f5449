/** What a style asks of every feature of a layer: which class it belongs to, how large it is. Worked out once for a field and what is asked of it. */
import { type CutClasses, type CutRequest, type CutSizes, classCount } from '../../contract/cut.ts'
import type { CategoryValue } from '../../contract/document.ts'
import { wholeShare } from '../../contract/pieces.ts'
import { rangeIndex } from '../../contract/ranges.ts'
import { shareOf } from '../../contract/sizes.ts'
import { type Column, json, text } from '../query/column.ts'
import { columnFor } from '../query/columns.ts'
import { Pauses } from '../query/pause.ts'
import { KeptWork, type WorkOptions } from '../query/sharedWork.ts'
import type { OpenLayer } from '../sources.ts'
import { isDrawn, type LayerStore } from '../store/layerStore.ts'

/** By the features' index in the file. Null where all are alike. */
export type Looks = {
  /** The number of values or ranges for what is in none. */
  classes: Uint8Array | null
  /** From 0 to `wholeShare`. */
  shares: Uint16Array | null
}

/** Classes take a byte a feature, shares two. */
type Numbers = Uint8Array | Uint16Array

/** Styles that a user goes back and forth between; for a million features they are a megabyte or two. */
const maxKept = 6

const kept = new WeakMap<LayerStore, KeptWork<Numbers>>()

/** @throws RefusalError, CancelledError */
export async function looksOf(
  open: OpenLayer,
  { classes, sizes }: Pick<CutRequest, 'classes' | 'sizes'>,
  signal: AbortSignal,
): Promise<Looks> {
  const [classNumbers, shares] = await Promise.all([
    classes === null ? null : classesOf(open, classes, signal),
    sizes === null || sizes === undefined ? null : sharesOf(open, sizes, signal),
  ])
  return { classes: classNumbers, shares }
}

async function classesOf(open: OpenLayer, wanted: CutClasses, signal: AbortSignal): Promise<Uint8Array> {
  const none = classCount(wanted)
  const indexOf = indexer(wanted)
  const numbers = await once(open, `classes ${JSON.stringify(wanted)}`, signal, (options) =>
    fill(open, wanted.field, new Uint8Array(open.layer.store.featureCount), (value) => indexOf(value) ?? none, options),
  )
  return numbers as Uint8Array
}

async function sharesOf(open: OpenLayer, wanted: CutSizes, signal: AbortSignal): Promise<Uint16Array> {
  const share = (value: unknown): number => Math.round(shareOf(value, wanted) * wholeShare)
  const numbers = await once(open, `sizes ${JSON.stringify(wanted)}`, signal, (options) =>
    fill(open, wanted.field, new Uint16Array(open.layer.store.featureCount), share, options),
  )
  return numbers as Uint16Array
}

function indexer(wanted: CutClasses): (value: CategoryValue) => number | undefined {
  if ('ranges' in wanted) return (value) => rangeIndex(wanted.ranges, value)
  const indices = new Map<CategoryValue, number>(wanted.values.map((value, index) => [value, index]))
  return (value) => indices.get(value)
}

function once(
  { layer: { store } }: OpenLayer,
  key: string,
  signal: AbortSignal,
  make: (options: WorkOptions) => Promise<Numbers>,
): Promise<Numbers> {
  const works = kept.get(store) ?? new KeptWork<Numbers>(maxKept)
  kept.set(store, works)
  return works.get(key, make, { signal, onProgress: () => undefined })
}

async function fill<T extends Numbers>(
  open: OpenLayer,
  field: string,
  numbers: T,
  numberOf: (value: CategoryValue) => number,
  options: WorkOptions,
): Promise<T> {
  const { kinds, featureCount } = open.layer.store
  const valueNumber = byCode(await columnFor(open, field, options), numberOf)
  const pauses = new Pauses(options.signal)
  for (let feature = 0; feature < featureCount; feature++) {
    if ((feature & 0xfff) === 0 && pauses.isDue) await pauses.take()
    if (isDrawn(kinds[feature] as number)) numbers[feature] = valueNumber(feature)
  }
  return numbers
}

/** Each text is looked at once, however many features have it. */
function byCode(column: Column, numberOf: (value: CategoryValue) => number): (feature: number) => number {
  const { kinds, codes } = column
  const known = new Map<number, number>()
  return (feature) => {
    const kind = kinds[feature]
    if (codes === null || (kind !== text && kind !== json)) return numberOf(column.valueAt(feature))
    const code = codes[feature] as number
    const found = known.get(code) ?? numberOf(column.valueAt(feature))
    known.set(code, found)
    return found
  }
}
