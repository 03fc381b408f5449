import { describe, expect, it } from 'vitest'
import { hit } from '../../../../electron/engine/cut/hit.ts'
import { indexBytes, indexOf, restoreIndex, featuresIn } from '../../../../electron/engine/cut/spatialIndex.ts'
import { seeded } from '../../../bench/generate.ts'
import { collection, type Feature, line, point, polygon, useLayers } from '../layer.ts'
import { metres, scattered } from './scattered.ts'

const layers = useLayers()
const reachM = { point: 300, line: 200, area: 100 }

type Position = [number, number]

/** Whether a geometry of the file is within reach of a place, worked out from its coordinates alone. */
function isNear(geometry: Feature['geometry'], x: number, y: number): boolean {
  if (geometry === null) return false
  const place = (coordinates: unknown): Position => metres(...(coordinates as Position))
  const lines = (coordinates: unknown): Position[][] => (coordinates as Position[][]).map((one) => one.map(place))
  const toLine = (positions: Position[]): number => Math.min(...positions.map((b, i) => toStretch(positions[Math.max(0, i - 1)]!, b, x, y)))
  const inPolygon = (rings: Position[][]): boolean =>
    rings.some((ring) => toLine(ring) <= reachM.area) || rings.filter((ring) => isInside(ring, x, y)).length % 2 === 1
  const { type, coordinates, geometries } = geometry
  switch (type) {
    case 'Point':
      return toLine([place(coordinates)]) <= reachM.point
    case 'MultiPoint':
      return (coordinates as Position[]).some((one) => toLine([place(one)]) <= reachM.point)
    case 'LineString':
      return toLine(lines([coordinates])[0]!) <= reachM.line
    case 'Polygon':
      return inPolygon(lines(coordinates))
    case 'MultiPolygon':
      return (coordinates as Position[][][]).some((one) => inPolygon(lines(one)))
    default:
      return (geometries ?? []).some((one) => isNear(one as Feature['geometry'], x, y))
  }
}

function toStretch([ax, ay]: Position, [bx, by]: Position, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

function isInside(ring: Position[], x: number, y: number): boolean {
  return (
    ring.filter(([bx, by], i) => {
      const [ax, ay] = ring.at(i - 1)!
      return ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) < x
    }).length %
      2 ===
    1
  )
}

describe('features at a place', () => {
  it('are those that a look at every coordinate of the file finds', async () => {
    const { open, features } = await layers.read(scattered(3_000, 21))
    const all = await features()
    const random = seeded(22)
    let found = 0
    for (let i = 0; i < 150; i++) {
      const [lon, lat] = [40 + random() * 8, 30 + random() * 6]
      const expected = all.filter(({ geometry }) => isNear(geometry, ...metres(lon, lat))).map(({ id }) => id)
      const answer = hit(open.layer.store, { area: [lon, lat], reachM, limit: 10_000 })
      expect(
        answer.toSorted((a, b) => a - b),
        `${lon}, ${lat}`,
      ).toEqual(expected)
      found += expected.length
    }
    expect(found).toBeGreaterThan(100)
  })

  it('come topmost first: points, lines, areas, and the later over the earlier', async () => {
    const square = polygon([
      [43.9, 32.9],
      [44.1, 32.9],
      [44.1, 33.1],
      [43.9, 33.1],
      [43.9, 32.9],
    ])
    const across = line([43.9, 33], [44.1, 33])
    const { open } = await layers.read(collection(point(44, 33), square, across, point(44, 33), across, square))
    expect(hit(open.layer.store, { area: [44, 33], reachM, limit: 10 })).toEqual([3, 0, 4, 2, 5, 1])
    expect(hit(open.layer.store, { area: [44, 33], reachM, limit: 2 })).toEqual([3, 0])
  })

  it('are not in the hole of an area, but on its rim', async () => {
    const ring = (r: number): number[][] => [
      [44 - r, 33 - r],
      [44 + r, 33 - r],
      [44 + r, 33 + r],
      [44 - r, 33 + r],
      [44 - r, 33 - r],
    ]
    const { open } = await layers.read(collection(polygon(ring(1), ring(0.5).toReversed())))
    const at = (lon: number): number[] => hit(open.layer.store, { area: [lon, 33], reachM, limit: 10 })
    expect([at(44), at(44.4995), at(44.75), at(45.0005), at(45.01)]).toEqual([[], [0], [0], [0], []])
  })

  it('are found on both sides of the antimeridian, in a box too', async () => {
    const { open } = await layers.read(collection(point(179.999, 0), point(-179.999, 0), point(0, 0)))
    expect(hit(open.layer.store, { area: [180, 0], reachM, limit: 10 })).toEqual([1, 0])
    expect(hit(open.layer.store, { area: [179, -1, -179, 1], reachM, limit: 10 })).toEqual([1, 0])
    expect(hit(open.layer.store, { area: [-1, -1, 1, 1], reachM, limit: 10 })).toEqual([2])
  })

  it('of a box are those that have something in it', async () => {
    const { open } = await layers.read(
      collection(
        line([43, 32], [45, 34]),
        line([43, 32], [43, 34]),
        polygon([
          [40, 30],
          [48, 30],
          [48, 36],
          [40, 36],
          [40, 30],
        ]),
        point(44.05, 33.05),
        point(44.2, 33),
      ),
    )
    expect(hit(open.layer.store, { area: [43.9, 32.9, 44.1, 33.1], reachM: { point: 0, line: 0, area: 0 }, limit: 10 })).toEqual([3, 0, 2])
  })
})

describe('the index', () => {
  it('can be put away and taken back', async () => {
    const first = await layers.read(scattered(500, 31), 'first.geojson')
    const bytes = indexBytes(first.open.layer.store)
    const again = { ...first.open.layer.store }
    restoreIndex(again, bytes.slice())
    const box = [4_900_000_00, 3_900_000_00, 4_950_000_00, 3_950_000_00] as const
    expect(featuresIn(again, box)).toEqual(featuresIn(first.open.layer.store, box))
    expect(indexOf(again)).not.toBe(indexOf(first.open.layer.store))
    const other = await layers.read(scattered(400, 32), 'other.geojson')
    expect(() => restoreIndex(other.open.layer.store, bytes.slice())).toThrow('another layer')
  })
})
