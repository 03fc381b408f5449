import { describe, expect, it } from 'vitest'
import { MapDocument, type View } from '../../../electron/contract/document.ts'
import {
  addBookmark,
  freshBookmarkName,
  moveBookmark,
  removeBookmark,
  renameBookmark,
  setBookmarkView,
} from '../../../renderer/document/bookmarks.ts'
import { beginHistory, type History, run, undo } from '../../../renderer/document/history.ts'
import { documentOf } from './documents.ts'

const basra: View = { center: [47.8, 30.5], zoom: 10, rotationDeg: 0 }
const mosul: View = { center: [43.1, 36.3], zoom: 11, rotationDeg: 12 }
const bookmark = (id: string, view = basra) => ({ id, name: `View ${id}`, view })
const start = (): History => beginHistory({ ...documentOf(), bookmarks: [bookmark('a'), bookmark('b'), bookmark('c')] })
const ids = ({ document }: History): string => document.bookmarks.map(({ id }) => id).join('')

describe('a view bookmark', () => {
  it('is kept behind the others, and taken away by undo', () => {
    const history = run(start(), addBookmark(bookmark('d', mosul)))
    expect(history.document.bookmarks.at(-1)).toEqual(bookmark('d', mosul))
    expect(history.past.at(-1)?.name).toBe('view bookmark View d')
    expect(ids(undo(history))).toBe('abc')
  })

  it('is not kept twice, nor beyond what a document takes', () => {
    const history = start()
    expect(run(history, addBookmark(bookmark('a', mosul)))).toBe(history)
    const full = beginHistory({ ...documentOf(), bookmarks: Array.from({ length: 1_000 }, (_, index) => bookmark(String(index))) })
    expect(run(full, addBookmark(bookmark('new')))).toBe(full)
    expect(MapDocument.safeParse(full.document).success).toBe(true)
  })

  it('is renamed, and keeps its name when the new one is blank', () => {
    const history = start()
    const named = run(history, renameBookmark(history.document, 'b', '  البصرة '))
    expect(named.document.bookmarks[1]?.name).toBe('البصرة')
    expect(named.past.at(-1)?.name).toBe('rename of View b')
    expect(run(history, renameBookmark(history.document, 'b', '  '))).toBe(history)
  })

  it('is moved up and down, and stays at the ends', () => {
    const history = start()
    const moved = (id: string, to: number): string => ids(run(history, moveBookmark(history.document, id, to)))
    expect([moved('a', 1), moved('c', 0), moved('b', 99), moved('a', -1), moved('nothing', 0)]).toEqual(['bac', 'cab', 'acb', 'abc', 'abc'])
  })

  it('leads to another view when it is renewed; the same view makes no entry', () => {
    const history = start()
    expect(run(history, setBookmarkView(history.document, 'a', mosul)).document.bookmarks[0]?.view).toEqual(mosul)
    expect(run(history, setBookmarkView(history.document, 'a', { ...basra }))).toBe(history)
  })

  it('is removed, and comes back to its place by undo', () => {
    const history = run(start(), removeBookmark(start().document, 'b'))
    expect(ids(history)).toBe('ac')
    expect(ids(undo(history))).toBe('abc')
  })

  it('gets a name that no other has', () => {
    expect(freshBookmarkName({ ...documentOf(), bookmarks: [{ id: 'x', name: 'View 2', view: basra }] })).toBe('View 3')
  })
})
