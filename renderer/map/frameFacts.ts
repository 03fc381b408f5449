/** What a layer has inside the ground that a frame shows: for the legend. */
import type { BoundingBox, CategoryValue, Layer, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { readFilter } from '../../electron/contract/expression/index.ts'
import { type Credit, creditFrom } from '../document/credit.ts'
import { classPicker } from '../document/layerLook.ts'
import { drawnLayers } from '../document/layers.ts'
import { tallyOf } from '../store/featureQueries.ts'

export type LayerInFrame = {
  layer: string
  geometries: readonly ('point' | 'line' | 'polygon')[]
  count: number | null
  /** By value; graduated classes by their lower bound. */
  classes: readonly { value: CategoryValue; count: number | null }[] | null
  other: { count: number | null } | null
  credits: readonly Credit[]
}

/** @param summaries of the layers' files, by path; a layer without one is left out */
export async function layersInFrame(
  document: MapDocument,
  summaries: ReadonlyMap<string, LayerSummary>,
  [west, south, east, north]: BoundingBox,
): Promise<LayerInFrame[]> {
  const area: BoundingBox = [west, Math.max(-90, south), east, Math.min(90, north)]
  const shown = drawnLayers(document).filter(({ visible }) => visible)
  const found = await Promise.all(
    shown.map(async ({ layer }) => {
      const summary = summaries.get(layer.path)
      if (summary === undefined) return null
      return layerInFrame(layer, summary, area)
    }),
  )
  return found.filter((facts) => facts !== null)
}

/** The engine looks: nothing is done here that grows with the file. */
async function layerInFrame(layer: Layer, summary: LayerSummary, area: BoundingBox): Promise<LayerInFrame | null> {
  const { id, filter, style } = layer
  if (!readFilter(filter, summary.fields).ok) return null
  const field = style.kind === 'single' ? null : style.field
  const { count, values } = await tallyOf(summary.id, { area, filter, field })
  if (count === 0) return null
  const plain = { layer: id, geometries: geometriesOf(summary), credits: creditsOf(layer, summary), count }
  // Of more values than are told apart, all classes are shown.
  const told = values.reduce((sum, one) => sum + one.count, 0)
  if (style.kind === 'single' || (style.kind === 'graduated' && told < count)) return { ...plain, classes: null, other: null }
  const indexOf = classPicker(style)
  const classValues = style.kind === 'category' ? style.categories.map(({ value }) => value) : style.classes.map(({ lower }) => lower)
  const counts = classValues.map(() => 0)
  for (const one of values) {
    const index = indexOf(() => one.value)
    if (index < counts.length) counts[index] = (counts[index] ?? 0) + one.count
  }
  const classes = classValues.flatMap((value, index) => (counts[index] === 0 ? [] : [{ value, count: counts[index] ?? 0 }]))
  const others = count - classes.reduce((sum, one) => sum + one.count, 0)
  return { ...plain, classes, other: others === 0 ? null : { count: others } }
}

/** As the user says it, or as the file does. */
function creditsOf({ credit }: Layer, { credits }: LayerSummary): Credit[] {
  return (credit === undefined ? credits : [credit]).map(creditFrom).filter(({ text }) => text !== '')
}

function geometriesOf({ geometries }: LayerSummary): ('point' | 'line' | 'polygon')[] {
  const {
    Point = 0,
    MultiPoint = 0,
    LineString = 0,
    MultiLineString = 0,
    Polygon = 0,
    MultiPolygon = 0,
    GeometryCollection = 0,
  } = geometries
  const counted = [
    { kind: 'point' as const, count: Point + MultiPoint },
    { kind: 'line' as const, count: LineString + MultiLineString },
    { kind: 'polygon' as const, count: Polygon + MultiPolygon + GeometryCollection },
  ]
  return counted
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ kind }) => kind)
}
