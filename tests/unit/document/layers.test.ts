import { describe, expect, it } from 'vitest'
import { allLayers, drawnLayers, findGroup, findLayer, findNode, placeOf, siblings } from '../../../renderer/document/layers.ts'
import { documentOf, group, layer } from './documents.ts'

const document = documentOf(layer('a'), group('g', [layer('b'), layer('c', { visible: false })], { visible: false }), layer('d'))

describe('the layer list', () => {
  it('opens groups where they stand, topmost first', () => {
    expect(allLayers(document).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('draws a layer only when its group is shown too', () => {
    const drawn = (from: typeof document) => drawnLayers(from).map(({ layer: { id }, visible }) => `${id} ${visible}`)
    expect(drawn(document)).toEqual(['a true', 'b false', 'c false', 'd true'])
    expect(drawn(documentOf(group('g', [layer('b'), layer('c', { visible: false })])))).toEqual(['b true', 'c false'])
  })

  it('finds layers and groups by id, wherever they stand', () => {
    expect(findNode(document, 'g')?.name).toBe('Group g')
    expect(findNode(document, 'c')?.name).toBe('Layer c')
    expect(findLayer(document, 'd')?.name).toBe('Layer d')
    expect(findGroup(document, 'g')?.layers).toHaveLength(2)
  })

  it('tells layers from groups', () => {
    expect(findLayer(document, 'g')).toBeNull()
    expect(findGroup(document, 'a')).toBeNull()
    expect(findGroup(document, 'b')).toBeNull()
  })

  it('finds nothing under an id that is not there', () => {
    expect(findNode(document, 'x')).toBeNull()
    expect(placeOf(document, 'x')).toBeNull()
    expect(siblings(document, 'x')).toEqual([])
  })

  it('says where a node stands', () => {
    expect(placeOf(document, 'd')).toEqual({ group: null, index: 2 })
    expect(placeOf(document, 'g')).toEqual({ group: null, index: 1 })
    expect(placeOf(document, 'c')).toEqual({ group: 'g', index: 1 })
    expect(siblings(document, 'g')[1]?.id).toBe('c')
    expect(siblings(document, null)).toBe(document.layers)
  })
})
