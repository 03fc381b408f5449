import { expect, test } from 'vitest'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { layersLeftOut } from '../../../renderer/export/leftOut.ts'
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
