/** The open document, its history, and where it is kept. Every change goes through `run`. */
import { createStore } from 'zustand/vanilla'
import { blankDocument, type MapDocument, type TableLayout, type View } from '../../electron/contract/document.ts'
import { adjust, beginHistory, type Command, type History, isModified, markSaved, redo, run, undo } from '../document/history.ts'
import { findLayer } from '../document/layers.ts'

export type DocumentState = {
  history: History
  /** Where the document is kept; null when it was never saved. */
  path: string | null
  /** Counts the documents that were opened: what belongs to the one before (view history, selection) is dropped when it changes. */
  generation: number
}

export const documentStore = createStore<DocumentState>(() => ({ history: beginHistory(blankDocument), path: null, generation: 0 }))

export const currentDocument = (): MapDocument => documentStore.getState().history.document

/** Does a command on the document as it is now. */
export function runCommand(command: Command): void {
  documentStore.setState(({ history }) => ({ history: run(history, command) }))
}

export function undoLast(): void {
  documentStore.setState(({ history }) => ({ history: undo(history) }))
}

export function redoNext(): void {
  documentStore.setState(({ history }) => ({ history: redo(history) }))
}

/** Takes another document's place, with no history. */
export function openDocument(document: MapDocument, path: string | null, modified = false): void {
  openHistory(beginHistory(document, modified), path)
}

/** Takes another document's place, with the history that it had. */
export function openHistory(history: History, path: string | null): void {
  documentStore.setState(({ generation }) => ({ history, path, generation: generation + 1 }))
}

export const openBlankDocument = (): void => openDocument(blankDocument, null)

/** @param written the history whose document went to disk; what was done since stays unsaved */
export function noteSaved(path: string, written: History): void {
  documentStore.setState(({ history }) => ({ history: markSaved(history, written), path }))
}

/** The view travels with the document, and is not worth an undo. */
export function keepView(view: View): void {
  documentStore.setState(({ history }) => ({ history: adjust(history, (draft) => void (draft.view = view)) }))
}

/** Notes which version of each layer's file the document was made with. @param keys content keys by path; files that are not known keep what was noted */
export function keepHashes(keys: ReadonlyMap<string, string>): void {
  documentStore.setState(({ history }) => ({
    history: adjust(history, (draft) => {
      for (const node of draft.layers) {
        for (const layer of node.type === 'group' ? node.layers : [node]) layer.hash = keys.get(layer.path) ?? layer.hash
      }
    }),
  }))
}

/** How the columns of a layer's table stand travels with the document, and is not worth an undo. */
export function keepTableLayout(id: string, layout: TableLayout): void {
  documentStore.setState(({ history }) => ({
    history: adjust(history, (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.table = layout
    }),
  }))
}

/** That of a broken file what can be read is enough travels with the document, so that it opens so again. */
export function keepInPart(id: string): void {
  documentStore.setState(({ history }) => ({
    history: adjust(history, (draft) => {
      const layer = findLayer(draft, id)
      if (layer !== null) layer.inPart = true
    }),
  }))
}

export function expandGroup(id: string, expanded: boolean): void {
  documentStore.setState(({ history }) => ({
    history: adjust(history, (draft) => {
      const node = draft.layers.find((one) => one.id === id)
      if (node?.type === 'group') node.expanded = expanded
    }),
  }))
}

export const isDocumentModified = (state: DocumentState): boolean => isModified(state.history)
