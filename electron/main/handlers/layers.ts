/** Letting layer files in, and passing questions about them on to the engine. */
import { dialog } from 'electron'
import type { Admitted, Calls } from '../../contract/calls.ts'
import type { Refusal } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { findFiles, layerExtensions } from '../../services/layerFiles.ts'
import { secondDocument } from '../../services/session.ts'
import { type CallContext, send } from '../ipc.ts'
import { asJob } from '../jobs.ts'
import type { Program } from '../program.ts'
import { openDocument } from './documents.ts'

type LayerCalls = Exclude<Extract<keyof Calls, `layers.${string}` | 'cache.clear' | 'job.cancel'>, 'layers.export'>

/** @param paths absolute paths of files and folders that the user named */
export async function admit(program: Program, paths: string[]): Promise<Admitted & { documents: string[] }> {
  const found = await findFiles(paths)
  return { sources: found.layers.map((path) => program.admission.admitNamed(path)), refusals: found.refusals, documents: found.documents }
}

export function layerHandlers(program: Program): Pick<Handlers<Calls, CallContext>, LayerCalls> {
  return {
    'layers.choose': async (_argument, { window }) => {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Add Layer',
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: 'Layers', extensions: [...layerExtensions, 'gz'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      const { sources, refusals } = await admit(program, chosen.filePaths)
      return { sources, refusals }
    },
    'layers.drop': async ({ paths }, { window }) => {
      // What is dragged out of a page or a mail has no path.
      const { sources, refusals, documents } = await admit(
        program,
        paths.filter((path) => path !== ''),
      )
      if (paths.includes('')) refusals.push(notAFile)
      const [document, ...others] = documents
      if (document !== undefined) send(window, 'document.arrived', await openDocument(program, document))
      return { sources, refusals: [...refusals, ...others.map(secondDocument)] }
    },
    'layers.locate': async ({ source }, { window }) => {
      const missing = program.admission.source(source)
      const chosen = await dialog.showOpenDialog(window, {
        title: `Locate ${missing.name}`,
        defaultPath: missing.path,
        properties: ['openFile'],
      })
      const path = chosen.filePaths[0]
      return path === undefined ? null : program.admission.admitNamed(path)
    },
    'layers.read': async ({ source, job, partial, again }, { window }) => {
      const { id, path } = program.admission.source(source)
      // From before the reading on, so that no change falls between.
      await program.watch.add(path)
      const call = { source: id, path, partial, again }
      const summary = await asJob(program, window, job, (options) => program.engine.call('open', call, options))
      if (program.admission.isNamed(id)) {
        await program.recent.add('layer', path)
        program.refreshMenu()
      }
      return summary
    },
    'layers.close': async ({ source }) => {
      program.watch.remove(program.admission.source(source).path)
      return program.engine.call('close', { source })
    },
    'layers.records': async (argument) => program.engine.call('records', argument),
    'layers.geometry': async (argument) => program.engine.call('geometry', argument),
    'layers.hit': async (argument) => program.engine.call('hit', argument),
    'layers.outlines': async (argument) => program.engine.call('outlines', argument),
    'layers.labels': async (argument) => program.engine.call('labels', argument),
    'layers.values': async (argument) => program.engine.call('values', argument),
    'layers.page': async ({ job, ...argument }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('page', argument, options)),
    'layers.positions': async ({ job, ...argument }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('positions', argument, options)),
    'layers.features': async ({ job, ...argument }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('ordered', argument, options)),
    'layers.extent': async (argument) => program.engine.call('extent', argument),
    'layers.matching': async ({ job, ...argument }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('matching', argument, options)),
    'layers.statistics': async ({ job, ...argument }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('statistics', argument, options)),
    'layers.breaks': async ({ job, source, ...request }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('breaks', { source, request }, options)),
    'layers.histogram': async ({ job, source, ...request }, { window }) =>
      asJob(program, window, job, (options) => program.engine.call('histogram', { source, request }, options)),
    'layers.tally': async (argument) => program.engine.call('tally', argument),
    'layers.defaultStyle': async ({ source }) => program.defaultStyles.styleOf(program.admission.source(source).path),
    'layers.keepDefaultStyle': async ({ source, style }) => {
      await program.defaultStyles.keep(program.admission.source(source).path, style)
      return {}
    },
    'layers.problems': async (argument) => program.engine.call('problems', argument),
    'cache.clear': async () => program.engine.call('clearCache', {}),
    'job.cancel': ({ job }) => {
      program.jobs.get(job)?.abort()
      return {}
    },
  }
}

const notAFile: Refusal = {
  message: 'Something that was dropped is not a file on this computer.',
  advice: 'Save it in a folder first, then drop the file.',
  file: null,
  line: null,
  column: null,
}
