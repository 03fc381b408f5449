import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PositionRun, runLimit } from '../../../../electron/engine/geojson/positionRun.ts'

/** Bytes with the zeros behind them that a piece of a file has. */
function piece(text: string): { bytes: Uint8Array; length: number } {
  const length = Buffer.byteLength(text)
  const bytes = new Uint8Array(length + 64)
  Buffer.from(text).copy(bytes)
  return { bytes, length }
}

function read(text: string, limit = runLimit): { positions: number[][]; rest: string; run: PositionRun } {
  const { bytes, length } = piece(text)
  const run = new PositionRun()
  const next = run.read(bytes, 0, length, limit)
  const positions = Array.from({ length: run.count }, (_, i) => [run.first[i] as number, run.second[i] as number])
  return { positions, rest: text.slice(next), run }
}

describe('A run of positions', () => {
  test('ends before what is none', () => {
    expect(read('[1,2],[3.5,-4],[5,6,7,8]],[9,9]')).toMatchObject({
      positions: [
        [1, 2],
        [3.5, -4],
        [5, 6],
      ],
      rest: '],[9,9]',
    })
  })

  test.each([
    '[[1,2]]',
    '[1]',
    '[1,2',
    '[1,2,',
    '[1,2}',
    '["1",2]',
    '[01,2]',
    '[1.,2]',
    '[.5,2]',
    '[1,-]',
    '[+1,2]',
    '[1e5,2]',
    '[]',
    '[1,2,]',
    '[1,,2]',
    '[null,2]',
  ])('leaves %s to the scanner', (text) => {
    expect(read(text)).toMatchObject({ positions: [], rest: text })
  })

  test('keeps what it read before something that it does not understand', () => {
    expect(read('[1,2] , [3,"4"]')).toMatchObject({ positions: [[1, 2]], rest: ' , [3,"4"]' })
  })

  test('takes no more than it is asked for', () => {
    expect(read('[1,2],[3,4]', 1)).toMatchObject({ positions: [[1, 2]], rest: ',[3,4]' })
  })

  test('counts the line ends that it passed, and none beyond', () => {
    const text = '[\n 1,\n 2\n],\n[3,\n4]\n,\n[x'
    const { run, rest } = read(text)
    expect(rest).toBe('\n,\n[x')
    expect(run.lineEnds).toBe(5)
    expect(run.lastLineEnd).toBe(text.indexOf('\n4'))
  })

  test('never reads beyond the end of its piece, whatever lies behind', () => {
    const { bytes } = piece('[1,2],[3,4],[5,6]')
    for (let length = 0; length < 17; length++) {
      const run = new PositionRun()
      const next = run.read(bytes, 0, length, runLimit)
      expect(next).toBeLessThanOrEqual(length)
      expect(run.count).toBe(length < 5 ? 0 : length < 11 ? 1 : 2)
    }
  })
})

describe('Numbers', () => {
  test('of up to fifteen digits are exact', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 12 }),
        (digits, decimals) => {
          const padded = String(Math.abs(digits)).padStart(decimals + 1, '0')
          const text = `${digits < 0 ? '-' : ''}${decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`}`
          const whole = padded.length - decimals
          fc.pre(whole <= 15)
          expect(read(`[${text},0]`).positions[0]?.[0]).toBe(Number(text))
        },
      ),
      { numRuns: 2_000, seed: 1 },
    )
  })

  test('of more digits are within one unit in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (value) => {
        fc.pre(!String(value).includes('e'))
        const [position] = read(`[${value},1]`).positions
        if (position !== undefined) expect(Math.abs((position[0] as number) - value)).toBeLessThanOrEqual(2 ** -45)
      }),
      { numRuns: 5_000, seed: 2 },
    )
  })
})
