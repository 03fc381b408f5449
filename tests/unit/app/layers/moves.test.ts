import { describe, expect, it } from 'vitest'
import { placeInWords, stepTo } from '../../../../renderer/app/layers/moves.ts'
import { moveNode } from '../../../../renderer/document/commands.ts'
import { beginHistory, run } from '../../../../renderer/document/history.ts'
import type { MapDocument } from '../../../../electron/contract/document.ts'
import { documentOf, group, layer, outline } from '../../document/documents.ts'

function stepped(document: MapDocument, id: string, direction: 'up' | 'down'): MapDocument {
  const place = stepTo(document, id, direction)
  return place === null ? document : run(beginHistory(document), moveNode(document, id, place)).document
}

/** Every outline on the way, until the end is reached. */
function way(document: MapDocument, id: string, direction: 'up' | 'down'): string[] {
  const outlines: string[] = []
  for (let now = document; outlines.length < 20;) {
    const next = stepped(now, id, direction)
    if (next === now) return outlines
    outlines.push(outline(next))
    now = next
  }
  return outlines
}

describe('one step in the layer list', () => {
  it('leads a layer through an open group and out of it again', () => {
    const document = documentOf(layer('a'), group('g', [layer('b'), layer('c')]), layer('d'))
    expect(way(document, 'd', 'up')).toEqual(['a (g: b c d)', 'a (g: b d c)', 'a (g: d b c)', 'a d (g: b c)', 'd a (g: b c)'])
    expect(way(document, 'a', 'down')).toEqual(['(g: a b c) d', '(g: b a c) d', '(g: b c a) d', '(g: b c) a d', '(g: b c) d a'])
  })

  it('passes a closed group by', () => {
    const document = documentOf(layer('a'), group('g', [layer('b')], { expanded: false }))
    expect(way(document, 'a', 'down')).toEqual(['(g: b) a'])
  })

  it('goes into an empty group', () => {
    expect(way(documentOf(group('g', []), layer('a')), 'a', 'up')).toEqual(['(g: a)', 'a (g:)'])
  })

  it('never puts a group into a group', () => {
    const document = documentOf(group('g', [layer('a')]), group('h', [layer('b')]))
    expect(way(document, 'h', 'up')).toEqual(['(h: b) (g: a)'])
  })

  it('has nowhere to go at the ends, nor for what is not there', () => {
    const document = documentOf(layer('a'), layer('b'))
    expect(stepTo(document, 'a', 'up')).toBeNull()
    expect(stepTo(document, 'b', 'down')).toBeNull()
    expect(stepTo(document, 'x', 'down')).toBeNull()
  })

  it('is told in words', () => {
    const document = documentOf(layer('a'), group('g', [layer('b'), layer('c')]))
    expect(placeInWords(document, 'c')).toBe('Layer c, 2 of 2 in Group g.')
    expect(placeInWords(document, 'a')).toBe('Layer a, 1 of 2.')
  })
})
