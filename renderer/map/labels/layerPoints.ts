/** The points of a layer with their names, as the placing of labels wants them. */
import type Feature from 'ol/Feature.js'
import type Point from 'ol/geom/Point.js'
import type VectorSource from 'ol/source/Vector.js'
import type { Layer } from '../../../electron/contract/document.ts'
import { attributeText, labelFont } from '../style/labelText.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import type { LabelledPoint } from './pointLabels.ts'

export const layerPointKey = (layerId: string, feature: string | number | undefined): string => `${layerId} ${feature}`

export function* layerPoints({ id, style }: Layer, source: VectorSource): Generator<LabelledPoint> {
  const { label } = style
  const font = label === null ? '' : labelFont(label)
  const heightPx = label === null ? 0 : ptToPx(label.sizePt) * 1.15
  const radiusOf = radiusPicker(style)
  for (const feature of source.getFeatures() as Feature<Point>[]) {
    const geometry = feature.getGeometry()
    if (geometry?.getType() !== 'Point') continue
    const [x = 0, y = 0] = geometry.getFlatCoordinates()
    const text = label === null ? '' : attributeText(feature.get(label.field))
    yield { key: layerPointKey(id, feature.getId()), at: [x, y], radiusPx: radiusOf(feature), text, font, heightPx }
  }
}

function radiusPicker(style: Layer['style']): (feature: Feature) => number {
  if (style.kind === 'single') {
    const radius = mmToPx(style.symbol.sizeMm) / 2
    return () => radius
  }
  const other = mmToPx(style.other.sizeMm) / 2
  const byValue = new Map<unknown, number>(style.categories.map(({ value, symbol }) => [value, mmToPx(symbol.sizeMm) / 2]))
  return (feature) => byValue.get((feature.get(style.field) as unknown) ?? null) ?? other
}
