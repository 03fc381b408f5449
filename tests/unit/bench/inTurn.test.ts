import { describe, expect, it } from 'vitest'
import { inTurn, median, quantile } from '../../bench/inTurn.ts'

describe('inTurn', () => {
  it('asks the sides one after another, round by round', async () => {
    const asked: string[] = []
    const side = (name: string) => async (run: number) => {
      asked.push(`${name}${run}`)
      return { time: 1 }
    }
    await inTurn(2, { ours: side('a'), peer: side('b') })
    expect(asked).toEqual(['a0', 'b0', 'a1', 'b1'])
  })

  it('gives the median of each figure', async () => {
    const medians = await inTurn(3, { ours: async (run) => ({ time: [7, 1, 3][run] ?? 0, memory: run }) })
    expect(medians).toEqual({ ours: { time: 3, memory: 1 } })
  })

  it('asks a side that could not do it no more', async () => {
    let asked = 0
    const medians = await inTurn(3, {
      ours: async () => ({ time: 1 }),
      peer: async () => {
        asked += 1
        return null
      },
      absent: null,
    })
    expect(asked).toBe(1)
    expect(medians).toEqual({ ours: { time: 1 }, peer: null })
  })
})

describe('quantile', () => {
  it('lies between the nearest two', () => {
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8)
    expect(quantile([5], 0.95)).toBe(5)
  })

  it('takes nothing that is no number', () => {
    expect(() => median([])).toThrow('Nothing was measured.')
    expect(() => median([1, Number.NaN])).toThrow('Nothing was measured.')
  })
})
