import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Layer, MapDocument } from '../../../electron/contract/document.ts'
import { dataFolder, readLayer, readText } from './shipped-files.ts'

const text = readText('projects/iraq-bases.cartouche')
const document = MapDocument.parse(JSON.parse(text))
const layers = document.layers.flatMap((node): Layer[] => (node.type === 'group' ? node.layers : [node]))
const layerName = (path: string) => path.replace('../layers/', '').replace('.geojson', '')

describe('the demo document', () => {
  it('is the map of the bases, as of the last handover', () => {
    expect(document.title).toBe('U.S.-led coalition military bases in Iraq')
    expect(document.asOf).toBe('2020-09-23')
  })

  it('has its keys in the order of the schema and ends with a line break', () => {
    expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(document))
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('finds every layer beside itself, by a relative path', () => {
    expect(layers.length).toBeGreaterThan(0)
    for (const { path } of layers) {
      expect(path).toMatch(/^\.\.\/layers\/[a-z-]+\.geojson$/)
      expect(existsSync(join(dataFolder, 'projects', path)), path).toBe(true)
    }
  })

  it('gives layers and groups ids of their own', () => {
    const ids = [...document.layers, ...layers.filter((layer) => !document.layers.includes(layer))].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('labels and classifies by fields that the layers have', () => {
    for (const { path, style } of layers) {
      const fields = Object.keys(readLayer(layerName(path)).features[0]!.properties)
      if (style.label !== null) expect(fields).toContain(style.label.field)
      if (style.kind === 'category') expect(fields).toContain(style.field)
    }
  })

  it('has a category for every status, and tells the two apart by shape and in grey as well', () => {
    const style = layers.find(({ id }) => id === 'coalition-bases')!.style
    if (style.kind !== 'category') throw new Error('the bases are not drawn by category')
    const statuses = new Set(readLayer('coalition-bases').features.map(({ properties }) => properties['status']))
    expect(new Set(style.categories.map(({ value }) => value))).toEqual(statuses)
    const [held, transferred] = style.categories.map(({ symbol }) => symbol)
    expect(held!.point).not.toBe(transferred!.point)
    expect(contrast(held!.color, transferred!.color)).toBeGreaterThan(3)
  })
})

/** Contrast ratio of two colours after WCAG 2, which looks at their lightness only. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const channel = Number.parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
      return sum + weight * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
    }, 0)
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
