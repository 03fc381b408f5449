/**
 * A second map over the first, with the same view: what is being drawn or dragged, and handles. It is drawn apart from the map below, so that following the
 * pointer costs the same whatever the map shows.
 */
import Feature from 'ol/Feature.js'
import type Geometry from 'ol/geom/Geometry.js'
import VectorLayer from 'ol/layer/Vector.js'
import OlMap from 'ol/Map.js'
import VectorSource from 'ol/source/Vector.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { Placement } from '../../labels/placement.ts'
import { AnnotationLayer } from '../annotationLayer.ts'
import { type MarkRole, markStyles } from './markStyles.ts'

export type Mark = { role: MarkRole; geometry: Geometry }

/** Marks that change together. */
export type MarkSlot = 'selection' | 'sketch' | 'caught' | 'box'

export class Overlay {
  readonly #element = document.createElement('div')
  readonly #map: OlMap
  readonly #preview: AnnotationLayer
  readonly #source = new VectorSource({ wrapX: true })
  readonly #markLayer: VectorLayer
  readonly #marks = new Map<MarkSlot, Feature[]>()

  /** @param below whose view is shared */
  constructor(below: OlMap, placementOf: (key: string, resolution: number) => Placement | null) {
    this.#element.className = 'annotation-overlay'
    this.#element.setAttribute('aria-hidden', 'true')
    below.getViewport()?.append(this.#element)
    this.#preview = new AnnotationLayer(placementOf)
    // Empty layers are hidden: they would cost every frame a canvas of the size of the map.
    this.#preview.layer.setVisible(false)
    this.#markLayer = new VectorLayer({
      source: this.#source,
      visible: false,
      style: (feature) => markStyles[feature.get('role') as MarkRole],
      zIndex: 10_000,
      updateWhileAnimating: true,
      updateWhileInteracting: true,
    })
    this.#map = new OlMap({
      target: this.#element,
      view: below.getView(),
      controls: [],
      interactions: [],
      layers: [this.#preview.layer, this.#markLayer],
    })
  }

  /** Draws annotations as they will look; each call replaces the last one's. */
  preview(annotations: readonly Annotation[]): void {
    this.#preview.show(annotations)
    this.#preview.layer.setVisible(annotations.length > 0)
  }

  marks(slot: MarkSlot, marks: readonly Mark[]): void {
    const before = this.#marks.get(slot) ?? []
    if (before.length === 0 && marks.length === 0) return
    this.#source.removeFeatures(before)
    const features = marks.map(({ role, geometry }) => {
      const feature = new Feature(geometry)
      feature.set('role', role, true)
      return feature
    })
    this.#source.addFeatures(features)
    this.#marks.set(slot, features)
    this.#markLayer.setVisible(!this.#source.isEmpty())
  }

  /** Moves the whole picture on the screen, without drawing anything anew. */
  shift([x, y]: readonly [number, number]): void {
    this.#element.style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`
  }

  dispose(): void {
    this.#map.setTarget(undefined)
    this.#map.dispose()
    this.#element.remove()
  }
}
