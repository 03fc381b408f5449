import { describe, expect, test } from 'vitest'
import type { Outlines, OutlinesRequest } from '../../../../electron/contract/outlines.ts'
import { halfWorldM } from '../../../../renderer/document/geodesy/mercator.ts'
import { type CutLayer, CutOutlines } from '../../../../renderer/map/annotations/tools/cutOutlines.ts'

const layer: CutLayer = { source: '00000000000000aa', filter: '', contentKey: 'one' }

/** An engine that is asked by hand. */
function engine(answer: (request: OutlinesRequest) => Outlines = () => ({ runs: [[0, 0, 10, 0]], complete: true })) {
  const requests: OutlinesRequest[] = []
  let arrivals = 0
  let shown: CutLayer[] = [layer]
  const outlines = new CutOutlines(
    () => shown,
    async (_, request) => {
      requests.push(request)
      return answer(request)
    },
    () => (arrivals += 1),
  )
  return {
    outlines,
    requests,
    arrived: async (times = 1) => {
      await expect.poll(() => arrivals).toBe(times)
    },
    show: (layers: CutLayer[]) => (shown = layers),
  }
}

describe('The outlines of a layer that the engine keeps', () => {
  test('are asked for once, and are at hand around the place from then on', async () => {
    const { outlines, requests, arrived } = engine()
    expect(outlines.near([0, 0], 10)).toEqual([])
    expect(outlines.near([1, 1], 10), 'the answer is on its way').toEqual([])
    await arrived()
    expect(outlines.near([2, 2], 10)).toEqual([{ flat: [0, 0, 10, 0], stride: 2, ends: [4] }])
    expect(requests).toHaveLength(1)
  })

  test('are asked for anew near the edge of what is at hand, which serves meanwhile', async () => {
    const { outlines, requests, arrived } = engine()
    outlines.near([0, 0], 10)
    await arrived()
    expect(outlines.near([145, 0], 10)).toHaveLength(1)
    expect(requests).toHaveLength(2)
    await arrived(2)
    expect(outlines.near([1_000, 0], 10), 'nothing is known of another place').toEqual([])
  })

  test('of a crowd are asked for in a smaller box', async () => {
    const { outlines, requests, arrived } = engine(({ area: [west, , east] }) => ({ runs: [[0, 0]], complete: east - west < 0.001 }))
    outlines.near([0, 0], 10)
    await arrived()
    expect(requests.length).toBeGreaterThan(1)
    expect(outlines.near([0, 0], 10)).toHaveLength(1)
  })

  test('are another layer’s when its file or its filter is another', async () => {
    const { outlines, requests, arrived, show } = engine()
    outlines.near([0, 0], 10)
    await arrived()
    for (const [index, changed] of [
      { ...layer, contentKey: 'two' },
      { ...layer, filter: 'held = true' },
    ].entries()) {
      show([changed])
      expect(outlines.near([0, 0], 10)).toEqual([])
      await arrived(index + 2)
    }
    expect(requests.map(({ filter }) => filter)).toEqual(['', '', 'held = true'])
    show([])
    expect(outlines.near([0, 0], 10)).toEqual([])
  })

  test('lie in the turn of the world in which the pointer is, and are asked for over the antimeridian', async () => {
    const { outlines, requests, arrived } = engine(() => ({ runs: [[halfWorldM, 0]], complete: true }))
    const at: [number, number] = [3 * halfWorldM - 5, 0]
    outlines.near(at, 10)
    await arrived()
    const [west, , east] = requests[0]!.area
    expect(west).toBeGreaterThan(179.9)
    expect(east).toBeLessThan(-179.9)
    expect(outlines.near(at, 10)[0]!.flat[0]).toBeCloseTo(3 * halfWorldM, 3)
  })

  test('of a layer that was closed meanwhile are none', async () => {
    const { outlines, arrived } = engine(() => {
      throw new Error('closed')
    })
    expect(outlines.near([0, 0], 10)).toEqual([])
    await arrived()
    expect(outlines.near([0, 0], 10)).toEqual([])
  })
})
