import { describe, expect, it } from 'vitest'
import { outlinesIn, outlinesOf } from '../../../../electron/engine/cut/outlines.ts'
import { collection, feature, line, point, polygon, useLayers } from '../layer.ts'
import { metres, scattered } from './scattered.ts'

const layers = useLayers()
const limit = 10_000
const worldM = 2 * Math.PI * 6_378_137
const metresOf = (run: number[]): [number, number][] =>
  Array.from({ length: run.length / 2 }, (_, index) => [run[2 * index]!, run[2 * index + 1]!])
const near = ([x, y]: [number, number], [x2, y2]: [number, number]): boolean => Math.hypot(x - x2, y - y2) < 0.02

describe('outlines in a box', () => {
  it('are the edges that touch it, with both their ends', async () => {
    const { open } = await layers.read(collection(line([40, 30], [41, 30], [42, 30], [43, 30], [43, 31])))
    const { runs, complete } = outlinesIn(open.layer.store, { area: [41.4, 29.9, 41.6, 30.1], limit })
    expect(complete).toBe(true)
    expect(runs).toHaveLength(1)
    expect(metresOf(runs[0]!).every((at, index) => near(at, metres(41 + index, 30)))).toBe(true)
  })

  it('of a line that comes back are two runs, and points are runs of one', async () => {
    const { open } = await layers.read(
      collection(
        line([40, 30], [42, 30], [42, 33], [40, 33], [40, 30.2], [42, 30.2]),
        point(41, 30.1),
        feature({
          type: 'MultiPoint',
          coordinates: [
            [41, 30.05],
            [50, 50],
          ],
        }),
      ),
    )
    const { runs } = outlinesIn(open.layer.store, { area: [40.9, 29.9, 41.1, 30.3], limit })
    expect(runs.map((run) => run.length / 2).toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2])
  })

  it('of an area close it, holes too', async () => {
    const hole = [
      [40.4, 30.4],
      [40.6, 30.4],
      [40.6, 30.6],
      [40.4, 30.6],
      [40.4, 30.4],
    ]
    const { open } = await layers.read(
      collection(
        polygon(
          [
            [40, 30],
            [41, 30],
            [41, 31],
            [40, 31],
            [40, 30],
          ],
          hole,
        ),
      ),
    )
    const left = outlinesIn(open.layer.store, { area: [39.9, 30.45, 40.1, 30.55], limit })
    expect(left.runs.map(metresOf)).toHaveLength(1)
    expect(
      left.runs.map(metresOf)[0]!.some((at) => near(at, metres(40, 30))),
      'the edge that closes the ring',
    ).toBe(true)
    const inner = outlinesIn(open.layer.store, { area: [40.39, 30.45, 40.41, 30.55], limit })
    expect(metresOf(inner.runs[0]!).some((at) => near(at, metres(40.4, 30.4)))).toBe(true)
  })

  it('have every vertex of the file that is in the box, to the centimetre', async () => {
    const { open, features } = await layers.read(scattered(2_000, 5))
    const area: [number, number, number, number] = [43, 32, 44.5, 33.5]
    const [west, south, east, north] = [...metres(area[0], area[1]), ...metres(area[2], area[3])]
    const { runs, complete } = outlinesIn(open.layer.store, { area, limit: 1_000_000 })
    expect(complete).toBe(true)
    const there = new Set(runs.flatMap(metresOf).map(([x, y]) => `${Math.round(x * 10)} ${Math.round(y * 10)}`))
    const has = ([x, y]: readonly [number, number]): boolean =>
      [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => there.has(`${Math.round(x * 10) + dx} ${Math.round(y * 10) + dy}`)))
    const positions = (await features()).flatMap(({ geometry }) => positionsOf(geometry)).map(([lon, lat]) => metres(lon, lat))
    const inside = positions.filter(([x, y]) => x > west + 1 && x < east - 1 && y > south + 1 && y < north - 1)
    expect(inside.length).toBeGreaterThan(100)
    expect(inside.filter((at) => !has(at))).toEqual([])
  })

  it('across the antimeridian are in the turn of the world that was asked for', async () => {
    const { open } = await layers.read(collection(point(179.99, 10), point(-179.99, 10)))
    const { runs } = outlinesIn(open.layer.store, { area: [179.9, 9.9, -179.9, 10.1], limit })
    const xs = runs.map((run) => run[0]!).toSorted((a, b) => a - b)
    expect(xs[0]).toBeCloseTo(metres(179.99, 10)[0], 1)
    expect(xs[1]).toBeCloseTo(metres(-179.99, 10)[0] + worldM, 1)
  })

  it('beyond the limit say that they are not all', async () => {
    const { open } = await layers.read(collection(...Array.from({ length: 50 }, (_, index) => point(41 + index / 1_000, 30))))
    expect(outlinesIn(open.layer.store, { area: [40, 29, 42, 31], limit: 50 }).complete).toBe(true)
    const some = outlinesIn(open.layer.store, { area: [40, 29, 42, 31], limit: 49 })
    expect([some.complete, some.runs.length]).toEqual([false, 49])
  })

  it('are those of what a filter lets through', async () => {
    const { open } = await layers.read(
      collection(
        feature({ type: 'Point', coordinates: [41, 30] }, { held: true }),
        feature({ type: 'Point', coordinates: [41, 30.01] }, { held: false }),
      ),
    )
    const { runs } = await outlinesOf(open, { area: [40, 29, 42, 31], filter: 'held = true', limit }, new AbortController().signal)
    expect(runs).toHaveLength(1)
    expect(near(metresOf(runs[0]!)[0]!, metres(41, 30))).toBe(true)
  })
})

function positionsOf(geometry: { coordinates?: unknown; geometries?: unknown[] } | null): [number, number][] {
  if (geometry === null) return []
  if (geometry.geometries !== undefined) return geometry.geometries.flatMap((one) => positionsOf(one as typeof geometry))
  const flat = (value: unknown): [number, number][] =>
    typeof (value as number[])[0] === 'number' ? [value as [number, number]] : (value as unknown[]).flatMap(flat)
  return flat(geometry.coordinates)
}
