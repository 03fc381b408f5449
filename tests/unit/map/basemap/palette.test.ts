import { describe, expect, it } from 'vitest'
import { basemapStyles } from '../../../../electron/contract/document.ts'
import { groundOf, type Palette, paletteOf, palettes, seaOf } from '../../../../renderer/map/basemap/palette.ts'

function channels(color: string): number[] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(color)
  if (hex !== null) return hex.slice(1).map((part) => Number.parseInt(part, 16))
  const rgba = /^rgba\((\d+), (\d+), (\d+), [\d.]+\)$/.exec(color)
  if (rgba === null) throw new Error(`${color} is neither #rrggbb nor rgba()`)
  return rgba.slice(1).map(Number)
}

/** How much a colour covers: 1, or the last number of `rgba()`. */
const opacity = (color: string): number => Number(/([\d.]+)\)$/.exec(color)?.[1] ?? 1)

/** WCAG 2 contrast ratio of a colour, which may be let through, on a ground. */
function contrast(one: string, ground: string): number {
  const under = channels(ground)
  const luminance = (color: string): number => {
    const shown = channels(color).map((value, index) => value * opacity(color) + (under[index] ?? 0) * (1 - opacity(color)))
    const [red = 0, green = 0, blue = 0] = shown.map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(ground)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Every colour that a palette holds, with its path. */
function colours(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' ? [[`${path}${key}`, item] as [string, string]] : item === null ? [] : colours(item, `${path}${key}.`),
  )
}

const all = Object.entries(palettes) as [keyof typeof palettes, Palette][]

describe.each(all)('%s', (_name, palette) => {
  it('writes towns and countries so that they can be read on land', () => {
    for (const ground of [groundOf(palette), ...(palette.urban === null ? [] : [palette.urban])]) {
      expect(contrast(palette.place.text, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(palette.country.text, ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('writes the names of waters so that they can be read on the sea and on lakes', () => {
    expect(contrast(palette.water.text, palette.sea)).toBeGreaterThanOrEqual(3.5)
    expect(contrast(palette.water.text, palette.lake)).toBeGreaterThanOrEqual(3.5)
  })

  it('writes lesser names with at least the contrast of large type', () => {
    expect(contrast(palette.regionName.text, groundOf(palette))).toBeGreaterThanOrEqual(3)
    expect(contrast(palette.minor.text, groundOf(palette))).toBeGreaterThanOrEqual(4)
  })

  it('draws country borders more strongly than those of regions', () => {
    expect(contrast(palette.border, groundOf(palette))).toBeGreaterThan(contrast(palette.region, groundOf(palette)))
  })

  it('holds nothing but colours that a canvas understands', () => {
    for (const [path, color] of colours(palette)) expect(() => channels(color), path).not.toThrow()
  })
})

it('prints in pure grey', () => {
  for (const [path, color] of colours(palettes.print)) expect(new Set(channels(color)).size, path).toBe(1)
})

it('has a sea for every style, and white paper without a basemap', () => {
  for (const style of basemapStyles) expect(seaOf(style)).toMatch(/^#[0-9a-f]{6}$/)
  expect(paletteOf('none')).toBeNull()
  expect(seaOf('none')).toBe('#ffffff')
})
