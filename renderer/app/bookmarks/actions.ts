/** What a user does with view bookmarks. */
import type { Bookmark } from '../../../electron/contract/document.ts'
import { addBookmark, freshBookmarkName, moveBookmark, removeBookmark, renameBookmark, setBookmarkView } from '../../document/bookmarks.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { panelStore } from '../../store/panelStore.ts'
import { theMap } from '../theMap.ts'

/** Keeps what the map shows under a new name, which the list then offers to be typed over. */
export function bookmarkThisView(): void {
  const document = currentDocument()
  const bookmark: Bookmark = { id: crypto.randomUUID(), name: freshBookmarkName(document), view: document.view }
  runCommand(addBookmark(bookmark))
  panelStore.setState({ bookmarksOpen: true })
}

export const goToBookmark = ({ view }: Bookmark): void => theMap()?.show(view)
export const nameBookmark = (id: string, name: string): void => runCommand(renameBookmark(currentDocument(), id, name))
export const stepBookmark = (id: string, to: number): void => runCommand(moveBookmark(currentDocument(), id, to))
export const deleteBookmark = (id: string): void => runCommand(removeBookmark(currentDocument(), id))

/** Lets it lead to what the map shows now. */
export function renewBookmark(id: string): void {
  const document = currentDocument()
  runCommand(setBookmarkView(document, id, document.view))
}
