/** Which features of each layer are selected: rows of its table, and marks on the map. Not kept with the document. */
import { createStore } from 'zustand/vanilla'
import { FeatureSet } from './featureSet.ts'

export type FeatureSelectionState = {
  /** By layer id; a layer that is not named has none. */
  byLayer: Readonly<Record<string, FeatureSet>>
}

export const featureSelectionStore = createStore<FeatureSelectionState>(() => ({ byLayer: {} }))

export const selectedOf = (state: FeatureSelectionState, layerId: string | null): FeatureSet =>
  (layerId === null ? undefined : state.byLayer[layerId]) ?? FeatureSet.empty

export const selectedFeatures = (layerId: string | null): FeatureSet => selectedOf(featureSelectionStore.getState(), layerId)

export function selectFeatures(layerId: string, features: FeatureSet): void {
  featureSelectionStore.setState(({ byLayer }) => {
    const { [layerId]: _before, ...others } = byLayer
    return { byLayer: features.count === 0 ? others : { ...others, [layerId]: features } }
  })
}

export const clearFeatureSelection = (): void => featureSelectionStore.setState({ byLayer: {} })
