import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MapDocument } from '../../../../electron/contract/document.ts'
import { PageSize } from '../../../../electron/contract/page.ts'
import { beginHistory, type Command, type History, redo, run, undo } from '../../../../renderer/document/history.ts'
import {
  addElements,
  addPage,
  bringElementsForward,
  bringElementsToFront,
  duplicateElements,
  duplicatePage,
  findElement,
  findPage,
  moveElement,
  movePage,
  removeElements,
  removePage,
  renamePage,
  replaceElements,
  sendElementsBackward,
  sendElementsToBack,
  setBoxes,
  setElements,
  setPage,
  setPageSize,
} from '../../../../renderer/document/pages/commands.ts'
import { make, pageOf } from '../../page/content.ts'
import { anyPage } from '../../page/pages.ts'
import { documentOf } from '../documents.ts'

const box = { x: 10, y: 10, width: 60, height: 10 }
const page = pageOf(make('mapFrame', { ...box, height: 100 }), make('title', box), make('legend', box, { locked: true }))
const start: MapDocument = { ...documentOf(), pages: [page, { ...page, id: 'q', name: 'Second' }] }

const doing = (...commands: ((document: MapDocument) => Command)[]): History =>
  commands.reduce((history, command) => run(history, command(history.document)), beginHistory(start))
const ids = ({ document }: History, pageId = 'p'): string[] => findPage(document, pageId)?.elements.map(({ id }) => id) ?? []

describe('pages', () => {
  it('are added, renamed, moved, copied and removed', () => {
    const after = doing(
      () => addPage({ ...page, id: 'r', name: 'Third' }, 1),
      (document) => renamePage(document, 'r', '  Briefing '),
      (document) => movePage(document, 'p', 2),
      (document) => duplicatePage(document, 'r', 's'),
      (document) => removePage(document, 'q'),
    )
    expect(after.document.pages.map(({ id, name }) => [id, name])).toEqual([
      ['r', 'Briefing'],
      ['s', 'Briefing copy'],
      ['p', 'Page'],
    ])
    expect(after.past.map(({ name }) => name)).toEqual([
      'adding page Third',
      'rename of page Third',
      'move of page Page',
      'duplication of page Briefing',
      'removal of page Second',
    ])
  })

  it('come back by undo, each step', () => {
    const after = doing(
      (document) => setPageSize(document, 'p', { unit: 'mm', width: 420, height: 297 }),
      (document) => removePage(document, 'p'),
    )
    expect(undo(undo(after)).document).toEqual(start)
    expect(redo(redo(undo(undo(after)))).document).toEqual(after.document)
  })

  it('are not added twice, and not made nameless', () => {
    expect(doing(() => addPage(page)).past).toHaveLength(0)
    expect(doing((document) => renamePage(document, 'p', ' ')).past).toHaveLength(0)
  })

  it('take a preset in one step', () => {
    const after = doing((document) =>
      replaceElements(document, 'p', { elements: [make('title', box)], background: '#eeeeee', marginMm: 3 }),
    )
    expect(ids(after)).toEqual(['title'])
    expect(after.past).toHaveLength(1)
  })

  it('in another size take all that is on them along, and the map shows what it showed', () => {
    const scaled = doing(
      (document) => setElements(document, 'p', ['mapFrame'], { view: { kind: 'scale', center: [44, 33], scale: 4_000_000 } }),
      (document) => setPageSize(document, 'p', { unit: 'mm', width: 594, height: 420 }),
    ).document
    expect(findElement(scaled, 'p', 'title')?.box).toEqual({ x: 20, y: 20, width: 120, height: 20 })
    expect(findElement(scaled, 'p', 'mapFrame')).toMatchObject({ view: { scale: 2_000_000 }, symbolScale: 2 })
  })

  it('in any size are pages that the schema allows', () => {
    fc.assert(
      fc.property(anyPage('p'), anyPage('other'), (any, { size }) => {
        const after = run(beginHistory({ ...start, pages: [any] }), setPageSize({ ...start, pages: [any] }, 'p', PageSize.parse(size)))
        expect(MapDocument.safeParse(after.document).error).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  it('change margin and ground; a drag of the slider is one entry', () => {
    const after = doing(...[1, 2, 3].map((marginMm) => (document: MapDocument) => setPage(document, 'p', { marginMm }, 'drag 1')))
    expect(after.past).toHaveLength(1)
    expect(undo(after).document).toEqual(start)
  })
})

describe('elements', () => {
  it('are added, copied and removed; locked ones stay', () => {
    const after = doing(
      () => addElements('p', [make('credits', box), make('title', box)]),
      (document) => duplicateElements(document, 'p', ['title'], ['copy']),
      (document) => removeElements(document, 'p', ['title', 'legend']),
    )
    expect(ids(after)).toEqual(['mapFrame', 'legend', 'credits', 'copy'])
    expect(findElement(after.document, 'p', 'copy')?.box).toEqual({ ...box, x: 15, y: 15 })
    expect(ids(after, 'q')).toEqual(['mapFrame', 'title', 'legend'])
  })

  it('never get where the schema would refuse the document', () => {
    const far = { x: 1e9, y: -1e9, width: 0, height: 1e9 }
    const held = { x: 10_000, y: -5_000, width: 0.1, height: 10_000 }
    const edge = { ...box, x: 9_999, y: 10_000 }
    const after = doing(
      (document) => setBoxes(document, 'p', new Map([['title', far]]), 'move of'),
      (document) => setElements(document, 'p', ['mapFrame'], { box: edge }),
      (document) => duplicateElements(document, 'p', ['mapFrame'], ['copy']),
    ).document
    expect(findElement(after, 'p', 'title')?.box).toEqual(held)
    expect(findElement(after, 'p', 'copy')?.box).toEqual({ ...edge, x: 10_000 })
    expect(MapDocument.safeParse(after).error).toBeUndefined()
  })

  it('are moved in one entry a drag; locked ones stay where they are', () => {
    const moves = [1, 2, 3].map(
      (x) => (document: MapDocument) =>
        setBoxes(document, 'p', new Map(['title', 'legend'].map((id) => [id, { ...box, x }])), 'move of', 'drag 7'),
    )
    const after = doing(...moves)
    expect(after.past.map(({ name, forward }) => [name, forward.length])).toEqual([['move of 2 elements', 1]])
    expect([findElement(after.document, 'p', 'title')?.box.x, findElement(after.document, 'p', 'legend')?.box.x]).toEqual([3, 10])
    expect(undo(after).document).toEqual(start)
  })

  it('that are moved to where they are leave no entry', () => {
    expect(doing((document) => setBoxes(document, 'p', new Map([['title', { ...box }]]), 'move of')).past).toHaveLength(0)
    expect(doing((document) => setElements(document, 'p', ['title'], { visible: true })).past).toHaveLength(0)
  })

  it('take the fields that they have', () => {
    const after = doing((document) => setElements(document, 'p', ['title', 'legend'], { text: 'Own' }))
    expect(findElement(after.document, 'p', 'title')).toMatchObject({ text: 'Own' })
    expect(findElement(after.document, 'p', 'legend')).not.toHaveProperty('text')
    expect(after.past.map(({ name }) => name)).toEqual(['text of 2 elements'])
    expect(MapDocument.safeParse(after.document).success).toBe(true)
  })

  it('are unlocked although they are locked', () => {
    const after = doing((document) => setElements(document, 'p', ['legend'], { locked: false }))
    expect(findElement(after.document, 'p', 'legend')?.locked).toBe(false)
  })

  it('go up and down', () => {
    expect(ids(doing((document) => bringElementsForward(document, 'p', ['mapFrame'])))).toEqual(['title', 'mapFrame', 'legend'])
    expect(ids(doing((document) => sendElementsBackward(document, 'p', ['legend'])))).toEqual(['mapFrame', 'legend', 'title'])
    expect(ids(doing((document) => bringElementsToFront(document, 'p', ['mapFrame', 'title'])))).toEqual(['legend', 'mapFrame', 'title'])
    expect(ids(doing((document) => sendElementsToBack(document, 'p', ['legend', 'title'])))).toEqual(['title', 'legend', 'mapFrame'])
    expect(ids(doing((document) => moveElement(document, 'p', 'mapFrame', 1)))).toEqual(['title', 'mapFrame', 'legend'])
    expect(doing((document) => bringElementsToFront(document, 'p', ['legend'])).past).toHaveLength(0)
  })

  it('on a page that is not there change nothing', () => {
    expect(
      doing(
        (document) => removeElements(document, 'gone', ['title']),
        () => addElements('gone', [make('title', box)]),
      ).past,
    ).toHaveLength(0)
  })
})
