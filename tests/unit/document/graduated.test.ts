import { describe, expect, it, test } from 'vitest'
import { LayerStyle } from '../../../electron/contract/style.ts'
import {
  breaksOf,
  changeGraduated,
  graduate,
  moveBreak,
  numberText,
  recolorGraduated,
  suggestNumber,
  withClassCount,
} from '../../../renderer/document/graduated.ts'
import { rampColors, ramps } from '../../../renderer/document/ramps.ts'
import { sizeSamples } from '../../../renderer/document/sizeSamples.ts'
import { symbol } from './documents.ts'

const single: LayerStyle = { kind: 'single', symbol, label: null }
const choice = { field: 'troops', method: 'equal', ramp: 'blues', reversed: false } as const

describe('classes by ranges', () => {
  const style = graduate(single, [0, 100, 1_000, 5_200], choice)

  it('follow the breaks, in the colours of the ramp', () => {
    expect(LayerStyle.safeParse(style).success).toBe(true)
    expect(style.classes.map(({ label }) => label)).toEqual(['0 – 100', '100 – 1,000', '1,000 – 5,200'])
    expect(style.classes.map((one) => one.symbol.color)).toEqual(rampColors(ramps[0]!, 3, false))
    expect(breaksOf(style)).toEqual([0, 100, 1_000, 5_200])
    expect(graduate(single, [], choice).classes).toEqual([])
  })

  it('move a bound between its neighbours alone, and say why not', () => {
    const moved = moveBreak(changeGraduated(style, 1, { label: 'Some' }), 1, 50)
    expect('style' in moved && moved.style.classes.map(({ label }) => label)).toEqual(['0 – 50', 'Some', '1,000 – 5,200'])
    expect('style' in moved && moved.style.method).toBe('manual')
    expect(moveBreak(style, 1, 1_000)).toEqual({ problem: expect.stringContaining('below 1,000') })
    expect(moveBreak(style, 2, 100)).toEqual({ problem: expect.stringContaining('above 100') })
    expect('style' in moveBreak(style, 0, -5)).toBe(true)
    expect('style' in moveBreak(style, 3, 1e6)).toBe(true)
  })

  it('are split and joined by hand', () => {
    expect(breaksOf(withClassCount(style, 4))).toEqual([0, 100, 1_000, 3_100, 5_200])
    expect(breaksOf(withClassCount(style, 2))).toEqual([0, 100, 5_200])
    expect(withClassCount(style, 6).classes).toHaveLength(6)
  })

  it('leave the ramp when one of them gets a colour of its own', () => {
    const own = changeGraduated(style, 0, { symbol: { ...symbol, color: '#123456' } })
    expect(own.ramp).toBeNull()
    expect(recolorGraduated(own, 'viridis', true)).toMatchObject({ ramp: 'viridis', reversed: true })
  })
})

test('a field that measures something comes before one that names or counts', () => {
  const field = (name: string, type: 'integer' | 'number' | 'text') => ({ name, type, fillRate: 1 })
  expect(suggestNumber([field('id', 'integer'), field('name', 'text'), field('troops', 'integer')])).toBe('troops')
  expect(suggestNumber([field('id', 'integer')])).toBe('id')
  expect(suggestNumber([field('name', 'text')])).toBeNull()
})

test('numbers are written to be read', () => {
  expect([0.1 + 0.2, 5200, 1234567, 1e20, 0, -3.5].map(numberText)).toEqual(['0.3', '5,200', '1,234,567', '1.00e+20', '0', '-3.5'])
})

test('size samples are round, in the range, the largest first', () => {
  const size = { field: 'troops', by: 'area', minMm: 1, maxMm: 10, minLineMm: 0.2, maxLineMm: 2 } as const
  const values = (from: number, to: number): number[] => sizeSamples({ ...size, from, to }).map(({ value }) => value)
  expect(values(0, 5_200)).toEqual([5_000, 2_000, 100])
  expect(values(13, 17)).toEqual([17, 13])
  expect(values(-40, 70)).toHaveLength(3)
  for (const value of values(-40, 70)) expect(Math.abs(value) <= 70).toBe(true)
  expect(values(7, 7)).toEqual([7])
})

/** CIE L*a*b* under D65. */
function lab(rgb: readonly number[]): [number, number, number] {
  const [r = 0, g = 0, b = 0] = rgb
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
  ]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })

/** How a colour is seen with a complete deficiency: G. Machado, M. Oliveira, L. Fernandes, IEEE TVCG 15 (2009), p. 1291–1298. */
const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const

function seen(hex: string, deficiency: keyof typeof deficiencies): [number, number, number] {
  const rgb = linear(hex)
  return lab(
    deficiencies[deficiency].map((row) =>
      Math.min(
        1,
        Math.max(
          0,
          row.reduce<number>((sum, part, at) => sum + part * rgb[at]!, 0),
        ),
      ),
    ),
  )
}

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, at) => value - b[at]!))

describe.each(ramps)('the ramp $name', (ramp) => {
  it('goes one way in lightness, or up to its middle and down again', () => {
    const lightness = rampColors(ramp, 9, false).map((hex) => lab(linear(hex))[0])
    const half = ramp.kind === 'sequential' ? 0 : 4
    for (let at = 1; at < 9; at++) {
      const step = lightness[at]! - lightness[at - 1]!
      expect(at <= half ? step : -step, `step ${at}`).toBeGreaterThan(0)
    }
  })

  it.each(['protanopia', 'deuteranopia'] as const)('keeps all of seven classes apart under %s', (deficiency) => {
    const colors = rampColors(ramp, 7, false).map((hex) => seen(hex, deficiency))
    for (const [at, color] of colors.entries()) for (const other of colors.slice(at + 1)) expect(apart(color, other)).toBeGreaterThan(8)
  })
})
