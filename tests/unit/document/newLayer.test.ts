import { expect, test } from 'vitest'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { layerColors } from '../../../electron/contract/newLayer.ts'
import { freshStyle } from '../../../renderer/document/newLayer.ts'
import { documentOf, layer, symbol } from './documents.ts'

const source = { id: '0123456789abcdef', path: '/maps/a.geojson', name: 'a' }
const points = { contentKey: 'k', geometries: { Point: 3 } } as LayerSummary
const inColor = (id: string, color: string) => layer(id, { style: { kind: 'single', symbol: { ...symbol, color }, label: null } })

test('a style that is made anew has a colour that no other layer has, and may have that of the layer itself', () => {
  const [first, second, third] = layerColors
  const document = documentOf(inColor('a', first), inColor('b', second))
  const colorOf = (id: string) => {
    const style = freshStyle(document, source, points, id)
    return style.kind === 'single' ? style.symbol.color : null
  }
  expect(colorOf('a')).toBe(first)
  expect(colorOf('b')).toBe(second)
  expect(colorOf('c')).toBe(third)
})
