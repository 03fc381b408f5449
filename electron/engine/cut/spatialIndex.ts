/** Which features are where: a packed R-tree over the boxes of a layer. Made when it is first wanted, and kept with the layer. */
import Flatbush from 'flatbush'
import { isDrawn, type LayerStore } from '../store/layerStore.ts'

/** West, south, east, north, in units (`store/mercator.ts`). */
export type UnitBox = readonly [west: number, south: number, east: number, north: number]

const indices = new WeakMap<LayerStore, Flatbush | null>()
const extents = new WeakMap<LayerStore, UnitBox>()

/** A view of more than this share of a layer is found faster by looking at every box, in the order in which they are wanted. */
const scanShare = 1 / 8

/**
 * Features whose box touches a box. Those that are not drawn are left out.
 *
 * @returns in the order of the file
 */
export function featuresIn(store: LayerStore, box: UnitBox): Uint32Array {
  return share(extentOf(store), box) > scanShare ? scan(store, box) : search(store, box)
}

/** Makes the index, when there is none yet: 0.3 s for a million features. */
export function indexOf(store: LayerStore): Flatbush | null {
  const known = indices.get(store)
  if (known !== undefined) return known
  const made = store.featureCount === 0 ? null : makeIndex(store)
  indices.set(store, made)
  return made
}

/** Bytes of the index, to be kept on disk beside the layer; `restoreIndex` takes them back. Empty for a layer without features. */
export function indexBytes(store: LayerStore): Uint8Array {
  const index = indexOf(store)
  return index === null ? new Uint8Array(0) : new Uint8Array(index.data)
}

/** @param bytes that `indexBytes` gave for the same layer @throws when they are something else */
export function restoreIndex(store: LayerStore, bytes: Uint8Array<ArrayBuffer>): void {
  if (store.featureCount === 0) return
  const index = Flatbush.from(
    bytes.byteOffset % 8 === 0 ? bytes.buffer : bytes.slice().buffer,
    bytes.byteOffset % 8 === 0 ? bytes.byteOffset : 0,
  )
  if (index.numItems !== store.featureCount) throw new Error('The index belongs to another layer.')
  indices.set(store, index)
}

function search(store: LayerStore, [west, south, east, north]: UnitBox): Uint32Array {
  const { kinds } = store
  const found = indexOf(store)?.search(west, south, east, north, (feature) => isDrawn(kinds[feature] as number)) ?? []
  return Uint32Array.from(found).toSorted()
}

function scan({ boxes, kinds, featureCount }: LayerStore, [west, south, east, north]: UnitBox): Uint32Array {
  const found = new Uint32Array(featureCount)
  let count = 0
  for (let feature = 0, at = 0; feature < featureCount; feature++, at += 4) {
    if (
      (boxes[at] as number) <= east &&
      (boxes[at + 2] as number) >= west &&
      (boxes[at + 1] as number) <= north &&
      (boxes[at + 3] as number) >= south &&
      isDrawn(kinds[feature] as number)
    ) {
      found[count++] = feature
    }
  }
  return found.subarray(0, count)
}

function makeIndex({ boxes, featureCount }: LayerStore): Flatbush {
  const index = new Flatbush(featureCount, 16, Int32Array)
  for (let at = 0; at < featureCount * 4; at += 4) {
    index.add(boxes[at] as number, boxes[at + 1] as number, boxes[at + 2], boxes[at + 3])
  }
  index.finish()
  return index
}

function extentOf(store: LayerStore): UnitBox {
  const known = extents.get(store)
  if (known !== undefined) return known
  const { boxes, kinds, featureCount } = store
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let feature = 0, at = 0; feature < featureCount; feature++, at += 4) {
    if (!isDrawn(kinds[feature] as number)) continue
    west = Math.min(west, boxes[at] as number)
    south = Math.min(south, boxes[at + 1] as number)
    east = Math.max(east, boxes[at + 2] as number)
    north = Math.max(north, boxes[at + 3] as number)
  }
  const extent = [west, south, east, north] as const
  extents.set(store, extent)
  return extent
}

/** Share of a layer's extent that a box covers. Layers along a line count by their length. */
function share([west, south, east, north]: UnitBox, box: UnitBox): number {
  const width = Math.max(0, Math.min(east, box[2]) - Math.max(west, box[0])) + 1
  const height = Math.max(0, Math.min(north, box[3]) - Math.max(south, box[1])) + 1
  return (width / (east - west + 1)) * (height / (north - south + 1))
}
