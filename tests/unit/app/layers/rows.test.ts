import { describe, expect, it } from 'vitest'
import { neighbourOf, visibleRows } from '../../../../renderer/app/layers/rows.ts'
import { documentOf, group, layer } from '../../document/documents.ts'

const { layers } = documentOf(layer('a'), group('g', [layer('b'), layer('c')]), group('h', [layer('d')], { expanded: false }), layer('e'))
const rows = visibleRows(layers)

describe('the rows of the tree', () => {
  it('are the nodes that can be reached, each with its place among its siblings', () => {
    expect(rows.map(({ node, level, position, siblings }) => `${node.id} ${level} ${position}/${siblings}`)).toEqual([
      'a 1 1/4',
      'g 1 2/4',
      'b 2 1/2',
      'c 2 2/2',
      'h 1 3/4',
      'e 1 4/4',
    ])
  })

  it.each([
    ['a', 'g'],
    ['b', 'c'],
    ['c', 'h'],
    ['h', 'e'],
    ['e', 'h'],
  ])('hand the selection of %s on to %s when it is removed', (gone, next) => {
    expect(neighbourOf(rows, gone)).toBe(next)
  })

  it('do not hand the selection of a group on to a layer in it', () => {
    expect(neighbourOf(rows, 'g')).toBe('h')
    expect(neighbourOf(visibleRows(documentOf(group('g', [layer('b')])).layers), 'g')).toBeNull()
  })
})
