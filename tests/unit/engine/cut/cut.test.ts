import { describe, expect, it } from 'vitest'
import { partKind } from '../../../../electron/contract/pieces.ts'
import { cut } from '../../../../electron/engine/cut/cut.ts'
import { isDrawn, type LayerStore } from '../../../../electron/engine/store/layerStore.ts'
import { unitsPerMetre } from '../../../../electron/engine/store/mercator.ts'
import { PieceReader } from '../../../../renderer/map/painter/pieces.ts'
import { seeded } from '../../../bench/generate.ts'
import { collection, line, point, polygon, useLayers } from '../layer.ts'
import { cutOf, metres, pictureAt, scattered, type Shape, shapesOf } from './scattered.ts'

const layers = useLayers()

/** Rows of features whose box touches the picture, by looking at each. */
function byScan({ boxes, kinds, featureCount }: LayerStore, [west, south, east, north]: readonly number[], reach: number): number[] {
  const [w = 0, s = 0, e = 0, n = 0] = [west! - reach, south! - reach, east! + reach, north! + reach].map((metre) => metre * unitsPerMetre)
  const rows = Array.from({ length: featureCount }, (_, row) => row)
  return rows.filter((row) => {
    const [a = 0, b = 0, c = 0, d = 0] = boxes.subarray(row * 4, row * 4 + 4)
    return isDrawn(kinds[row] ?? 255) && a <= e && c >= w && b <= n && d >= s
  })
}

/** Vertices of a feature as pixels of a picture. */
function pixelsOf(store: LayerStore, row: number, box: readonly number[], resolution: number): number[] {
  const part = row === 0 ? 0 : store.featureEnds[row - 1]!
  const from = part === 0 ? 0 : store.partEnds[part - 1]!
  const to = store.partEnds[store.featureEnds[row]! - 1]!
  return Array.from(store.xy.subarray(from * 2, to * 2), (unit, i) =>
    i % 2 === 0 ? (unit / unitsPerMetre - box[0]!) / resolution : (box[3]! - unit / unitsPerMetre) / resolution,
  )
}

const views = (seed: number): ReturnType<typeof pictureAt>[] => {
  const random = seeded(seed)
  return Array.from({ length: 12 }, (_, i) => pictureAt(40 + random() * 8, 30 + random() * 6, 3 * 4 ** (i % 6)))
}

describe('a cut', () => {
  it('has every feature of the picture, but for those that lie on the same half pixel as another', async () => {
    const { open } = await layers.read(scattered(4_000, 1))
    const { store } = open.layer
    for (const view of views(2)) {
      const shapes = shapesOf(await cutOf(open, view))
      const ids = new Set(shapes.map(({ id }) => id))
      expect(shapes.map(({ id }) => id)).toEqual([...ids].toSorted((a, b) => a - b))
      const expected = byScan(store, view.box, view.resolution)
      expect([...ids].filter((id) => !expected.includes(id))).toEqual([])
      const marked = halfPixels(shapes)
      for (const id of expected.filter((one) => !ids.has(one))) {
        // All of a feature that is not there lies where there is another, or outside.
        const pixels = pixelsOf(store, id, view.box, view.resolution)
        const seen = pixels.flatMap((x, i) => (i % 2 === 0 && isInside(x, pixels[i + 1]!) ? [[x, pixels[i + 1]!] as const] : []))
        for (const [x, y] of seen) expect(marked.has(`${Math.floor(x * 2)} ${Math.floor(y * 2)}`), `${id} at ${x}, ${y}`).toBe(true)
      }
    }
  })

  it('keeps every vertex within half a pixel of its line', async () => {
    const { open } = await layers.read(scattered(1_000, 3))
    const { store } = open.layer
    const view = pictureAt(44, 33, 400, 12_000, 12_000)
    for (const { id, parts } of shapesOf(await cutOf(open, view))) {
      if (parts.length > 1 || parts[0]!.kind === partKind.points) continue
      const { kind, xy } = parts[0]!
      const closed = kind === partKind.outerRing ? [...xy, xy[0]!, xy[1]!] : xy
      const original = pixelsOf(store, id, view.box, view.resolution)
      for (let i = 0; i < original.length; i += 2) {
        // Rings are put on a net of half pixels, a quarter to each side; a dot stands for the diagonal of half a pixel.
        expect(distanceTo(closed, original[i]!, original[i + 1]!), `${id}`).toBeLessThan(
          kind === partKind.outerRing ? 0.75 : xy.length === 2 ? 0.71 : 0.501,
        )
      }
      expect(xy.length, `${id}`).toBeLessThanOrEqual(original.length)
    }
  })

  it('never makes anything vanish: what is crowded or tiny leaves a mark in its place', async () => {
    const random = seeded(5)
    const crowd = Array.from({ length: 500 }, () => [44 + random() * 1e-4, 33 + random() * 1e-4] as [number, number])
    const texts = [
      collection(...crowd.map(([lon, lat]) => point(lon, lat))),
      collection(...crowd.map(([lon, lat]) => line([lon, lat], [lon + 1e-5, lat]))),
      collection(
        ...crowd.map(([lon, lat]) =>
          polygon([
            [lon, lat],
            [lon + 1e-5, lat],
            [lon, lat + 1e-5],
            [lon, lat],
          ]),
        ),
      ),
      collection(JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: crowd } })),
      collection(
        JSON.stringify({
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'MultiPolygon',
            coordinates: crowd.map(([lon, lat]) => [
              [
                [lon, lat],
                [lon + 1e-5, lat],
                [lon, lat + 1e-5],
                [lon, lat],
              ],
            ]),
          },
        }),
      ),
      collection(
        JSON.stringify({
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'MultiLineString',
            coordinates: crowd.map(([lon, lat]) => [
              [lon, lat],
              [lon + 1e-5, lat],
            ]),
          },
        }),
      ),
    ]
    for (const text of texts) {
      const { open } = await layers.read(text)
      for (const resolution of [100, 1_000, 10_000, 100_000]) {
        const shapes = shapesOf(await cutOf(open, pictureAt(44, 33, resolution)))
        const marks = shapes.flatMap(({ parts }) => parts.map(({ xy }) => xy))
        expect(marks.length, `${resolution}`).toBeGreaterThan(0)
        // 11 m: at 100 m a pixel, the crowd is on one or a few of them.
        expect(marks.length, `${resolution}`).toBeLessThanOrEqual(4)
        for (const [x, y] of marks) expect(Math.hypot(x! - 400, y! - 300)).toBeLessThan(1.5)
      }
    }
  })

  it('says the class of each feature, and the last one for all other values', async () => {
    const text = collection(
      ...['a', 'b', null, 3, 'c', true].map((kind, i) =>
        JSON.stringify({ type: 'Feature', properties: { kind }, geometry: { type: 'Point', coordinates: [44 + i / 10, 33] } }),
      ),
    )
    const { open } = await layers.read(text)
    const view = pictureAt(44.2, 33, 200)
    const classes = { field: 'kind', values: ['b', 3, null, true] }
    const shapes = shapesOf(await cutOf(open, { ...view, classes }))
    expect(shapes.map(({ classIndex }) => classIndex)).toEqual([4, 0, 2, 1, 4, 3])
    expect(shapesOf(await cutOf(open, { ...view, classes: { field: 'none', values: ['b'] } })).map(({ classIndex }) => classIndex)).toEqual(
      [1, 1, 1, 1, 1, 1],
    )
  })

  it('keeps what marks the picture from outside, as far as a mark reaches', async () => {
    const { open } = await layers.read(collection(point(44, 33)))
    const [x, y] = metres(44, 33)
    const box = [x + 50, y - 500, x + 1_050, y + 500] as [number, number, number, number]
    expect(shapesOf(await cutOf(open, { box, resolution: 10, reachPx: 5 }))).toHaveLength(1)
    expect(shapesOf(await cutOf(open, { box: [x + 80, y - 500, x + 1_080, y + 500], resolution: 10, reachPx: 5 }))).toHaveLength(0)
  })

  it('is the same however its bytes arrive', async () => {
    const { open } = await layers.read(scattered(3_000, 8))
    const { bytes, pieces } = await cutOf(open, pictureAt(44, 33, 1_500))
    const all = Buffer.concat(bytes)
    const random = seeded(9)
    const reader = new PieceReader()
    const again = []
    for (let at = 0; at < all.length;) {
      const size = 1 + Math.floor(random() * 50_000)
      again.push(...reader.take(all.subarray(at, at + size)))
      at += size
    }
    expect(reader.isWhole).toBe(true)
    expect(again).toEqual(pieces)
    for (const piece of bytes) expect(piece.length % 4).toBe(0)
  })

  it('ends when it is cancelled', async () => {
    const { open } = await layers.read(scattered(4_000, 10))
    const abort = new AbortController()
    abort.abort()
    const classes = { field: 'kind', values: ['road'] }
    await expect(
      cut(open, { ...pictureAt(44, 33, 1_500), reachPx: 0, filter: '', classes }, { signal: abort.signal, send: () => {} }),
    ).rejects.toThrow('Cancelled')
  })
})

const isInside = (x: number, y: number): boolean => x >= 0 && y >= 0 && x <= 800 && y <= 600

/** Every half pixel that has a vertex in it or beside it: a dot stands for half a pixel, and that of an area lies on a net. */
function halfPixels(shapes: Shape[]): Set<string> {
  const marked = new Set<string>()
  for (const { parts } of shapes) {
    for (const { xy } of parts) {
      for (let i = 0; i < xy.length; i += 2) {
        for (const dx of [-2, -1, 0, 1, 2])
          for (const dy of [-2, -1, 0, 1, 2]) marked.add(`${Math.floor(xy[i]! * 2) + dx} ${Math.floor(xy[i + 1]! * 2) + dy}`)
      }
    }
  }
  return marked
}

function distanceTo(xy: number[], x: number, y: number): number {
  let nearest = Infinity
  for (let i = 0; i < xy.length; i += 2) {
    const [ax, ay] = [xy[Math.max(0, i - 2)]!, xy[Math.max(1, i - 1)]!]
    const [dx, dy] = [xy[i]! - ax, xy[i + 1]! - ay]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  }
  return nearest
}
