/** The box around some features of a layer. */
import type { BoundingBox } from '../../contract/document.ts'
import { isMatching } from '../../contract/query.ts'
import { isDrawn, type LayerStore } from '../store/layerStore.ts'
import { LonCover } from '../store/lonCover.ts'
import { toLat, toLon } from '../store/mercator.ts'

/** @param bits of the features, as in the contract's `Matching` @returns degrees; null when nothing of them is drawn */
export function extentOf({ kinds, boxes, featureCount }: LayerStore, bits: Uint8Array): BoundingBox | null {
  const lons = new LonCover()
  let [south, north] = [Infinity, -Infinity]
  for (let feature = 0; feature < featureCount; feature++) {
    if (!isMatching(bits, feature) || !isDrawn(kinds[feature] as number)) continue
    const at = feature * 4
    lons.add(inWorld(toLon(boxes[at] as number)), inWorld(toLon(boxes[at + 2] as number)))
    south = Math.min(south, boxes[at + 1] as number)
    north = Math.max(north, boxes[at + 3] as number)
  }
  const span = lons.extent()
  return span === null ? null : [span[0], toLat(south), span[1], toLat(north)]
}

/** A unit's rounding may be beyond the edge of the world. */
const inWorld = (lon: number): number => Math.min(180, Math.max(-180, lon))
