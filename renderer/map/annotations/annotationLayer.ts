/** The document's annotations on the map, above all layers. Follows the document by what changed: an annotation that is the same object is left alone. */
import Feature from 'ol/Feature.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import type Style from 'ol/style/Style.js'
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

type Shown = { annotation: Annotation; feature: Feature; order: number; drawn: Drawn | null }

/** Styles as they were made last, and what they were made for. */
type Drawn = { resolution: number; placement: Placement | null; pixelRatio: number; symbols: number; styles: Style[] }

export class AnnotationLayer {
  readonly layer: VectorLayer
  readonly #source = new VectorSource({ wrapX: true })
  readonly #shown = new Map<string, Shown>()
  #before: readonly Annotation[] = []

  /** @param placementOf where the name of a point goes; null when there is no room */
  constructor(placementOf: (key: string, resolution: number) => Placement | null) {
    /** Symbols that have arrived: what was drawn before one came is drawn again. */
    let arrived = 0
    const symbols = new SymbolImages(() => {
      arrived += 1
      this.layer.changed()
    })
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
        const pixelRatio = window.devicePixelRatio
        const { drawn } = shown
        const holds =
          drawn !== null &&
          drawn.resolution === resolution &&
          samePlacement(drawn.placement, placement) &&
          drawn.pixelRatio === pixelRatio &&
          drawn.symbols === arrived
        if (holds) return drawn.styles
        const styles = annotationStyles(shown.annotation, { symbols, resolution, pixelRatio, placement })
        shown.drawn = { resolution, placement, pixelRatio, symbols: arrived, styles }
        return styles
      },
    })
  }

  /**
   * @param annotations bottom first
   * @returns whether names have to be placed anew: a note or a source that is typed moves nothing
   */
  show(annotations: readonly Annotation[]): boolean {
    if (annotations === this.#before) return false
    this.#before = annotations
    let moved = false
    let redraw = false
    const ids = new Set<string>()
    const added: Feature[] = []
    for (const [order, annotation] of annotations.entries()) {
      if (!annotation.properties.visible) continue
      ids.add(annotation.id)
      const known = this.#shown.get(annotation.id)
      if (known === undefined) {
        const feature = new Feature(geometryOf(annotation))
        feature.setId(annotation.id)
        this.#shown.set(annotation.id, { annotation, feature, order, drawn: null })
        added.push(feature)
        continue
      }
      if (known.order !== order) redraw = true
      known.order = order
      if (known.annotation === annotation) continue
      if (looksTheSame(known.annotation, annotation)) {
        known.annotation = annotation
        continue
      }
      moved = true
      known.drawn = null
      const sameShape = known.annotation.geometry === annotation.geometry && shapeKey(known.annotation) === shapeKey(annotation)
      known.annotation = annotation
      if (sameShape) known.feature.changed()
      else known.feature.setGeometry(geometryOf(annotation))
    }
    for (const [id, { feature }] of this.#shown) {
      if (ids.has(id)) continue
      this.#source.removeFeature(feature)
      this.#shown.delete(id)
      moved = true
    }
    this.#source.addFeatures(added)
    if (added.length > 0) moved = true
    if (moved || redraw) this.layer.changed()
    return moved
  }

  /** Makes all styles anew: fonts have come, and boxes that were measured without them are wrong. */
  restyle(): void {
    for (const shown of this.#shown.values()) shown.drawn = null
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

const samePlacement = (a: Placement | null, b: Placement | null): boolean =>
  a === b || (a !== null && b !== null && a.align === b.align && a.offsetX === b.offsetX && a.offsetY === b.offsetY)

/** Nothing that is drawn has changed: only the record has. */
function looksTheSame(a: Annotation, b: Annotation): boolean {
  const [before, now] = [a.properties, b.properties]
  return (
    a.geometry === b.geometry &&
    before.style === now.style &&
    before.label === now.label &&
    before.symbol === now.symbol &&
    before.image === now.image &&
    before.labelOffsetMm === now.labelOffsetMm &&
    before.boxWidthMm === now.boxWidthMm &&
    before.tapered === now.tapered &&
    shapeKey(a) === shapeKey(b)
  )
}

/** What the geometry is made from, besides the geometry of the document. */
const shapeKey = ({ properties: { kind, radiiM, curved } }: Annotation): string => `${kind} ${radiiM.join(' ')} ${curved}`
