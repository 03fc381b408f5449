/** Saving a map, with everything that can come between: no place yet, a file that another program has changed, a disk that is full. */
import { type BrowserWindow, dialog } from 'electron'
import { basename, dirname, extname } from 'node:path'
import type { MapDocument } from '../../contract/document.ts'
import { type Refusal, RefusalError } from '../../contract/refusal.ts'
import { writeDocument } from '../../services/documentFile.ts'
import { documentExtension } from '../../services/layerFiles.ts'
import type { Program } from '../program.ts'

export const documentFilters = [{ name: 'Cartouche map', extensions: [documentExtension] }]

/**
 * @param known where the map is kept; null when it has no place yet
 * @param as asks for a place in any case
 * @returns where it was saved, or null when the user thought better of it
 */
export async function saveWithCare(
  program: Program,
  window: BrowserWindow,
  document: MapDocument,
  known: string | null,
  as: boolean,
): Promise<string | null> {
  let target = known === null || as ? await askWhere(window, known, document.title) : known
  while (target !== null) {
    // A name that was just chosen in the dialog may be overwritten: the dialog has asked.
    const mayWrite = target !== known || (await program.prints.isOurs(target)) ? 'write' : await askToOverwrite(window, target)
    if (mayWrite === 'cancel') return null
    if (mayWrite === 'as') target = await askWhere(window, target, document.title)
    else {
      const refusal = await write(program, target, document)
      if (refusal === null) return target
      const next = await askAfterFailure(window, refusal)
      if (next === 'cancel') return null
      if (next === 'as') target = await askWhere(window, target, document.title)
    }
  }
  return null
}

/** @returns the refusal when the file could not be written; it is then as it was */
async function write({ prints, journal }: Program, path: string, document: MapDocument): Promise<Refusal | null> {
  const before = prints.of(path)
  const note = async (known: string[]): Promise<void> => {
    prints.note(path, known)
    await journal?.notePrints(known).catch(() => undefined)
  }
  try {
    // The journal knows both contents before one takes the other's place: after a crash in between neither looks like another program's.
    const print = await writeDocument(path, document, { announce: async (coming) => note([...before, coming]) })
    await note([print])
    return null
  } catch (error) {
    await note(before)
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
}

async function askWhere(window: BrowserWindow, current: string | null, title: string): Promise<string | null> {
  const name =
    title
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 100) || 'Untitled map'
  const chosen = await dialog.showSaveDialog(window, {
    title: 'Save Map',
    defaultPath: current ?? `${name}.${documentExtension}`,
    filters: documentFilters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (chosen.canceled || chosen.filePath === '' || dirname(chosen.filePath) === '') return null
  return extname(chosen.filePath) === '' ? `${chosen.filePath}.${documentExtension}` : chosen.filePath
}

async function askToOverwrite(window: BrowserWindow, path: string): Promise<'write' | 'as' | 'cancel'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${basename(path)} was changed by another program since it was opened here.`,
    detail:
      'Overwriting it replaces those changes with this map; they stay beside it as the .bak file until the next save. Or save this map under another name.',
    buttons: ['Overwrite', 'Save As…', 'Cancel'],
    defaultId: 1,
    cancelId: 2,
    noLink: true,
  })
  return (['write', 'as', 'cancel'] as const)[response] ?? 'cancel'
}

async function askAfterFailure(window: BrowserWindow, { message, advice }: Refusal): Promise<'again' | 'as' | 'cancel'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail: advice,
    buttons: ['Save As…', 'Try Again', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['as', 'again', 'cancel'] as const)[response] ?? 'cancel'
}
