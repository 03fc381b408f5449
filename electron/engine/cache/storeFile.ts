/** A layer as a file of the cache: its arrays as they are in memory, its index, and what is said of it. */
import { findCrs } from '../crs/find.ts'
import { codeOf } from '../crs/name.ts'
import { indexBytes, restoreIndex } from '../cut/spatialIndex.ts'
import type { ReadLayer } from '../format.ts'
import type { LayerStore } from '../store/layerStore.ts'
import { ProblemList } from '../store/problemList.ts'
import { openSections, writeSections } from './sectionFile.ts'

/** Everything of a layer but its arrays. */
type Facts = Omit<ReadLayer, 'store' | 'crs' | 'problems'> & {
  crs: string
  problems: Pick<ProblemList, 'count' | 'skipped' | 'list'>
}

export type StoreDescription = {
  version: string
  facts: Facts
  /** State of the unpacked text that the layer's attributes are read from. */ text: string | null
}

const arrays = {
  xy: Int32Array,
  partEnds: Uint32Array,
  partKinds: Uint8Array,
  featureEnds: Uint32Array,
  kinds: Uint8Array,
  flags: Uint8Array,
  boxes: Int32Array,
  starts: Float64Array,
  ends: Float64Array,
  propertiesAt: Uint32Array,
  propertiesLength: Uint32Array,
} as const satisfies Partial<Record<keyof LayerStore, unknown>>

type ArrayName = keyof typeof arrays
const names = Object.keys(arrays) as ArrayName[]
const indexName = 'index'

/** Makes the layer's index, when there is none yet. @throws the file system's error */
export async function writeStore(path: string, layer: ReadLayer, version: string, text: string | null): Promise<void> {
  const { store, crs, problems, ...rest } = layer
  const { count, skipped, list } = problems
  const description: StoreDescription = { version, facts: { ...rest, crs: crs.code, problems: { count, skipped, list } }, text }
  await writeSections(path, description, [
    ...names.map((name) => ({ name, bytes: bytesOf(store[name]) })),
    { name: indexName, bytes: indexBytes(store) },
  ])
}

/** What a file holds, without its arrays. Null when there is none, or it is damaged. */
export async function describeStore(path: string): Promise<StoreDescription | null> {
  const file = await openSections<StoreDescription>(path)
  await file?.close()
  return file?.description ?? null
}

/** @returns null when there is none, or it is not the wanted one, or damaged */
export async function readStore(path: string, version: string, contentKey: string): Promise<ReadLayer | null> {
  const file = await openSections<StoreDescription>(path)
  if (file === null) return null
  try {
    if (file.description.version !== version || file.description.facts.contentKey !== contentKey) return null
    const { crs, problems, ...facts } = file.description.facts
    const code = codeOf(crs)
    const known = code === null ? null : await findCrs(code)
    if (known === null) return null
    const read = async <N extends ArrayName>(name: N): Promise<InstanceType<(typeof arrays)[N]>> => {
      const { buffer } = await file.read(name)
      return new arrays[name](buffer) as InstanceType<(typeof arrays)[N]>
    }
    const store: LayerStore = withCounts({
      xy: await read('xy'),
      partEnds: await read('partEnds'),
      partKinds: await read('partKinds'),
      featureEnds: await read('featureEnds'),
      kinds: await read('kinds'),
      flags: await read('flags'),
      boxes: await read('boxes'),
      starts: await read('starts'),
      ends: await read('ends'),
      propertiesAt: await read('propertiesAt'),
      propertiesLength: await read('propertiesLength'),
    })
    restoreIndex(store, await file.read(indexName))
    return { ...facts, crs: known, store, problems: Object.assign(new ProblemList(), problems) }
  } catch {
    return null
  } finally {
    await file.close()
  }
}

const withCounts = (columns: Pick<LayerStore, ArrayName>): LayerStore => ({
  ...columns,
  featureCount: columns.kinds.length,
  vertexCount: columns.xy.length / 2,
  partCount: columns.partKinds.length,
})

const bytesOf = ({ buffer, byteOffset, byteLength }: LayerStore[ArrayName]): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)
