/** In which order OpenLayers draws the features of a layer. */
import type { FeatureLike } from 'ol/Feature.js'
import { defaultOrder } from 'ol/renderer/vector.js'
import type { LayerStyle } from '../../../electron/contract/style.ts'
import { lookPicker } from './featureLook.ts'

type Order = (a: FeatureLike, b: FeatureLike) => number

/** The large ones first, so that small ones are not hidden under them. @returns null where sizes do not differ: then they are drawn as they stand in the file */
export function largestFirst(style: LayerStyle): Order | null {
  if (style.size === undefined || style.size === null) return null
  const lookOf = lookPicker(style)
  return (a, b) => lookOf(b).share - lookOf(a).share || defaultOrder(a, b)
}
