/** Annotations as a layer of OpenLayers that is drawn whole at every frame: for few of them, and for exports, where a PDF is to have paths and letters. */
import type { FrameState } from 'ol/Map.js'
import type { State as LayerState } from 'ol/layer/Layer.js'
import VectorLayer from 'ol/layer/Vector.js'
import type Style from 'ol/style/Style.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { type Placement, samePlacement } from '../labels/placement.ts'
import type { LabelledPoint } from '../labels/pointLabels.ts'
import { AnnotationFeatures, labelKey, type Shown } from './annotationFeatures.ts'
import { AnnotationParts, stackStyles } from './annotationParts.ts'
import { annotationStyles } from './annotationStyle.ts'
import { boxCover, boxOnPage } from './calloutPlace.ts'
import { obstaclesIn } from './picture/obstacles.ts'
import { SymbolImages } from './symbolImages.ts'

/** Above all layers. */
export const annotationsZIndex = 5_000

/** Styles as they were made last, and what they were made for. */
type Drawn = {
  annotation: Annotation
  order: number
  resolution: number
  placement: Placement | null
  pixelRatio: number
  symbols: number
  styles: Style[]
}

/** Boxes are drawn by the program itself: OpenLayers is told where they are, and keeps the names of other layers away. */
class BoxedLayer extends VectorLayer {
  readonly #shown: () => readonly Shown[]
  readonly #placeOf: (id: string, resolution: number) => Placement | null

  constructor(
    shown: () => readonly Shown[],
    placeOf: (id: string, resolution: number) => Placement | null,
    options: ConstructorParameters<typeof VectorLayer>[0],
  ) {
    super(options)
    this.#shown = shown
    this.#placeOf = placeOf
  }

  override renderDeclutter(frameState: FrameState, layerState: LayerState): void {
    const boxed = this.#shown().filter(({ annotation: { properties } }) => properties.kind === 'text' || properties.kind === 'callout')
    const { resolution } = frameState.viewState
    obstaclesIn(
      frameState,
      boxed,
      (id) => this.#placeOf(id, resolution),
      ({ annotation }, placement) => {
        const layout = boxOnPage(annotation, placement)
        return layout === null ? [] : [boxCover(layout)]
      },
    )
    super.renderDeclutter(frameState, layerState)
  }
}

export class AnnotationLayer {
  readonly layer: VectorLayer
  readonly #features = new AnnotationFeatures()
  readonly #drawn = new Map<string, Drawn>()

  /**
   * @param placementOf where the name of a point goes; null when there is no room
   * @param isKept whether the picture is kept with its parts: each annotation is one of them, by name
   * @param boxesGiveWay on a page: names of the map keep clear of the boxes of texts and callouts, and those of callouts are placed as names are
   */
  constructor(placementOf: (key: string, resolution: number) => Placement | null, { isKept = false, boxesGiveWay = false } = {}) {
    const parts = isKept ? new AnnotationParts() : null
    const placeOf = (id: string, resolution: number): Placement | null => placementOf(labelKey(id), resolution)
    /** Symbols that have arrived: what was drawn before one came is drawn again. */
    let arrived = 0
    const symbols = new SymbolImages(() => {
      arrived += 1
      this.layer.changed()
    })
    this.layer = new BoxedLayer(boxesGiveWay ? () => this.#features.all() : () => [], placeOf, {
      source: this.#features.source,
      zIndex: annotationsZIndex,
      declutter: true,
      updateWhileAnimating: true,
      updateWhileInteracting: true,
      style: (feature, resolution) => {
        const shown = this.#features.get(String(feature.getId()))
        if (shown === null) return []
        const { annotation, order } = shown
        const placement = placeOf(annotation.id, resolution)
        const pixelRatio = window.devicePixelRatio
        const drawn = this.#drawn.get(annotation.id)
        const holds =
          drawn !== undefined &&
          drawn.annotation === annotation &&
          drawn.order === order &&
          drawn.resolution === resolution &&
          samePlacement(drawn.placement, placement) &&
          drawn.pixelRatio === pixelRatio &&
          drawn.symbols === arrived
        if (holds) return drawn.styles
        const styles = annotationStyles(annotation, { symbols, resolution, pixelRatio, placement, boxesGiveWay })
        stackStyles(styles, order)
        if (parts !== null) styles.push(...parts.around(annotation, order, styles))
        this.#drawn.set(annotation.id, { annotation, order, resolution, placement, pixelRatio, symbols: arrived, styles })
        return styles
      },
    })
  }

  /**
   * @param annotations bottom first
   * @returns whether names have to be placed anew: a note or a source that is typed moves nothing
   */
  show(annotations: readonly Annotation[]): boolean {
    const { drawn, gone, reordered } = this.#features.show(annotations)
    for (const id of gone) this.#drawn.delete(id)
    const moved = drawn.length > 0 || gone.length > 0
    if (moved || reordered) this.layer.changed()
    return moved
  }

  /** Makes all styles anew: fonts have come, and boxes that were measured without them are wrong. */
  restyle(): void {
    this.#drawn.clear()
    this.layer.changed()
  }

  labelledPointsOfPage(): Iterable<LabelledPoint> {
    return this.#features.labelledPointsOfPage()
  }
}
