/** The marks of selected features: one layer over each layer that has some, drawn from the window's features or painted, as the layer itself is. */
import type BaseLayer from 'ol/layer/Base.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import type { Layer } from '../../electron/contract/document.ts'
import type { FeatureSet } from '../store/featureSet.ts'
import type { FeatureSelectionState } from '../store/featureSelectionStore.ts'
import { sourceStore, statusOf } from '../store/sourceStore.ts'
import type { LayerStack } from './layerStack.ts'
import { PaintedLayer } from './painter/paintedLayer.ts'
import { selectedMark, selectedStyle } from './style/selectedStyle.ts'

/** Under the mark of the one feature whose attributes are read. */
const zIndex = 9_000

type Mark = {
  layer: VectorLayer | PaintedLayer
  /** What was last marked, to leave well alone. `count` is that of features in the window, which may arrive later than they are selected. */
  shown: { features: FeatureSet; of: VectorSource | null; count: number } | null
}

export class SelectedMarks {
  readonly #marks = new Map<string, Mark>()
  readonly #stack: LayerStack
  readonly #add: (layer: BaseLayer) => void
  readonly #remove: (layer: BaseLayer) => void

  constructor(stack: LayerStack, add: (layer: BaseLayer) => void, remove: (layer: BaseLayer) => void) {
    this.#stack = stack
    this.#add = add
    this.#remove = remove
  }

  /** Marks what is selected in the layers that are shown. Cheap when little changed. */
  show({ byLayer }: FeatureSelectionState): void {
    const visible = new Map(this.#stack.visible().map((shown) => [shown.drawn.id, shown]))
    for (const [id, { layer }] of this.#marks) {
      const shown = visible.get(id)
      const isAlike = shown !== undefined && shown.layer instanceof PaintedLayer === layer instanceof PaintedLayer
      if (byLayer[id] === undefined || !isAlike) this.#drop(id)
    }
    for (const [id, features] of Object.entries(byLayer)) {
      const shown = visible.get(id)
      if (shown === undefined) continue
      if (shown.layer instanceof PaintedLayer) this.#paint(id, shown.drawn, features)
      else if (shown.layer.getSource() !== null) this.#draw(id, shown.layer.getSource() as VectorSource, features)
    }
  }

  #draw(id: string, of: VectorSource, features: FeatureSet): void {
    const mark = this.#marks.get(id) ?? this.#begin(id, drawnLayer())
    const { layer, shown } = mark
    const all = of.getFeatures()
    if (shown !== null && shown.features === features && shown.of === of && shown.count === all.length) return
    mark.shown = { features, of, count: all.length }
    const source = layer.getSource()
    source?.clear(true)
    source?.addFeatures(all.filter((feature) => features.has(Number(feature.getId()))))
  }

  #paint(id: string, drawn: Layer, features: FeatureSet): void {
    const known = this.#marks.get(id)
    const layer = known?.layer ?? this.#stack.paintedTwin(id)
    const status = statusOf(sourceStore.getState(), drawn.path)
    if (!(layer instanceof PaintedLayer) || status?.state !== 'ready') return
    const mark = known ?? this.#begin(id, layer)
    layer.show(status.summary, { ...drawn, style: selectedStyle })
    if (mark.shown?.features === features) return
    mark.shown = { features, of: null, count: 0 }
    layer.restrictTo(base64Of(features.bits))
  }

  #begin(id: string, layer: Mark['layer']): Mark {
    const mark: Mark = { layer, shown: null }
    layer.setZIndex(zIndex)
    this.#marks.set(id, mark)
    // A painted layer is first told which features it has, and then shown.
    queueMicrotask(() => {
      if (this.#marks.get(id) === mark) this.#add(layer)
    })
    return mark
  }

  #drop(id: string): void {
    const layer = this.#marks.get(id)?.layer
    this.#marks.delete(id)
    if (layer === undefined) return
    this.#remove(layer)
    if (layer instanceof PaintedLayer) layer.dispose()
  }
}

const drawnLayer = (): VectorLayer =>
  new VectorLayer({
    source: new VectorSource({ wrapX: true }),
    style: selectedMark,
    updateWhileAnimating: true,
    updateWhileInteracting: true,
  })

/** A part at a time: a call has room for so many arguments only. */
function base64Of(bits: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bits.length; at += 8_192) text += String.fromCharCode(...bits.subarray(at, at + 8_192))
  return btoa(text)
}
