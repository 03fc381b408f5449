/** The document's annotations on the map, above all layers. Follows the document by what changed: an annotation that is the same object is left alone. */
import Feature from 'ol/Feature.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { toPlane } from '../../document/geodesy/mercator.ts'
import type { LabelledPoint } from '../labels/pointLabels.ts'
import type { Placement } from '../labels/placement.ts'
import { ptToPx } from '../style/millimetres.ts'
import { annotationStyles, markRadiusPx } from './annotationStyle.ts'
import { annotationFont } from './calloutStyle.ts'
import { geometryOf } from './geometry.ts'
import { SymbolImages } from './symbolImages.ts'

const zIndex = 5_000

type Shown = { annotation: Annotation; feature: Feature; order: number }

export class AnnotationLayer {
  readonly layer: VectorLayer
  readonly #source = new VectorSource({ wrapX: true })
  readonly #shown = new Map<string, Shown>()
  #before: readonly Annotation[] = []

  /** @param placementOf where the name of a point goes; null when there is no room */
  constructor(placementOf: (key: string, resolution: number) => Placement | null) {
    const symbols = new SymbolImages(() => this.layer.changed())
    this.layer = new VectorLayer({
      source: this.#source,
      zIndex,
      declutter: true,
      updateWhileAnimating: true,
      updateWhileInteracting: true,
      renderOrder: (a, b) => this.#orderOf(a.getId()) - this.#orderOf(b.getId()),
      style: (feature, resolution) => {
        const shown = this.#shown.get(String(feature.getId()))
        if (shown === undefined) return []
        const placement = placementOf(labelKey(shown.annotation.id), resolution)
        return annotationStyles(shown.annotation, { symbols, resolution, pixelRatio: window.devicePixelRatio, placement })
      },
    })
  }

  /** @param annotations bottom first */
  show(annotations: readonly Annotation[]): void {
    if (annotations === this.#before) return
    this.#before = annotations
    const ids = new Set<string>()
    const added: Feature[] = []
    for (const [order, annotation] of annotations.entries()) {
      if (!annotation.properties.visible) continue
      ids.add(annotation.id)
      const known = this.#shown.get(annotation.id)
      if (known === undefined) {
        const feature = new Feature(geometryOf(annotation))
        feature.setId(annotation.id)
        this.#shown.set(annotation.id, { annotation, feature, order })
        added.push(feature)
        continue
      }
      known.order = order
      if (known.annotation === annotation) continue
      const sameShape = known.annotation.geometry === annotation.geometry && shapeKey(known.annotation) === shapeKey(annotation)
      known.annotation = annotation
      if (sameShape) known.feature.changed()
      else known.feature.setGeometry(geometryOf(annotation))
    }
    for (const [id, { feature }] of this.#shown) {
      if (ids.has(id)) continue
      this.#source.removeFeature(feature)
      this.#shown.delete(id)
    }
    this.#source.addFeatures(added)
    this.layer.changed()
  }

  annotation(id: string): Annotation | null {
    return this.#shown.get(id)?.annotation ?? null
  }

  feature(id: string): Feature | null {
    return this.#shown.get(id)?.feature ?? null
  }

  /** Points whose names are placed together with those of the layers. */
  labelledPoints(): LabelledPoint[] {
    return [...this.#shown.values()].flatMap(({ annotation }) => {
      const { geometry, properties } = annotation
      if (geometry.type !== 'Point' || (properties.kind !== 'point' && properties.kind !== 'symbol')) return []
      return [
        {
          key: labelKey(annotation.id),
          at: toPlane(geometry.coordinates),
          radiusPx: markRadiusPx(annotation),
          // A name that was moved by hand is not looked after.
          text: properties.labelOffsetMm === null ? (properties.label.split('\n')[0] ?? '').trim() : '',
          font: annotationFont(properties.style.textSizePt),
          heightPx: ptToPx(properties.style.textSizePt) * 1.15,
        },
      ]
    })
  }

  #orderOf(id: string | number | undefined): number {
    return this.#shown.get(String(id))?.order ?? 0
  }
}

const labelKey = (id: string): string => `annotation ${id}`

/** What the geometry is made from, besides the geometry of the document. */
const shapeKey = ({ properties: { kind, radiiM, curved } }: Annotation): string => `${kind} ${radiiM.join(' ')} ${curved}`
