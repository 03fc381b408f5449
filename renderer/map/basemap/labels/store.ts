/** All names that have arrived, each once. A place is in the tiles of many zooms, and in both archives. */
import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import Point from 'ol/geom/Point.js'
import { fromLonLat } from 'ol/proj.js'
import type RenderFeature from 'ol/render/Feature.js'
import VectorSource from 'ol/source/Vector.js'
import { countryPlaces } from '../names/countries.ts'
import { riverSpellings } from '../names/rivers.ts'
import { seas } from '../names/seas.ts'
import { keyOf } from '../names/spelling.ts'
import { type Label, priorityOf } from './label.ts'
import { readLabel } from './read.ts'
import { type Baseline, riverBaselines } from './river.ts'
import type { TilePlace } from '../tileExtent.ts'

/** A label on the map. `zoom` is that of the tile it was read from. */
export type Named = { label: Label; zoom: number; straight: { point: Point; angle: number } | null }

/** Reads what {@link createLabelStore} put into a feature. */
export const namedOf = (feature: { get(key: string): unknown }): Named => feature.get('named') as Named

export type LabelStore = {
  source: VectorSource
  add: (archive: Label['archive'], features: readonly RenderFeature[], tile: TilePlace) => void
  /** Whether anything has come from the Iraq archive. */
  iraqIsThere: () => boolean
}

/** Two mentions of one name nearer than this, in metres, are one place. Tiles of zoom 0 round to 10 km. */
const samePlaceM = 25_000
/** A surveyed town that is this near to a place of the gazetteer is that place. */
const sameTownM = 5_000
/** A river's name is not repeated within this many pixels. */
const repeatPx = 360
/** Names along rivers belong to one zoom; beyond this many, those of other zooms are dropped. */
const mostRivers = 4_000

/** An empty store, but for the seas. */
export function createLabelStore(): LabelStore {
  const source = new VectorSource({ wrapX: true })
  const byName = new Map<string, Feature<Point>[]>()
  const towns = new Map<string, Point[]>()
  const riverTiles = new Set<string>()
  const rivers: Feature[] = []
  let iraq = false

  source.addFeatures(seas.map(seaFeature))

  const known = (key: string, x: number, y: number): Feature<Point> | undefined =>
    byName.get(key)?.find((feature) => {
      const [fx = 0, fy = 0] = feature.getGeometry()?.getFlatCoordinates() ?? []
      return Math.hypot(fx - x, fy - y) < samePlaceM
    })

  const nearTown = (x: number, y: number): boolean =>
    [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) => towns.get(cell(x, y, dx, dy))?.some((point) => distance(point, x, y) < sameTownM) ?? false),
    )

  const addPoint = (archive: Label['archive'], feature: RenderFeature, zoom: number, fresh: Feature[]): void => {
    const layer = String(feature.get('layer'))
    const label = readLabel(archive, layer, feature.getProperties())
    if (label === null) return
    const [x = 0, y = 0] = feature.getFlatCoordinates()
    const place = layer === 'country_label' ? countryPlaces.get(String(feature.get('a3'))) : undefined
    if (place !== undefined) {
      const [movedX = 0, movedY = 0] = fromLonLat([...place.at])
      addLabel({ ...label, to: Math.min(label.to, place.until) }, movedX, movedY, zoom, fresh)
      if (place.until < label.to) addLabel({ ...label, from: place.until }, x, y, zoom, fresh)
      return
    }
    if (layer === 'places_osm' && (known(`iraq place ${label.english}`, x, y) !== undefined || (label.tier === 0 && nearTown(x, y)))) return
    addLabel(label, x, y, zoom, fresh)
  }

  const addLabel = (label: Label, x: number, y: number, zoom: number, fresh: Feature[]): void => {
    const key = `${label.archive} ${label.kind} ${label.english}`
    const before = known(key, x, y)
    if (before !== undefined) {
      const named = namedOf(before)
      if (zoom <= named.zoom) return
      named.zoom = zoom
      before.getGeometry()?.setCoordinates([x, y])
      return
    }
    const point = new Point([x, y])
    const created = new Feature({ geometry: point, named: { label, zoom, straight: null } satisfies Named })
    byName.set(key, [...(byName.get(key) ?? []), created])
    if (label.archive === 'iraq' && label.kind === 'place') towns.set(cell(x, y), [...(towns.get(cell(x, y)) ?? []), point])
    fresh.push(created)
  }

  const isNamedNearby = ({ name, middle }: Baseline, zoom: number): boolean =>
    rivers.some((river) => {
      const named = namedOf(river)
      const metres = (repeatPx * 2 * 20037508) / 256 / 2 ** zoom
      return (
        named.zoom === zoom && river.get('name') === name && named.straight !== null && distance(named.straight.point, ...middle) < metres
      )
    })

  const addRivers = (archive: Label['archive'], features: readonly RenderFeature[], tile: TilePlace, fresh: Feature[]): void => {
    const key = `${archive} ${tile.join('/')}`
    if (riverTiles.has(key)) return
    riverTiles.add(key)
    for (const baseline of riverBaselines(features, tile)) {
      if (isNamedNearby(baseline, tile[0])) continue
      const created = riverFeature(archive, tile[0], baseline)
      rivers.push(created)
      fresh.push(created)
    }
    if (rivers.length < mostRivers) return
    const [kept, dropped] = [rivers.filter((one) => namedOf(one).zoom === tile[0]), rivers.filter((one) => namedOf(one).zoom !== tile[0])]
    source.removeFeatures(dropped)
    rivers.splice(0, rivers.length, ...kept)
    riverTiles.clear()
  }

  return {
    source,
    iraqIsThere: () => iraq,
    add: (archive, features, tile) => {
      if (archive === 'iraq') iraq = true
      const fresh: Feature[] = []
      const courses: RenderFeature[] = []
      // Places before what is checked against them.
      const ordered = features.toSorted((a, b) => Number(a.get('layer') === 'places_osm') - Number(b.get('layer') === 'places_osm'))
      for (const feature of ordered) {
        if (feature.get('layer') === 'rivers') courses.push(feature)
        else addPoint(archive, feature, tile[0], fresh)
      }
      if (courses.length > 0) addRivers(archive, courses, tile, fresh)
      if (fresh.length > 0) source.addFeatures(fresh)
    },
  }
}

const cell = (x: number, y: number, dx = 0, dy = 0): string => `${Math.floor(x / sameTownM) + dx} ${Math.floor(y / sameTownM) + dy}`

function distance(point: Point, x: number, y: number): number {
  const [px = 0, py = 0] = point.getFlatCoordinates()
  return Math.hypot(px - x, py - y)
}

function riverFeature(archive: Label['archive'], zoom: number, baseline: Baseline): Feature {
  const spelling = riverSpellings.get(keyOf(baseline.name))
  const tier = Math.min(4, Math.floor(baseline.rank / 2))
  const label: Label = {
    kind: 'river',
    english: spelling?.english ?? baseline.name,
    local: spelling?.local || null,
    from: 4.4 + tier * 0.7,
    to: 99,
    tier,
    priority: priorityOf('river', tier, 10 ** (10 - Math.min(9, baseline.rank)), null),
    side: 'n',
    capital: null,
    archive,
  }
  const straight = { point: new Point(baseline.middle), angle: baseline.angle }
  return new Feature({
    geometry: new LineString(baseline.course, 'XY'),
    name: baseline.name,
    named: { label, zoom, straight } satisfies Named,
  })
}

function seaFeature(sea: (typeof seas)[number]): Feature {
  const ocean = sea.english.includes('OCEAN')
  const label: Label = {
    kind: 'water',
    english: sea.english,
    local: sea.local,
    from: sea.from,
    to: sea.to,
    tier: ocean ? 0 : sea.from < 6 ? 1 : 2,
    priority: priorityOf('water', 0, ocean ? 1000 : 0, null),
    side: 'n',
    capital: null,
    archive: 'world',
  }
  return new Feature({ geometry: new Point(fromLonLat([sea.lon, sea.lat])), named: { label, zoom: 0, straight: null } satisfies Named })
}
