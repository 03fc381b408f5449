/** The marks of selected features: one layer over each layer that has some, in the one look that is drawn for small layers and painted for big ones. */
import type BaseLayer from 'ol/layer/Base.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { FeatureSet } from '../store/featureSet.ts'
import type { FeatureSelectionState } from '../store/featureSelectionStore.ts'
import type { LayerStack } from './layerStack.ts'
import { mmToPx } from './style/millimetres.ts'

/** Under the mark of the one feature whose attributes are read. */
const zIndex = 9_000

/** Seen on light and on dark ground (3:1 at least), and no colour of `layerColors`. What a point is drawn as is seen inside of its ring. */
const color = '#e81cb4'
const style = new Style({
  fill: new Fill({ color: 'rgba(232,28,180,0.25)' }),
  stroke: new Stroke({ color, width: mmToPx(0.8) }),
  image: new CircleStyle({ radius: mmToPx(2.1), stroke: new Stroke({ color, width: mmToPx(0.7) }) }),
})

type Mark = { layer: VectorLayer; source: VectorSource; shown: { features: FeatureSet; of: VectorSource; count: number } | null }

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
    const visible = new Map(this.#stack.visible().map(({ drawn, layer }) => [drawn.id, layer]))
    for (const [id, { layer }] of this.#marks) {
      if (byLayer[id] !== undefined && visible.has(id)) continue
      this.#remove(layer)
      this.#marks.delete(id)
    }
    for (const [id, features] of Object.entries(byLayer)) {
      const source = visible.get(id)?.getSource() ?? null
      if (source !== null) this.#markIn(id, source, features)
    }
  }

  #markIn(id: string, of: VectorSource, features: FeatureSet): void {
    const mark = this.#marks.get(id) ?? this.#begin(id)
    const all = of.getFeatures()
    const { shown } = mark
    // Features may arrive after they were selected.
    if (shown !== null && shown.features === features && shown.of === of && shown.count === all.length) return
    mark.shown = { features, of, count: all.length }
    mark.source.clear(true)
    mark.source.addFeatures(all.filter((feature) => features.has(Number(feature.getId()))))
  }

  #begin(id: string): Mark {
    const source = new VectorSource({ wrapX: true })
    const layer = new VectorLayer({ source, style, zIndex, updateWhileAnimating: true, updateWhileInteracting: true })
    const mark: Mark = { layer, source, shown: null }
    this.#marks.set(id, mark)
    this.#add(layer)
    return mark
  }
}
