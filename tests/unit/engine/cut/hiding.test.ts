import { describe, expect, it } from 'vitest'
import type { CutMark } from '../../../../electron/contract/cut.ts'
import { partKind } from '../../../../electron/contract/pieces.ts'
import { Hiding } from '../../../../electron/engine/cut/hiding.ts'
import { seeded } from '../../../bench/generate.ts'
import { collection, point, useLayers } from '../layer.ts'
import { cutOf, pictureAt, scattered, shapesOf } from './scattered.ts'

const layers = useLayers()
const mark: CutMark = { pointPx: 9, linePx: 1, areaPx: 1, solidPx: 6 }
const view = pictureAt(44, 33, 3_000)

const idsOf = async (open: Parameters<typeof cutOf>[0], marks?: CutMark[]): Promise<number[]> =>
  shapesOf(await cutOf(open, { ...view, reachPx: 10, ...(marks === undefined ? {} : { marks }) })).map(({ id }) => id)

describe('what lies under the points of a picture', () => {
  it('is left out, and nothing else is', async () => {
    const { open } = await layers.read(scattered(6_000, 11))
    const all = shapesOf(await cutOf(open, { ...view, reachPx: 10 }))
    const kept = new Set(await idsOf(open, [mark]))
    expect(all.length - kept.size).toBeGreaterThan(500)
    const solid = all.filter(
      ({ id, parts }) => kept.has(id) && parts.length === 1 && parts[0]!.kind === partKind.points && parts[0]!.xy.length === 2,
    )
    for (const { id, parts } of all.filter((one) => !kept.has(one.id))) {
      const isPoint = parts.every(({ kind }) => kind === partKind.points)
      const reach = isPoint ? mark.pointPx : 1
      const over = solid.filter((one) => !isPoint || one.id > id).map(({ parts: [only] }) => only!.xy)
      // Every pixel of its box, as far as it is in the picture.
      const xs = parts.flatMap(({ xy }) => xy.filter((_, i) => i % 2 === 0))
      const ys = parts.flatMap(({ xy }) => xy.filter((_, i) => i % 2 === 1))
      for (let x = Math.max(0, Math.floor(Math.min(...xs) - reach)); x < Math.min(800, Math.max(...xs) + reach); x++) {
        for (let y = Math.max(0, Math.floor(Math.min(...ys) - reach)); y < Math.min(600, Math.max(...ys) + reach); y++) {
          const isCovered = over.some(([px, py]) => Math.abs(x + 0.5 - px!) < mark.solidPx && Math.abs(y + 0.5 - py!) < mark.solidPx)
          if (!isCovered) expect.fail(`${id} is seen at ${x}, ${y}`)
        }
      }
    }
  })

  it('stays where points do not cover what is under them, or nothing is known of the marks', async () => {
    const { open } = await layers.read(scattered(1_000, 12))
    const all = await idsOf(open)
    expect(await idsOf(open, [{ ...mark, solidPx: 0 }])).toEqual(all)
    expect(await idsOf(open, [])).toEqual(all)
  })

  it('is a point under a later one, not over it', async () => {
    const { open } = await layers.read(collection(point(44, 33), point(44.0001, 33), point(44.2, 33)))
    expect(await idsOf(open, [{ ...mark, pointPx: 3, solidPx: 6 }])).toEqual([1, 2])
  })
})

describe('Hiding', () => {
  it('hides what is wholly under marks, whichever way they were put on whole pixels', () => {
    const random = seeded(3)
    for (let i = 0; i < 200; i++) {
      const hiding = Hiding.of(40, 40)!
      const [x, y, solid] = [10 + random() * 20, 10 + random() * 20, random() * 8]
      hiding.lay(x, y, solid)
      const [west, north, size] = [random() * 40, random() * 40, random() * 4]
      if (!hiding.hides(west, north, west + size, north + size, 0)) continue
      // A mark may be put half a pixel to any side.
      for (const shift of [-0.5, 0.5]) {
        expect(west).toBeGreaterThanOrEqual(x + shift - solid)
        expect(north).toBeGreaterThanOrEqual(y + shift - solid)
        expect(Math.min(40, west + size)).toBeLessThanOrEqual(x + shift + solid)
        expect(Math.min(40, north + size)).toBeLessThanOrEqual(y + shift + solid)
      }
    }
  })

  it('is not kept for a picture that is too large', () => {
    expect(Hiding.of(16_384, 16_384)).toBeNull()
  })
})
