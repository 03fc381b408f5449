import { describe, expect, it } from 'vitest'
import type { MapDocument } from '../../../electron/contract/document.ts'
import {
  addLayers,
  groupLayers,
  moveNode,
  relocateLayer,
  removeNodes,
  renameNode,
  setBasemap,
  setOpacity,
  setStyle,
  setTitle,
  setVisible,
  ungroup,
} from '../../../renderer/document/commands.ts'
import { beginHistory, type Command, run } from '../../../renderer/document/history.ts'
import { findLayer, findNode, type Place } from '../../../renderer/document/layers.ts'
import { documentOf, group, layer, outline, symbol } from './documents.ts'

const start = (): MapDocument => documentOf(layer('a'), group('g', [layer('b'), layer('c')]), layer('d'))
const after = (document: MapDocument, command: Command): MapDocument => run(beginHistory(document), command).document
const entries = (document: MapDocument, command: Command): number => run(beginHistory(document), command).past.length

describe('adding', () => {
  it('puts layers on top, in their order', () => {
    expect(outline(after(start(), addLayers([layer('x'), layer('y')])))).toBe('x y a (g: b c) d')
  })

  it('of nothing leaves no entry', () => {
    expect(entries(start(), addLayers([]))).toBe(0)
  })
})

describe('removal', () => {
  it('takes layers out of the list and out of groups', () => {
    expect(outline(after(start(), removeNodes(start(), ['a', 'c'])))).toBe('(g: b) d')
  })

  it('takes a group with its layers, even when they are named as well', () => {
    expect(outline(after(start(), removeNodes(start(), ['b', 'g', 'c'])))).toBe('a d')
  })

  it('of the last layer leaves an empty map, and of the last in a group an empty group', () => {
    expect(outline(after(documentOf(layer('a')), removeNodes(documentOf(layer('a')), ['a'])))).toBe('')
    expect(outline(after(start(), removeNodes(start(), ['b', 'c'])))).toBe('a (g:) d')
  })

  it('of what is not there leaves no entry', () => {
    expect(entries(start(), removeNodes(start(), ['x']))).toBe(0)
  })
})

describe('a move', () => {
  const moved = (id: string, to: Place): string => outline(after(start(), moveNode(start(), id, to)))
  const moves = (id: string, to: Place): number => entries(start(), moveNode(start(), id, to))

  it.each([
    ['d', null, 0, 'd a (g: b c)'],
    ['a', null, 1, '(g: b c) a d'],
    ['a', null, 2, '(g: b c) d a'],
    ['a', 'g', 0, '(g: a b c) d'],
    ['a', 'g', 1, '(g: b a c) d'],
    ['d', 'g', 2, 'a (g: b c d)'],
    ['b', null, 0, 'b a (g: c) d'],
    ['c', null, 3, 'a (g: b) d c'],
    ['b', 'g', 1, 'a (g: c b) d'],
    ['c', 'g', 0, 'a (g: c b) d'],
    ['g', null, 0, '(g: b c) a d'],
    ['g', null, 2, 'a d (g: b c)'],
  ] as const)('of %s to %s at %d gives %s', (id, to, index, expected) => {
    expect(moved(id, { group: to, index })).toBe(expected)
  })

  it('beyond an end stops there', () => {
    expect(moved('a', { group: null, index: 99 })).toBe('(g: b c) d a')
    expect(moved('d', { group: null, index: -5 })).toBe('d a (g: b c)')
  })

  it('into a group that is not there, or of a group into a group, does nothing', () => {
    expect(moves('a', { group: 'x', index: 0 })).toBe(0)
    expect(moves('a', { group: 'd', index: 0 })).toBe(0)
    expect(moves('g', { group: 'g', index: 0 })).toBe(0)
    expect(moves('x', { group: null, index: 0 })).toBe(0)
  })

  it('to where it stands leaves no entry, also when the place is beyond the end', () => {
    expect(moves('a', { group: null, index: 0 })).toBe(0)
    expect(moves('c', { group: 'g', index: 1 })).toBe(0)
    expect(moves('d', { group: null, index: 99 })).toBe(0)
    expect(moves('c', { group: 'g', index: 2 })).toBe(0)
    expect(moves('a', { group: null, index: -1 })).toBe(0)
  })
})

describe('grouping', () => {
  const grouped = (ids: string[]): string => outline(after(start(), groupLayers(start(), ids, { id: 'n', name: 'New' })))

  it('puts layers into a new group where the topmost of them was', () => {
    expect(grouped(['a', 'd'])).toBe('(n: a d) (g: b c)')
    expect(grouped(['d'])).toBe('a (g: b c) (n: d)')
  })

  it('keeps the order of the map, in whatever order the layers were chosen', () => {
    expect(grouped(['d', 'a'])).toBe('(n: a d) (g: b c)')
    expect(grouped(['d', 'c', 'a', 'b'])).toBe('(n: a b c d) (g:)')
  })

  it('takes layers out of the group they were in', () => {
    expect(grouped(['c', 'd'])).toBe('a (n: c d) (g: b)')
  })

  it('takes a layer once, however often it is named, and no groups', () => {
    expect(grouped(['a', 'a', 'g'])).toBe('(n: a) (g: b c) d')
  })

  it('of nothing leaves no entry', () => {
    expect(entries(start(), groupLayers(start(), [], { id: 'n', name: 'New' }))).toBe(0)
    expect(entries(start(), groupLayers(start(), ['g', 'x'], { id: 'n', name: 'New' }))).toBe(0)
  })

  it('and ungrouping lead back', () => {
    const document = documentOf(layer('a'), layer('b'), layer('c'))
    const together = after(document, groupLayers(document, ['b', 'c'], { id: 'n', name: 'New' }))
    expect(after(together, ungroup(together, 'n'))).toEqual(document)
  })
})

describe('ungrouping', () => {
  it('leaves the layers where the group was', () => {
    expect(outline(after(start(), ungroup(start(), 'g')))).toBe('a b c d')
  })

  it('of an empty group takes it away', () => {
    const document = documentOf(layer('a'), group('g', []))
    expect(outline(after(document, ungroup(document, 'g')))).toBe('a')
  })

  it('of a layer does nothing', () => {
    expect(entries(start(), ungroup(start(), 'a'))).toBe(0)
  })
})

describe('a rename', () => {
  it('names layers and groups, without blanks around the name', () => {
    expect(findNode(after(start(), renameNode(start(), 'c', '  Rivers ')), 'c')?.name).toBe('Rivers')
    expect(findNode(after(start(), renameNode(start(), 'g', 'Water')), 'g')?.name).toBe('Water')
  })

  it('to nothing, or to the same, leaves no entry', () => {
    expect(entries(start(), renameNode(start(), 'a', '  '))).toBe(0)
    expect(entries(start(), renameNode(start(), 'a', 'Layer a'))).toBe(0)
  })

  it('is cut to what a document holds', () => {
    expect(findNode(after(start(), renameNode(start(), 'a', 'x'.repeat(600))), 'a')?.name).toHaveLength(500)
  })
})

describe('looks', () => {
  it('are shown and hidden, in groups too, and showing what is shown leaves no entry', () => {
    const hidden = after(start(), setVisible(start(), ['a', 'c', 'g'], false))
    expect(['a', 'b', 'c', 'g'].map((id) => findNode(hidden, id)?.visible)).toEqual([false, true, false, false])
    expect(entries(start(), setVisible(start(), ['a', 'g'], true))).toBe(0)
  })

  it('have an opacity from 0 to 1', () => {
    const opacity = (value: number) => findLayer(after(start(), setOpacity(start(), 'b', value, 'drag')), 'b')?.opacity
    expect([-1, 0.3, 7].map(opacity)).toEqual([0, 0.3, 1])
  })

  it('take a style', () => {
    const style = { kind: 'single' as const, symbol: { ...symbol, point: 'star' as const }, label: null }
    expect(findLayer(after(start(), setStyle(start(), 'd', style)), 'd')?.style).toEqual(style)
  })

  it('keep their style and place when the file is found elsewhere', () => {
    const found = after(start(), relocateLayer(start(), 'c', '/elsewhere/c.geojson'))
    expect(found).toEqual(documentOf(layer('a'), group('g', [layer('b'), layer('c', { path: '/elsewhere/c.geojson' })]), layer('d')))
  })
})

describe('the ground and the title', () => {
  it('change', () => {
    expect(after(start(), setBasemap({ style: 'relief', labels: 'both' })).basemap).toEqual({ style: 'relief', labels: 'both' })
    expect(after(start(), setTitle('New')).title).toBe('New')
    expect(after(start(), setTitle('x'.repeat(20_000))).title).toHaveLength(10_000)
  })

  it('leave no entry when they stay', () => {
    expect(entries(start(), setBasemap({ style: 'light', labels: 'english' }))).toBe(0)
    expect(entries(start(), setTitle('Bases'))).toBe(0)
  })
})

describe('the name of a command', () => {
  it.each([
    [addLayers([layer('x')]), 'adding Layer x'],
    [addLayers([layer('x'), layer('y')]), 'adding 2 layers'],
    [removeNodes(start(), ['g']), 'removal of Group g'],
    [removeNodes(start(), ['a', 'b']), 'removal of 2 layers'],
    [setVisible(start(), ['a'], false), 'hiding Layer a'],
    [setVisible(start(), ['a', 'b'], true), 'showing 2 layers'],
    [renameNode(start(), 'a', 'New'), 'rename of Layer a'],
    [moveNode(start(), 'a', { group: null, index: 1 }), 'move of Layer a'],
    [setBasemap({ style: 'dark', labels: 'both' }), 'change of basemap'],
  ])('completes “Undo …”', (command, name) => {
    expect(command.name).toBe(name)
  })

  it('cuts long names', () => {
    const document = documentOf(layer('a', { name: 'n'.repeat(200) }))
    expect(removeNodes(document, ['a']).name).toBe(`removal of ${'n'.repeat(39)}…`)
  })
})
