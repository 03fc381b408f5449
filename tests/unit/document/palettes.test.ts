import { describe, expect, it } from 'vitest'
import { Color } from '../../../electron/contract/document.ts'
import { classColor, colorName, parseColor, schemeFor, schemeOf, schemes, swatches } from '../../../renderer/document/palettes.ts'

describe('the colours', () => {
  it('are written as a document takes them, none twice in one scheme', () => {
    for (const list of [swatches, ...schemes.map((scheme) => scheme.colors)]) {
      expect(list.every(({ hex }) => Color.safeParse(hex).success)).toBe(true)
      expect(new Set(list.map(({ hex }) => hex)).size).toBe(list.length)
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
    }
  })

  it('fill the grid of the picker', () => {
    expect(swatches.length % 8).toBe(0)
  })

  it('have names that can be spoken; an own colour has its number', () => {
    expect(colorName('#d55e00')).toBe('vermilion')
    expect(colorName('#1b9e77')).toBe('teal')
    expect(colorName('#123456')).toBe('#123456')
  })

  it('repeat lighter, then darker', () => {
    const scheme = schemeOf('tol-bright')
    const colors = Array.from({ length: 30 }, (_, at) => classColor(scheme, at))
    expect(colors.slice(0, 6)).toEqual(scheme.colors.map(({ hex }) => hex))
    expect(new Set(colors).size).toBe(30)
    expect(colors.every((color) => Color.safeParse(color).success)).toBe(true)
    expect(colors[6]).toBe('#8fadcc')
    expect(colors[12]).toBe('#294766')
  })

  it('come from a scheme that stays safe for so many classes', () => {
    expect([2, 6, 7, 9].map((count) => schemeFor(count).safeClasses >= count)).toEqual([true, true, true, true])
  })
})

describe('a typed colour', () => {
  it('may be short, upper case or without its mark', () => {
    expect(['#A1B2C3', 'a1b2c3', ' #abc ', '#ABCDEF'].map(parseColor)).toEqual(['#a1b2c3', '#a1b2c3', '#aabbcc', '#abcdef'])
  })

  it('is nothing when it is no colour', () => {
    expect(['', '#', '#ab', 'red', '#12345g', '#1234567'].map(parseColor)).toEqual([null, null, null, null, null, null])
  })
})
