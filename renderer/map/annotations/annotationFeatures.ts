/** The document's annotations as OpenLayers features. Follows the document by what changed: an annotation that is the same object is left alone. */
import Feature from 'ol/Feature.js'
import VectorSource from 'ol/source/Vector.js'
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { toPlane } from '../../document/geodesy/mercator.ts'
import type { LabelledPoint } from '../labels/pointLabels.ts'
import { textHeightPx } from '../labels/textSize.ts'
import { ptToPx } from '../style/millimetres.ts'
import { markRadiusPx } from './annotationStyle.ts'
import { boxPlaces, givesWay, layoutAt, leaderCover } from './calloutPlace.ts'
import { annotationFont, layoutOf } from './calloutStyle.ts'
import { labelPart, partsOf } from './editing/parts.ts'
import { geometryOf } from './geometry.ts'
import { pointNameLines } from './pointName.ts'
import { shapeNames, uprightBox } from './shapeName.ts'

/** @param order from the bottom */
export type Shown = { annotation: Annotation; feature: Feature; order: number }

/** What became of the picture. */
export type Changes = {
  /** Of annotations that are new, look different or stand elsewhere. */
  drawn: readonly string[]
  gone: readonly string[]
  /** Some that were there already are over or under others now. */
  reordered: boolean
}

const none: Changes = { drawn: [], gone: [], reordered: false }

export class AnnotationFeatures {
  readonly source = new VectorSource({ wrapX: true })
  readonly #shown = new Map<string, Shown>()
  #before: readonly Annotation[] = []
  /** As it was asked for last; null when the order is another. */
  #bottomFirst: Shown[] | null = null

  /** @param annotations bottom first */
  show(annotations: readonly Annotation[]): Changes {
    if (annotations === this.#before) return none
    const few = fewChanges(this.#before, annotations)
    this.#before = annotations
    if (few !== null) return { ...none, drawn: few.flatMap((annotation) => this.#change(annotation)) }
    const drawn: string[] = []
    let reordered = false
    let highest = -1
    const ids = new Set<string>()
    const added: Feature[] = []
    for (const [order, annotation] of annotations.entries()) {
      if (!annotation.properties.visible) continue
      const { id } = annotation
      ids.add(id)
      const known = this.#shown.get(id)
      if (known === undefined) {
        const feature = new Feature(geometryOf(annotation))
        feature.setId(id)
        this.#shown.set(id, { annotation, feature, order })
        added.push(feature)
        drawn.push(id)
        continue
      }
      if (known.order < highest) reordered = true
      else highest = known.order
      known.order = order
      drawn.push(...this.#change(annotation))
    }
    const gone: string[] = []
    for (const [id, { feature }] of this.#shown) {
      if (ids.has(id)) continue
      this.source.removeFeature(feature)
      this.#shown.delete(id)
      gone.push(id)
    }
    this.source.addFeatures(added)
    if (added.length > 0 || gone.length > 0 || reordered) this.#bottomFirst = null
    return { drawn, gone, reordered }
  }

  /** Takes over how an annotation that was there already is now. @returns its id, if it looks different or stands elsewhere */
  #change(annotation: Annotation): string[] {
    const known = this.#shown.get(annotation.id)
    if (known === undefined || known.annotation === annotation) return []
    const before = known.annotation
    known.annotation = annotation
    if (looksTheSame(before, annotation)) return []
    if (before.geometry !== annotation.geometry || shapeKey(before) !== shapeKey(annotation))
      known.feature.setGeometry(geometryOf(annotation))
    else known.feature.changed()
    return [annotation.id]
  }

  get(id: string): Shown | null {
    return this.#shown.get(id) ?? null
  }

  annotation(id: string): Annotation | null {
    return this.#shown.get(id)?.annotation ?? null
  }

  feature(id: string): Feature | null {
    return this.#shown.get(id)?.feature ?? null
  }

  get count(): number {
    return this.#shown.size
  }

  /** Bottom first. */
  all(): readonly Shown[] {
    return (this.#bottomFirst ??= [...this.#shown.values()].toSorted((a, b) => a.order - b.order))
  }

  /** Points whose names are placed together with those of the layers, and the names of lines and areas that they keep clear of. @param ids all when left out */
  *labelledPoints(ids?: Iterable<string>): Generator<LabelledPoint> {
    if (ids === undefined) {
      for (const { annotation } of this.#shown.values()) yield* labelledPoint(annotation)
      return
    }
    for (const id of ids) {
      const annotation = this.annotation(id)
      if (annotation !== null) yield* labelledPoint(annotation)
    }
  }

  /** The same for a page, where a place is found for the boxes of callouts as well. */
  *labelledPointsOfPage(): Generator<LabelledPoint> {
    for (const { annotation } of this.#shown.values()) yield* givesWay(annotation) ? boxedPoint(annotation) : labelledPoint(annotation)
  }
}

/** Annotations that are different now, where all else is the same and at the same place, as when one is typed into or dragged. Null for other changes. */
function fewChanges(before: readonly Annotation[], now: readonly Annotation[]): Annotation[] | null {
  if (before.length !== now.length) return null
  const changed: Annotation[] = []
  for (const [place, annotation] of now.entries()) {
    const other = before[place]
    if (other === annotation) continue
    if (other?.id !== annotation.id || other.properties.visible !== annotation.properties.visible) return null
    changed.push(annotation)
  }
  return changed
}

/** Of the name of a point. */
export const labelKey = (id: string): string => `annotation ${id}`

/** Of all that names keep clear of for one annotation. */
export const labelKeys = (id: string): string[] => [labelKey(id), markKey(id), ...leaderKeys(id)]

/** Pieces of a leader line: more of them are longer. */
const mostPieces = 8
const leaderKeys = (id: string): string[] => Array.from({ length: mostPieces }, (_, index) => `${labelKey(id)} leader ${index}`)

/** Of a mark whose name does not stand beside it. */
const markKey = (id: string): string => `${labelKey(id)} mark`

function* labelledPoint(annotation: Annotation): Generator<LabelledPoint> {
  const { geometry, properties } = annotation
  const { kind, style, labelOffsetMm } = properties
  if (kind === 'image') return
  if (geometry.type !== 'Point' || kind === 'circle' || kind === 'rings') {
    const [name, ...others] = shapeNames(annotation)
    if (name === undefined) return
    const choices = others.map((other) => ({ at: other.anchor, coverPx: uprightBox(other), maxResolution: other.maxResolution }))
    const coverPx = uprightBox(name)
    const nothingBeside = { radiusPx: 0, text: '', font: '', heightPx: 0 }
    const point = { key: labelKey(annotation.id), at: name.anchor, ...nothingBeside, coverPx, standing: name.text.trim() }
    yield choices.length === 0 ? point : { ...point, choices }
    return
  }
  const font = annotationFont(style.textSizePt)
  const at = toPlane(geometry.coordinates)
  const name = pointNameLines(annotation).join('\n')
  const heightPx = textHeightPx(name, ptToPx(style.textSizePt))
  const point = { key: labelKey(annotation.id), at, radiusPx: markRadiusPx(annotation), font, heightPx }
  // A name that was moved by hand, a text and a callout stay where they were put, and the names of others keep clear of them.
  const fixed =
    kind === 'text' || kind === 'callout'
      ? partsOf(annotation)[0]?.box
      : labelOffsetMm === null
        ? undefined
        : labelPart(annotation, null)?.box
  if (fixed !== undefined) {
    yield { ...point, text: '', coverPx: fixed, standing: properties.label.trim() }
    if (kind !== 'text') yield { ...point, key: markKey(annotation.id), text: '' }
    if (kind === 'callout') yield* leader(annotation, point)
    return
  }
  yield { ...point, text: name }
}

function* leader(annotation: Annotation, point: Omit<LabelledPoint, 'text'>): Generator<LabelledPoint> {
  const pieces = leaderCover(layoutOf(annotation), mostPieces)
  for (const [index, key] of leaderKeys(annotation.id).entries()) {
    const coverPx = pieces[index]
    if (coverPx !== undefined) yield { ...point, key, text: '', coverPx }
  }
}

/** A callout whose box goes where there is room. */
function* boxedPoint(annotation: Annotation): Generator<LabelledPoint> {
  const { geometry, properties } = annotation
  if (geometry.type !== 'Point') return
  const layout = layoutOf(annotation)
  yield {
    key: labelKey(annotation.id),
    at: toPlane(geometry.coordinates),
    radiusPx: markRadiusPx(annotation),
    text: properties.label.trim(),
    font: annotationFont(properties.style.textSizePt),
    heightPx: layout.height,
    box: {
      widthPx: layout.width,
      places: boxPlaces(layout),
      coverAt: (placement) => leaderCover(layoutAt(layout, placement), mostPieces),
    },
  }
}

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
