import { expect, test } from 'vitest'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { layersAsPictures, layersLeftOut } from '../../../renderer/export/leftOut.ts'
import { layer } from '../document/documents.ts'

const fields: LayerSummary['fields'] = [{ name: 'troops', type: 'integer', fillRate: 1 }]
const summaries = new Map([['/bases.geojson', { fields } as LayerSummary]])
const path = '/bases.geojson'

test('A layer whose filter cannot be understood is left out of a page with a sentence, where it would be seen', () => {
  const bad = { path, filter: 'trops > 5' }
  const layers = [
    layer('a', { name: 'Bases', ...bad }),
    layer('b', { name: 'Hidden', ...bad, visible: false }),
    layer('c', { name: 'Good', path, filter: 'troops > 5' }),
    layer('d', { name: 'Unread', ...bad, path: '/other.geojson' }),
    {
      type: 'group' as const,
      id: 'g',
      name: 'Group',
      visible: false,
      expanded: true,
      layers: [layer('e', { name: 'In a hidden group', ...bad })],
    },
  ]
  expect(layersLeftOut({ layers }, summaries)).toEqual([
    'Bases is left out: its filter cannot be understood. At character 1 of the filter: There is no field “trops”. Did you mean troops?',
  ])
})

test('A layer of more vertices than are drawn as paths is said to be a picture, where it is seen', () => {
  const sized = new Map([20_000, 20_001, 1_234_567].map((vertices) => [`/${vertices}.geojson`, { vertices } as LayerSummary] as const))
  const layers = [
    layer('a', { name: 'Rivers', path: '/1234567.geojson' }),
    layer('b', { name: 'Just paths', path: '/20000.geojson' }),
    layer('c', { name: 'Hidden', path: '/20001.geojson', visible: false }),
  ]
  expect(layersAsPictures({ layers }, sized)).toEqual([
    'The layer “Rivers” is a picture in this file, not paths: it has 1,234,567 vertices, and paths are drawn up to 20,000.',
  ])
})
