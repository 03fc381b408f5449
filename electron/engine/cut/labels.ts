/** The names in a picture: of a few thousand features that are spread evenly over it, with their shapes, so that the window can place them. */
import type { CutLabels, CutRequest, LabelRequest } from '../../contract/cut.ts'
import { fieldsOfTemplate, labelWriter } from '../../contract/labelTemplate.ts'
import { CancelledError } from '../../contract/refusal.ts'
import { propertiesOf } from '../answer/properties.ts'
import { type FieldName, plainValueIn } from '../answer/values.ts'
import { smallWindow } from '../file/ranges.ts'
import { maskOf } from '../query/filter.ts'
import type { Mask } from '../query/mask.ts'
import type { OpenLayer } from '../sources.ts'
import { geometryTypeOf, type LayerStore } from '../store/layerStore.ts'
import { unitsPerMetre } from '../store/mercator.ts'
import { looksOf } from './looks.ts'
import { cutFeatures } from './cut.ts'
import { featuresIn } from './spatialIndex.ts'

/** Of the squares in which at most one feature is named, at first: a name is some ten times as wide as it is high. Pixels. */
const firstSquarePx = 16

/** A name along a line needs some room. Pixels. */
const shortestNamedPx = 40

/** @throws RefusalError, CancelledError */
export async function labelsOf(open: OpenLayer, { cut, template, limit }: LabelRequest, signal: AbortSignal): Promise<CutLabels> {
  const { store } = open.layer
  const mask = await maskOf(open, cut.filter, { signal, onProgress: () => undefined })
  const features = spread(store, cut, limit, mask)
  const looks = await looksOf(open, cut, signal)
  const write = labelWriter(template)
  const names = new Map<string, FieldName>(
    fieldsOfTemplate(template).map((field) => [field, { text: field, bytes: new TextEncoder().encode(field) }]),
  )
  const texts: CutLabels['texts'] = []
  const reader = await open.bytes.reader(smallWindow)
  try {
    for (const feature of features) {
      if (signal.aborted) throw new CancelledError()
      const properties = await propertiesOf(store, feature, reader)
      const text = write((field) => {
        const name = names.get(field)
        return properties === null || name === undefined ? null : plainValueIn(properties, name)
      })
      if (text !== '') texts.push([feature, text])
    }
  } finally {
    await reader.close()
  }
  return {
    piece: cutFeatures(
      store,
      cut,
      looks,
      Uint32Array.from(texts, ([feature]) => feature),
    ),
    texts,
  }
}

/**
 * Features in a picture that can bear a name, one in each square: a point before an area before a line, and the larger before the smaller; squares grow until
 * there are few enough. They are fixed to the world, so that names stay while the map moves.
 *
 * @returns in the order of the file
 */
function spread(store: LayerStore, { box, resolution }: CutRequest, limit: number, mask: Mask | null): Uint32Array {
  const [west, south, east, north] = box.map((metres) => metres * unitsPerMetre) as [number, number, number, number]
  const pixel = resolution * unitsPerMetre
  let features = featuresIn(store, [west, south, east, north]).filter(
    (feature) => (mask === null || mask.has(feature)) && weightOf(store, feature, pixel) > 0,
  )
  // A power of two, so that a little zooming changes little.
  const scale = 2 ** Math.ceil(Math.log2(pixel))
  for (let side = firstSquarePx * scale; features.length > limit; side *= 2) features = bestOfEach(store, features, side, pixel)
  return features
}

function bestOfEach(store: LayerStore, features: Uint32Array, side: number, pixel: number): Uint32Array<ArrayBuffer> {
  const { boxes } = store
  const best = new Map<number, number>()
  for (const feature of features) {
    const column = Math.floor(((boxes[feature * 4] as number) + (boxes[feature * 4 + 2] as number)) / 2 / side)
    const row = Math.floor(((boxes[feature * 4 + 1] as number) + (boxes[feature * 4 + 3] as number)) / 2 / side)
    // One number for a column and a row; no picture has that many looks.
    const square = row * 2 ** 26 + column
    const known = best.get(square)
    if (known === undefined || weightOf(store, feature, pixel) > weightOf(store, known, pixel)) best.set(square, feature)
  }
  return Uint32Array.from(best.values()).toSorted()
}

/** How much a feature deserves its name; 0 for a line that is too short to bear one. */
function weightOf({ boxes, kinds }: LayerStore, feature: number, pixel: number): number {
  const size =
    (boxes[feature * 4 + 2] as number) -
    (boxes[feature * 4] as number) +
    (boxes[feature * 4 + 3] as number) -
    (boxes[feature * 4 + 1] as number)
  const type = geometryTypeOf(kinds[feature] as number)
  if (type === 'Point') return Infinity
  if (type === 'LineString' || type === 'MultiLineString') return size < shortestNamedPx * pixel ? 0 : size
  // More than the longest line there can be.
  return 1e11 + size
}
