/** New, open, save: what happens to the document as a whole. Changes that are not saved are asked about before another document takes their place. */
import type { OpenedDocument } from '../../electron/contract/calls.ts'
import { call } from '../bridge/index.ts'
import { allLayers } from '../document/layers.ts'
import {
  currentDocument,
  documentStore,
  isDocumentModified,
  keepHashes,
  noteSaved,
  openBlankDocument,
  openDocument,
} from '../store/documentStore.ts'
import { notify } from '../store/noticeStore.ts'
import { openDialog } from '../store/panelStore.ts'
import { sourceStore, statusOf } from '../store/sourceStore.ts'
import { addSources, readLayers, report } from './files.ts'
import { keepSessionNow } from './session.ts'

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

export async function openRecent(id: string): Promise<void> {
  await report(async () => {
    const opened = await call('recent.open', { id })
    if (opened.kind === 'layer') await addSources([opened.source])
    else if (await mayLeave()) await showDocument(opened.opened)
  })
}

/** Shows a document in place of the one that is open, and reads its layers. What could not be read of it is told. */
async function showDocument({ document, path, sources, damage }: OpenedDocument): Promise<void> {
  openDocument(document, path, damage !== null)
  if (damage !== null) openDialog({ kind: 'damage', damage })
  await readLayers(sources)
}

/** The save that is under way. */
let saving: Promise<boolean> | null = null

/** @returns whether the document is on disk now */
export async function saveDocument(as: boolean): Promise<boolean> {
  const mine = save(as).finally(() => {
    if (saving === mine) saving = null
  })
  saving = mine
  return mine
}

async function save(as: boolean): Promise<boolean> {
  let saved = false
  await report(async () => {
    keepHashes(contentKeys())
    const { path, history } = documentStore.getState()
    const written = await call('document.save', { document: history.document, path, as })
    if (written === null) return
    noteSaved(written.path, history)
    notify(`Saved as ${fileNameOf(written.path)}.`)
    saved = true
  })
  return saved
}

let isClosing = false

/**
 * The window is to close.
 *
 * @param ask false when the program quits: then everything is kept as it is for the next start
 */
export async function closeWindow(ask: boolean): Promise<void> {
  if (isClosing) return void (await call('window.hold', {}))
  isClosing = true
  try {
    // Until a save is noted, what it saves still counts as changes.
    if (saving !== null) await Promise.all([saving, call('window.hold', {})])
    const answer = ask && isDocumentModified(documentStore.getState()) ? await askBeforeClosing() : 'keep'
    if (answer === 'stay') return
    await keepSessionNow().catch(() => undefined)
    await call('window.close', { keep: answer === 'keep' })
  } finally {
    isClosing = false
  }
}

async function askBeforeClosing(): Promise<'keep' | 'drop' | 'stay'> {
  await call('window.hold', {})
  const answer = await call('document.askToKeep', { title: currentDocument().title })
  if (answer === 'save') return (await saveDocument(false)) ? 'keep' : 'stay'
  return answer === 'discard' ? 'drop' : 'stay'
}

/** What the layers' files hold now, as far as they were read. */
function contentKeys(): Map<string, string> {
  const state = sourceStore.getState()
  return new Map(
    allLayers(currentDocument()).flatMap(({ path }) => {
      const status = statusOf(state, path)
      return status?.state === 'ready' ? [[path, status.summary.contentKey.slice(0, 128)]] : []
    }),
  )
}

/** Asks what becomes of changes that are not saved. @returns whether another document may take this one's place */
export async function mayLeave(): Promise<boolean> {
  if (!isDocumentModified(documentStore.getState())) return true
  const answer = await call('document.askToKeep', { title: currentDocument().title })
  if (answer === 'save') return saveDocument(false)
  return answer === 'discard'
}

export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
