/** The points of a layer with their names, as the placing of labels wants them. */
import type Feature from 'ol/Feature.js'
import type Point from 'ol/geom/Point.js'
import type VectorSource from 'ol/source/Vector.js'
import type { Layer } from '../../../electron/contract/document.ts'
import { symbolsOf } from '../../document/layerLook.ts'
import { lookPicker, textPicker } from '../style/featureLook.ts'
import { labelFont, wrapped } from '../style/labelText.ts'
import { mmToPx, ptToPx } from '../style/millimetres.ts'
import { pointSizeMm, pointStep } from '../style/sizeSteps.ts'
import type { LabelledPoint } from './pointLabels.ts'
import { textHeightPx } from './textSize.ts'

export const layerPointKey = (layerId: string, feature: string | number | undefined): string => `${layerId} ${feature}`

/** @param withNames false where the names are not seen at the present scale: marks are kept clear all the same */
export function* layerPoints({ id, style }: Layer, source: VectorSource, withNames: boolean): Generator<LabelledPoint> {
  const label = withNames ? style.label : null
  const font = label === null ? '' : labelFont(label)
  const textOf = label === null ? () => '' : textPicker(label)
  const radiusOf = radiusPicker(style)
  for (const feature of inFileOrder(source.getFeatures()) as Feature<Point>[]) {
    const geometry = feature.getGeometry()
    if (geometry?.getType() !== 'Point') continue
    const [x = 0, y = 0] = geometry.getFlatCoordinates()
    const text = label === null ? '' : wrapped(textOf(feature), label)
    const heightPx = label === null ? 0 : textHeightPx(text, ptToPx(label.sizePt))
    yield { key: layerPointKey(id, feature.getId()), at: [x, y], radiusPx: radiusOf(feature), text, font, heightPx }
  }
}

/** A source gives its features in the order of its index, which is another one in every view. Ids are places in the file. */
const inFileOrder = (features: Feature[]): Feature[] => features.toSorted((a, b) => Number(a.getId()) - Number(b.getId()))

/** Half the size of a mark, its halo with it. CSS pixels. */
function radiusPicker(style: Layer['style']): (feature: Feature) => number {
  const lookOf = lookPicker(style)
  const { size } = style
  const symbols = symbolsOf(style).map(({ sizeMm, haloColor, haloWidthMm = 0.5 }) => ({
    sizeMm,
    haloMm: haloColor === undefined || haloColor === null ? 0 : haloWidthMm,
  }))
  return (feature) => {
    const { index, share } = lookOf(feature)
    const { sizeMm, haloMm } = symbols[index] ?? { sizeMm: 0, haloMm: 0 }
    const sized = size === undefined || size === null ? sizeMm : pointSizeMm(size, pointStep(size, share))
    return mmToPx(sized / 2 + haloMm)
  }
}
