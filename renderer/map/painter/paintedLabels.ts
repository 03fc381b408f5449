/** The names of a big layer: those of the features in view come into the window, with their shapes, and are placed together with all others. */
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { templateOf } from '../../../electron/contract/labelTemplate.ts'
import type { Layer } from '../../../electron/contract/document.ts'
import type { CutRequest, LabelRequest } from '../../../electron/contract/cut.ts'
import type { LayerSummary, SourceId } from '../../../electron/contract/layer.ts'
import { classesOf, sizesOf } from '../../document/layerLook.ts'
import { labelsIn } from '../../store/featureQueries.ts'
import { labelStyleFunction, type PlacementOf } from '../style/layerStyle.ts'
import { boxOf, type Frame } from './frame.ts'
import { namedFeatures } from './namedFeatures.ts'

/** Names at a greater density say nothing (and `labels/pointLabels.ts` places no more than some thousands of all layers). */
const maxNames = 2_000

export class PaintedLabels {
  readonly source = new VectorSource({ wrapX: true })
  readonly layer = new VectorLayer({
    source: this.source,
    declutter: true,
    updateWhileAnimating: false,
    updateWhileInteracting: false,
  })
  readonly #placementOf: PlacementOf
  readonly #arrived: () => void
  #drawn: Layer | null = null
  #asked = 0
  /** What the names that are shown, or on the way, were asked for. */
  #question = ''
  #isWaiting = false

  /** @param arrived is told that there are other names to be placed */
  constructor(placementOf: PlacementOf, arrived: () => void) {
    this.#placementOf = placementOf
    this.#arrived = arrived
  }

  /** Takes the style of a layer as the document has it. */
  show(drawn: Layer): void {
    const before = this.#drawn
    this.#drawn = drawn
    if (before?.style === drawn.style) return
    const { label } = drawn.style
    this.layer.setStyle(label === null ? undefined : labelStyleFunction(label, this.#placementOf))
    if (label === null) this.#clear()
  }

  /**
   * Sees to it that the names in a picture are there, or on their way. Cheap when they are.
   *
   * @returns whether they are there
   */
  want(frame: Frame, { id, contentKey }: LayerSummary): boolean {
    if (this.#drawn === null || this.#drawn.style.label === null || !this.layer.getVisible()) return true
    const { style, filter } = this.#drawn
    const template = templateOf(this.#drawn.style.label)
    const cut: CutRequest = {
      box: boxOf(frame) as CutRequest['box'],
      resolution: frame.resolution,
      reachPx: 0,
      filter,
      classes: classesOf(style),
      sizes: sizesOf(style),
    }
    const question = JSON.stringify([contentKey, cut, template])
    if (question === this.#question) return !this.#isWaiting
    this.#question = question
    this.#isWaiting = true
    void this.#ask(id, { cut, template, limit: maxNames })
    return false
  }

  /** Never throws: without an answer, the names stay as they are, and the layer itself tells what is wrong with it. */
  async #ask(source: SourceId, request: LabelRequest): Promise<void> {
    this.#asked += 1
    const asked = this.#asked
    const labels = await labelsIn(source, request).catch(() => null)
    if (asked !== this.#asked) return
    this.#isWaiting = false
    if (labels !== null) {
      this.source.clear(true)
      this.source.addFeatures(namedFeatures(labels, request.cut))
      this.#arrived()
    }
    this.layer.changed()
  }

  #clear(): void {
    this.#asked += 1
    this.#question = ''
    this.#isWaiting = false
    this.source.clear(true)
    this.layer.changed()
  }
}
