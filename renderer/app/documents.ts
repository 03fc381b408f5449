/** New, open, save: what happens to the document as a whole. Changes that are not saved are asked about before another document takes their place. */
import type { OpenedDocument } from '../../electron/contract/calls.ts'
import { call } from '../bridge/index.ts'
import { currentDocument, documentStore, isDocumentModified, noteSaved, openBlankDocument } from '../store/documentStore.ts'
import { notify } from '../store/noticeStore.ts'
import { report, showDocument } from './files.ts'

export async function newDocument(): Promise<void> {
  await report(async () => {
    if (await mayLeave()) openBlankDocument()
  })
}

export async function chooseDocument(): Promise<void> {
  await report(async () => {
    if (!(await mayLeave())) return
    const opened = await call('document.choose', {})
    if (opened !== null) await showDocument(opened)
  })
}

export async function openDemo(): Promise<void> {
  await report(async () => {
    if (await mayLeave()) await showDocument(await call('document.demo', {}))
  })
}

export async function openArrivedDocument(opened: OpenedDocument): Promise<void> {
  if (await mayLeave()) await showDocument(opened)
}

/** @returns whether the document is on disk now */
export async function saveDocument(as: boolean): Promise<boolean> {
  let saved = false
  await report(async () => {
    const { path, history } = documentStore.getState()
    const written = await call('document.save', { document: history.document, path, as })
    if (written === null) return
    noteSaved(written.path, history)
    notify(`Saved as ${fileNameOf(written.path)}.`)
    saved = true
  })
  return saved
}

/** Asks what becomes of changes that are not saved. */
async function mayLeave(): Promise<boolean> {
  if (!isDocumentModified(documentStore.getState())) return true
  const answer = await call('document.askToKeep', { title: currentDocument().title })
  if (answer === 'save') return saveDocument(false)
  return answer === 'discard'
}

export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
