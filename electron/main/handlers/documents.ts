/** Opening and saving map documents, with the system's dialogs. */
import { dialog } from 'electron'
import type { Calls, OpenedDocument } from '../../contract/calls.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { layersOf, readDocument } from '../../services/documentFile.ts'
import { admitLayers, openFile } from '../../services/session.ts'
import type { CallContext } from '../ipc.ts'
import { reveal } from '../menu.ts'
import { demoDocument } from '../paths.ts'
import type { Program } from '../program.ts'
import { documentFilters, saveWithCare } from './saving.ts'

type DocumentCalls = 'document.choose' | 'document.save' | 'document.askToKeep' | 'document.demo' | 'file.reveal'

/**
 * @param path absolute
 * @throws RefusalError
 */
export async function openDocument(program: Program, path: string): Promise<OpenedDocument> {
  const opened = await openFile(path, program)
  program.admission.admit(path)
  await program.recent.add('document', path)
  program.refreshMenu()
  return opened
}

export function documentHandlers(program: Program): Pick<Handlers<Calls, CallContext>, DocumentCalls> {
  return {
    'document.choose': async (_argument, { window }) => {
      const chosen = await dialog.showOpenDialog(window, { title: 'Open Map', properties: ['openFile'], filters: documentFilters })
      const path = chosen.filePaths[0]
      return path === undefined ? null : openDocument(program, path)
    },
    'document.save': async ({ document, path, as }, { window }) => {
      for (const layer of layersOf(document)) {
        if (!program.admission.has(layer.path))
          throw new RefusalError({ message: `The layer ${layer.name} names a file that was not opened here.` })
      }
      // A layer's file is let in to be read, and never to be saved over.
      const known = path !== null && program.admission.hasDocument(path) ? path : null
      const target = await saveWithCare(program, window, document, known, as)
      if (target === null) return null
      program.admission.admitDocument(target)
      await program.recent.add('document', target)
      program.refreshMenu()
      return { path: target }
    },
    'document.askToKeep': async ({ title }, { window }) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: `Save the changes to “${title.slice(0, 80)}”?`,
        detail: 'They are lost when the map is closed without saving.',
        buttons: ['Save', 'Do Not Save', 'Cancel'],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      })
      return (['save', 'discard', 'cancel'] as const)[response] ?? 'cancel'
    },
    'document.demo': async () => {
      const document = await readDocument(demoDocument())
      return { document, path: null, sources: admitLayers(document, program.admission), damage: null }
    },
    'file.reveal': ({ path }) => {
      if (!program.admission.has(path)) throw new RefusalError({ message: 'This file was not opened in this session.' })
      reveal(path)
      return {}
    },
  }
}
