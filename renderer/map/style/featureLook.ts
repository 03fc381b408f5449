/** How a feature of OpenLayers looks: by its attributes; or, where those stayed in the engine, by what the engine said of it. */
import type { FeatureLike } from 'ol/Feature.js'
import type Feature from 'ol/Feature.js'
import { labelWriter, templateOf } from '../../../electron/contract/labelTemplate.ts'
import type { LabelStyle, LayerStyle } from '../../../electron/contract/style.ts'
import { classPicker, sharePicker } from '../../document/layerLook.ts'

export type Look = {
  /** Of its symbol, in `symbolsOf`. */
  index: number
  /** How large it is, 0 to 1. */
  share: number
}

/** What the engine said of features whose attributes it kept. */
const told = new WeakMap<FeatureLike, Look & { text: string }>()

export const tellLook = (feature: Feature, look: Look & { text: string }): void => void told.set(feature, look)

export function lookPicker(style: LayerStyle): (feature: FeatureLike) => Look {
  const [indexOf, shareOf] = [classPicker(style), sharePicker(style)]
  return (feature) => {
    const known = told.get(feature)
    if (known !== undefined) return known
    const valueOf = (field: string): unknown => feature.get(field)
    return { index: indexOf(valueOf), share: shareOf(valueOf) }
  }
}

export function textPicker(label: LabelStyle): (feature: FeatureLike) => string {
  const write = labelWriter(templateOf(label))
  return (feature) => told.get(feature)?.text ?? write((field) => feature.get(field) as unknown)
}
