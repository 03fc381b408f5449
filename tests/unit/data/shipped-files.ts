import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const dataFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../data')

/** Every file below `data/`, as `data/layers/iraq.geojson`. */
export function shippedFiles(): string[] {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ['data', ...relative(dataFolder, join(entry.parentPath, entry.name)).split(sep)].join('/'))
    .toSorted()
}

export function readText(name: string): string {
  return readFileSync(join(dataFolder, name), 'utf8')
}

export type Position = [number, number]
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
export type Feature = { type: 'Feature'; id: string; properties: Record<string, string | number | null>; geometry: Geometry }
export type Collection = { type: 'FeatureCollection'; name: string; attribution: string; features: Feature[] }

export function readLayer(name: string): Collection {
  return JSON.parse(readText(`layers/${name}.geojson`)) as Collection
}

/** The polygons of a feature, each a list of rings; none for a point. */
export function polygonsOf({ geometry }: Feature): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

export function pointOf({ id, geometry }: Feature): Position {
  if (geometry.type !== 'Point') throw new Error(`${id} is not a point`)
  return geometry.coordinates
}

/** Twice the signed area of a ring in square degrees; positive when it runs counter-clockwise. */
export function signedArea(ring: Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0)
}

/** True when the point is inside one of the feature's polygons and in none of its holes (even-odd rule over all rings). */
export function contains(feature: Feature, [lon, lat]: Position): boolean {
  let inside = false
  for (const ring of polygonsOf(feature).flat()) {
    for (const [i, [bx, by]] of ring.slice(1).entries()) {
      const [ax, ay] = ring[i]!
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}
