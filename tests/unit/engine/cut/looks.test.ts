import { describe, expect, it } from 'vitest'
import { sharesStart, wholeShare } from '../../../../electron/contract/pieces.ts'
import { shareOf } from '../../../../electron/contract/sizes.ts'
import { looksOf } from '../../../../electron/engine/cut/looks.ts'
import { cut } from '../../../../electron/engine/cut/cut.ts'
import { hitLooking } from '../../../../electron/engine/cut/hit.ts'
import { type Piece, PieceReader } from '../../../../renderer/map/painter/pieces.ts'
import { collection, useLayers } from '../layer.ts'
import { pictureAt } from './scattered.ts'

const layers = useLayers()
const { signal } = new AbortController()
const at = (value: unknown, lon: number): string =>
  JSON.stringify({ type: 'Feature', properties: { value }, geometry: { type: 'Point', coordinates: [lon, 33] } })

/** Values of all kinds, the largest in the middle. */
const values = [5, 'five', 100, null, 50, -3, 1e9, true]
const file = collection(...values.map((value, index) => at(value, 44 + index / 1_000)))

describe('looks', () => {
  it('tell the range of each number, and nothing of what is none', async () => {
    const { open } = await layers.read(file)
    const classes = {
      field: 'value',
      ranges: [
        [0, 50],
        [50, 100],
      ] as [number, number][],
    }
    const looks = await looksOf(open, { classes }, signal)
    expect([...looks.classes!]).toEqual([0, 2, 1, 2, 1, 2, 2, 2])
    expect(looks.shares).toBeNull()
  })

  it('tell how large each feature is, within a 131,070th', async () => {
    const { open } = await layers.read(file)
    const sizes = { field: 'value', from: 0, to: 100 }
    const { shares } = await looksOf(open, { classes: null, sizes }, signal)
    for (const [index, value] of values.entries())
      expect(Math.abs(shares![index]! / wholeShare - shareOf(value, sizes)), String(value)).toBeLessThanOrEqual(1 / 131_070)
  })

  it('are read at once for classes and sizes', async () => {
    const { open } = await layers.read(file)
    const request = { classes: { field: 'value', values: [5, null] }, sizes: { field: 'value', from: 0, to: 100 } }
    const both = await Promise.all([looksOf(open, request, signal), looksOf(open, request, signal)])
    expect(both[0].classes).toBe(both[1].classes)
    expect([...both[0].classes!]).toEqual([0, 2, 2, 1, 2, 2, 2, 2])
  })
})

describe('a cut with sizes', () => {
  it('brings the largest first and says how large it is', async () => {
    const { open } = await layers.read(file)
    const pieces: Piece[] = []
    const request = { ...pictureAt(44, 33, 30), reachPx: 8, filter: '', classes: null, sizes: { field: 'value', from: 0, to: 100 } }
    const reader = new PieceReader(true)
    await cut(open, request, { signal, send: (bytes) => void pieces.push(...reader.take(bytes)) })
    expect(reader.isWhole).toBe(true)
    const [piece] = pieces
    expect([...piece!.ids]).toEqual([2, 6, 4, 0, 1, 3, 5, 7])
    expect([...piece!.shares!].map((share) => Math.round((share / wholeShare) * 100))).toEqual([100, 100, 50, 5, 0, 0, 0, 0])
    expect(sharesStart(1, 1, 1) % 2).toBe(0)
  })

  it('keeps large features under small ones in the same place, and one of each size', async () => {
    const { open } = await layers.read(collection(at(100, 44), at(10, 44), at(100, 44), at(10, 44)))
    const ids: number[] = []
    const reader = new PieceReader(true)
    const request = { ...pictureAt(44, 33, 30), reachPx: 8, filter: '', classes: null, sizes: { field: 'value', from: 0, to: 100 } }
    await cut(open, request, {
      signal,
      send: (bytes) => {
        for (const piece of reader.take(bytes)) ids.push(...piece.ids)
      },
    })
    expect(ids).toEqual([2, 3])
  })
})

describe('a hit', () => {
  it('reaches as far as each feature is drawn, the smaller over the larger', async () => {
    // 0.001° are 111 m.
    const { open } = await layers.read(collection(at(100, 44), at(0, 44.001), at(100, 44.0001)))
    const reach = (point: number) => ({ point, line: 1, area: 1 })
    const ask = (lon: number): Promise<number[]> =>
      hitLooking(
        open,
        {
          area: [lon, 33],
          filter: '',
          reachM: reach(200),
          look: {
            classes: null,
            reachM: [reach(5)],
            sizes: { field: 'value', from: 0, to: 100, by: 'area', pointM: [10, 150], lineM: [0, 0] },
          },
          limit: 10,
        },
        signal,
      )
    expect(await ask(44.001)).toEqual([1, 2, 0])
    expect(await ask(44.0012)).toEqual([2, 0])
    expect(await ask(44.002)).toEqual([])
  })

  it('goes by the reach of its class', async () => {
    const { open } = await layers.read(collection(at(1, 44), at(2, 44)))
    const reach = (point: number) => ({ point, line: 1, area: 1 })
    const look = { classes: { field: 'value', values: [1] }, reachM: [reach(50), reach(200)], sizes: null }
    const found = await hitLooking(open, { area: [44.001, 33], filter: '', reachM: reach(200), look, limit: 10 }, signal)
    expect(found).toEqual([1])
  })
})
