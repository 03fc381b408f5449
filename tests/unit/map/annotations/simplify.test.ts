import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceToSegment, simplified, smoothed } from '../../../../renderer/map/annotations/tools/simplify.ts'

const line = fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 2,
  maxLength: 80,
})

describe('a line drawn by hand', () => {
  test('keeps both ends, and no vertex is farther away than the tolerance', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0.01, max: 1e5, noNaN: true }), (given, tolerance) => {
        const few = simplified(given, tolerance)
        expect(few[0]).toEqual(given[0])
        expect(few.at(-1)).toEqual(given.at(-1))
        for (const at of given) {
          const away = Math.min(...few.slice(1).map((to, index) => distanceToSegment(at, few[index]!, to)))
          expect(away).toBeLessThanOrEqual(tolerance * 1.000001 + 1e-6)
        }
      }),
    )
  })

  test('a straight line needs its ends alone', () => {
    expect(
      simplified(
        Array.from({ length: 100 }, (_, index) => [index, 2 * index] as const),
        0.1,
      ),
    ).toHaveLength(2)
  })

  test('the worst of lines takes no longer than it is', () => {
    const wave = Array.from({ length: 20_000 }, (_, index) => [index, index % 2] as const)
    expect(simplified(wave, 0.2).length).toBeGreaterThan(10_000)
  })

  test('loses its tremble, and neither its ends nor its length', () => {
    const trembling = Array.from({ length: 50 }, (_, index) => [index, index % 2 === 0 ? 1 : -1] as const)
    const calm = smoothed(trembling)
    expect(calm).toHaveLength(50)
    expect([calm[0], calm.at(-1)]).toEqual([trembling[0], trembling.at(-1)])
    expect(Math.max(...calm.slice(3, -3).map(([, y]) => Math.abs(y)))).toBeLessThan(0.1)
  })
})
