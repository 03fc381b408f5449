import { describe, expect, it } from 'vitest'
import type { BoundingBox } from '../../../../electron/contract/values.ts'
import { tallyArea } from '../../../../electron/engine/cut/tallyArea.ts'
import { seeded } from '../../../bench/generate.ts'
import { collection, feature, line, point, polygon, useLayers } from '../layer.ts'

const layers = useLayers()
const options = { signal: new AbortController().signal, onProgress: () => {} }
const area: BoundingBox = [40, 30, 45, 35]
const square = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const countIn = async (text: string, inside: BoundingBox = area): Promise<number> => {
  const { open } = await layers.read(text)
  return (await tallyArea(open, { area: inside, filter: '', field: null }, options)).count
}

describe('what of a layer is inside an area', () => {
  it('goes by the shape, not by the box around it', async () => {
    expect(await countIn(collection(line([39, 34], [46, 31])))).toBe(1)
    // Around the corner, its box over the whole area.
    expect(await countIn(collection(line([39, 29], [39, 36], [46, 36])))).toBe(0)
    expect(await countIn(collection(polygon(square(30, 20, 50, 40))))).toBe(1)
    expect(await countIn(collection(polygon(square(30, 20, 50, 40), square(39, 29, 46, 36))))).toBe(0)
    expect(await countIn(collection(point(40, 30), point(45.001, 30), point(42, 33)))).toBe(2)
  })

  it('is counted across the antimeridian, each feature once', async () => {
    const text = collection(point(179, 0), point(-179, 0), point(0, 0), line([178, 1], [182, 1]))
    expect(await countIn(text, [175, -5, -175, 5])).toBe(3)
    expect(await countIn(text, [-180, -85, 180, 85])).toBe(4)
  })

  it('is counted by value, of what the filter lets through', async () => {
    const random = seeded(5)
    const rows = Array.from({ length: 3_000 }, (_, n) => ({
      at: [38 + random() * 9, 28 + random() * 9] as const,
      kind: ['held', 'given', null][n % 3] ?? null,
      n,
    }))
    const text = collection(...rows.map(({ at, kind, n }) => feature({ type: 'Point', coordinates: at }, { kind, n })))
    const { open } = await layers.read(text)
    const tally = await tallyArea(open, { area, filter: 'n < 2000', field: 'kind' }, options)
    const inside = rows.filter(({ at: [lon, lat], n }) => n < 2000 && lon >= 40 && lon <= 45 && lat >= 30 && lat <= 35)
    const expected = (value: string | null): number => inside.filter(({ kind }) => kind === value).length
    expect(tally.count).toBe(inside.length)
    expect(new Map(tally.values.map(({ value, count }) => [value, count]))).toEqual(
      new Map([null, 'held', 'given'].map((value) => [value, expected(value)])),
    )
  })
})
