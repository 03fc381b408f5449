import type { Identified } from '../../store/selectionStore.ts'

/** Features of one layer. They follow one another in `identified`, beginning at `first`. */
export type LayerFeatures = { layerId: string; layerName: string; first: number; members: Identified[] }

/** @param identified topmost layer first, the features of a layer together */
export function groupByLayer(identified: readonly Identified[]): LayerFeatures[] {
  const groups: LayerFeatures[] = []
  for (const [at, one] of identified.entries()) {
    const last = groups.at(-1)
    if (last?.layerId === one.layerId) last.members.push(one)
    else groups.push({ layerId: one.layerId, layerName: one.layerName, first: at, members: [one] })
  }
  return groups
}
