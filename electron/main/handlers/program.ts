/** Calls about the program itself: start, recent files, clipboard, the offline report, the menu, the end. */
import { app, clipboard } from 'electron'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Calls } from '../../contract/calls.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import type { CallContext } from '../ipc.ts'
import { creditsFile } from '../paths.ts'
import type { Program } from '../program.ts'
import { openDocument } from './documents.ts'

type ProgramCalls = Exclude<
  keyof Calls,
  | `layers.${string}`
  | `document.${string}`
  | `annotations.${string}`
  | `templates.${string}`
  | `export.${string}`
  | `journal.${string}`
  | `recovery.${string}`
  | `window.${string}`
  | 'cache.clear'
  | 'image.choose'
  | 'job.cancel'
  | 'file.reveal'
>

export function programHandlers(program: Program): Pick<Handlers<Calls, CallContext>, ProgramCalls> {
  return {
    'session.start': async () => {
      const opening = await program.opening()
      return { ...opening, network: program.counter.log(), platform: platform() }
    },
    'session.keep': async ({ panels }) => {
      await program.session.keep(panels)
      return {}
    },
    'recent.list': () => [...program.recent.entries],
    'recent.open': async ({ id }) => {
      const recent = program.recent.find(id)
      if (recent === null) throw new RefusalError({ message: 'This file is not in the recent list any more.' })
      if (!existsSync(recent.path)) {
        await program.recent.remove(id)
        program.refreshMenu()
        throw new RefusalError({
          message: `${recent.name} is not there any more.`,
          advice: 'It was taken off the recent list. Check whether it was moved or renamed.',
          file: recent.path,
        })
      }
      if (recent.kind === 'document') return { kind: 'document', opened: await openDocument(program, recent.path) }
      return { kind: 'layer', source: program.admission.admitNamed(recent.path) }
    },
    'clipboard.write': ({ text }) => {
      clipboard.writeText(text)
      return {}
    },
    'network.log': () => program.counter.log(),
    'network.refused': ({ url }) => {
      program.counter.refuse(url, 'content security policy')
      return {}
    },
    'app.about': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      credits: await readFile(creditsFile(), 'utf8'),
    }),
    'menu.state': ({ title: _title, modified, ...state }, { window }) => {
      program.menu = state
      window.setDocumentEdited(modified)
      program.refreshMenu()
      return {}
    },
  }
}

function platform(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
