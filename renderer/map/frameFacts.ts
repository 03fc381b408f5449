/** What a layer has inside the ground that a frame shows: for the legend. */
import GeoJSON from 'ol/format/GeoJSON.js'
import type { Extent } from 'ol/extent.js'
import type Feature from 'ol/Feature.js'
import { transformExtent } from 'ol/proj.js'
import { featuresAddress } from '../../electron/contract/addresses.ts'
import type { BoundingBox, CategoryValue, Layer, MapDocument } from '../../electron/contract/document.ts'
import type { LayerSummary } from '../../electron/contract/layer.ts'
import { readFilter } from '../../electron/contract/expression/index.ts'
import { isMatching } from '../../electron/contract/query.ts'
import { classPicker } from '../document/layerLook.ts'
import { drawnLayers } from '../document/layers.ts'
import { matchingOf } from '../store/featureQueries.ts'

export type LayerInFrame = {
  layer: string
  geometries: readonly ('point' | 'line' | 'polygon')[]
  count: number | null
  /** By value; graduated classes by their lower bound. */
  classes: readonly { value: CategoryValue; count: number | null }[] | null
  other: { count: number | null } | null
  credits: readonly { text: string; url: string | null }[]
}

/** Layers beyond this are not counted: their legend shows all classes. */
const maxVertices = 200_000

/** @param summaries of the layers' files, by path; a layer without one is left out */
export async function layersInFrame(
  document: MapDocument,
  summaries: ReadonlyMap<string, LayerSummary>,
  box: BoundingBox,
): Promise<LayerInFrame[]> {
  const [west, south, east, north] = box
  const extent = transformExtent(
    [west, Math.max(-85, south), east < west ? east + 360 : east, Math.min(85, north)],
    'EPSG:4326',
    'EPSG:3857',
  )
  const shown = drawnLayers(document).filter(({ visible }) => visible)
  const found = await Promise.all(
    shown.map(async ({ layer }) => {
      const summary = summaries.get(layer.path)
      if (summary === undefined) return null
      return layerInFrame(layer, summary, extent)
    }),
  )
  return found.filter((facts) => facts !== null)
}

async function layerInFrame(layer: Layer, summary: LayerSummary, extent: Extent): Promise<LayerInFrame | null> {
  const geometries = geometriesOf(summary)
  if (!readFilter(layer.filter, summary.fields).ok) return null
  const plain = { layer: layer.id, geometries, credits: [] }
  if (summary.vertices > maxVertices) return { ...plain, count: null, classes: null, other: null }
  const [features, matching] = await Promise.all([featuresOf(summary), layer.filter === '' ? null : matchingOf(summary.id, layer.filter)])
  const inside = features.filter(
    (feature) =>
      (matching === null || isMatching(matching.bits, Number(feature.getId()))) && feature.getGeometry()?.intersectsExtent(extent) === true,
  )
  if (inside.length === 0) return null
  const { style } = layer
  if (style.kind === 'single') return { ...plain, count: inside.length, classes: null, other: null }
  const indexOf = classPicker(style)
  const values = style.kind === 'category' ? style.categories.map(({ value }) => value) : style.classes.map(({ lower }) => lower)
  // One more for what is in no class.
  const counts = Array.from({ length: values.length + 1 }, () => 0)
  for (const feature of inside) {
    const index = indexOf((field) => feature.get(field))
    counts[index] = (counts[index] ?? 0) + 1
  }
  const classes = values.flatMap((value, index) => {
    const count = counts[index] ?? 0
    return count === 0 ? [] : [{ value, count }]
  })
  const others = counts.at(-1) ?? 0
  return { ...plain, count: inside.length, classes, other: others === 0 ? null : { count: others } }
}

async function featuresOf({ id, contentKey }: LayerSummary): Promise<Feature[]> {
  const response = await fetch(featuresAddress(id, contentKey))
  if (!response.ok) return []
  return new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }).readFeatures(await response.json())
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
