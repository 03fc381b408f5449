/** The lines and areas of a layer with their names. OpenLayers places these as it draws, and leaves out what has no room: what it wrote is told by the boxes that it took. */
import type Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import MultiLineString from 'ol/geom/MultiLineString.js'
import MultiPolygon from 'ol/geom/MultiPolygon.js'
import Polygon from 'ol/geom/Polygon.js'
import type VectorSource from 'ol/source/Vector.js'
import type { Layer } from '../../../electron/contract/document.ts'
import { textPicker } from '../style/featureLook.ts'
import { layerPointKey } from './layerPoints.ts'
import type { ReportedName } from './pointLabels.ts'

export type NamedShape = {
  key: string
  text: string
  feature: Feature
  /** Where its name may stand, in EPSG:3857. */
  anchors: readonly (readonly [x: number, y: number])[]
}

export function* layerShapes({ id, style }: Layer, source: VectorSource): Generator<NamedShape> {
  if (style.label === null) return
  const textOf = textPicker(style.label)
  for (const feature of source.getFeatures()) {
    const anchors = anchorsOf(feature)
    if (anchors.length === 0) continue
    const text = textOf(feature).trim()
    if (text !== '') yield { key: layerPointKey(id, feature.getId()), text, feature, anchors }
  }
}

/**
 * A river of many parts is named once: a name that is written for one of them, or was counted already, is not counted again.
 *
 * @param shapes of one layer
 * @param written features whose names were drawn
 * @param isSeen whether a place lies in what is shown, in EPSG:3857
 */
export function reportOfShapes(
  shapes: Iterable<NamedShape>,
  written: ReadonlySet<unknown>,
  isSeen: (at: readonly [number, number]) => boolean,
): ReportedName[] {
  const byText = new Map<string, ReportedName>()
  for (const { key, text, feature, anchors } of shapes) {
    const isWritten = written.has(feature)
    if (byText.has(text) && !isWritten) continue
    const at = anchors.find(isSeen)
    if (at === undefined || byText.get(text)?.state === 'placed') continue
    byText.set(text, { key, text, at, state: isWritten ? 'placed' : 'noRoom' })
  }
  return [...byText.values()].toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
}

/** As OpenLayers chooses them: well inside of each area, half way along each line. */
function anchorsOf(feature: Feature): [number, number][] {
  const shape = feature.getGeometry()
  if (shape instanceof Polygon) return [shape.getInteriorPoint().getCoordinates().slice(0, 2) as [number, number]]
  if (shape instanceof MultiPolygon)
    return shape
      .getInteriorPoints()
      .getCoordinates()
      .map(([x = 0, y = 0]) => [x, y])
  if (shape instanceof LineString) return [shape.getFlatMidpoint().slice(0, 2) as [number, number]]
  return shape instanceof MultiLineString ? pairs(shape.getFlatMidpoints()) : []
}

const pairs = (flat: readonly number[]): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index] ?? 0, flat[2 * index + 1] ?? 0])
