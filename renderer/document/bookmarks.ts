/** What can be done to the view bookmarks of a document: named views to go back to. Each function makes a command; `history.ts` runs it. */
import { type Bookmark, maxBookmarks, type MapDocument, type View } from '../../electron/contract/document.ts'
import type { Command } from './history.ts'

const maxName = 500

export const findBookmark = (document: MapDocument, id: string): Bookmark | null => document.bookmarks.find((one) => one.id === id) ?? null

/** Behind the others. Nothing happens where there are as many as a document takes. */
export function addBookmark(bookmark: Bookmark): Command {
  return {
    name: `view bookmark ${bookmark.name}`,
    change: ({ bookmarks }) => {
      if (bookmarks.length < maxBookmarks && bookmarks.every(({ id }) => id !== bookmark.id)) bookmarks.push(bookmark)
    },
  }
}

/** A blank name changes nothing. */
export function renameBookmark(document: MapDocument, id: string, name: string): Command {
  return {
    name: `rename of ${nameOf(document, id)}`,
    change: (draft) => {
      const bookmark = findBookmark(draft, id)
      if (bookmark !== null && name.trim() !== '') bookmark.name = name.trim().slice(0, maxName)
    },
  }
}

/** Lets a bookmark lead to another view. */
export function setBookmarkView(document: MapDocument, id: string, view: View): Command {
  return {
    name: `view of ${nameOf(document, id)}`,
    change: (draft) => {
      const bookmark = findBookmark(draft, id)
      if (bookmark !== null && !isSameView(bookmark.view, view)) bookmark.view = view
    },
  }
}

/** @param to its place in the list when it was taken out; beyond the ends is the end */
export function moveBookmark(document: MapDocument, id: string, to: number): Command {
  return {
    name: `move of ${nameOf(document, id)}`,
    change: ({ bookmarks }) => {
      const from = bookmarks.findIndex((one) => one.id === id)
      const index = Math.min(bookmarks.length - 1, Math.max(0, to))
      if (from < 0 || from === index) return
      const [bookmark] = bookmarks.splice(from, 1)
      if (bookmark !== undefined) bookmarks.splice(index, 0, bookmark)
    },
  }
}

export function removeBookmark(document: MapDocument, id: string): Command {
  return {
    name: `removal of ${nameOf(document, id)}`,
    change: ({ bookmarks }) => {
      const index = bookmarks.findIndex((one) => one.id === id)
      if (index >= 0) bookmarks.splice(index, 1)
    },
  }
}

/** "View 3": the first number that no bookmark has. */
export function freshBookmarkName({ bookmarks }: MapDocument): string {
  const taken = new Set(bookmarks.map(({ name }) => name))
  let number = bookmarks.length + 1
  while (taken.has(`View ${number}`)) number += 1
  return `View ${number}`
}

const nameOf = (document: MapDocument, id: string): string => findBookmark(document, id)?.name ?? 'view bookmark'

const isSameView = (a: View, b: View): boolean =>
  a.center[0] === b.center[0] && a.center[1] === b.center[1] && a.zoom === b.zoom && a.rotationDeg === b.rotationDeg
