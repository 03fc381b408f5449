/** Exporting pages: the visible window asks, a hidden one draws. */
import { type BrowserWindow, clipboard, dialog, nativeImage } from 'electron'
import { join } from 'node:path'
import type { Calls } from '../../contract/calls.ts'
import type { MapDocument } from '../../contract/document.ts'
import type { ExportFormat, ExportJob, ExportSettings } from '../../contract/export.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import { layersOf } from '../../services/documentFile.ts'
import { exportNames, withEnding } from '../../services/exportNames.ts'
import { MemorySink } from '../../services/pendingExport.ts'
import { admitLayers } from '../../services/session.ts'
import type { Backend } from '../backend.ts'
import type { Exporter } from '../export/exportWindow.ts'
import { writePages } from '../export/writePages.ts'
import { type CallContext, send } from '../ipc.ts'
import type { Program } from '../program.ts'

type ExportCalls = Extract<keyof Calls, `export.${string}`>

const formatNames: Record<ExportFormat, string> = {
  png: 'PNG picture',
  jpg: 'JPEG picture',
  pdf: 'PDF document',
  svg: 'SVG drawing',
  tif: 'GeoTIFF picture',
}

export function exportHandlers(program: Program): Pick<Handlers<Calls, CallContext>, ExportCalls> {
  /** Where the last export went: it may be repeated without being asked for again. */
  let last: readonly string[] = []
  return {
    'export.run': async ({ document, settings, again, job }, { window }) => {
      const jobs = jobsFor(program, document, settings)
      const paths = again ? last : await askWhere(window, document, settings)
      if (paths === null) return null
      if (paths.length !== jobs.length)
        throw new RefusalError({ message: 'There is no export to be repeated.', advice: 'Choose Export first.' })
      const pages = jobs.map((one, index) => ({ job: one, path: paths[index] ?? '' }))
      const written = await cancellable(program, window, job, async (options) => writePages(program.exporter, pages, options))
      last = paths
      for (const { path } of written) program.admission.admit(path)
      return written
    },
    'export.copy': async ({ document, settings, job }, { window }) => {
      const [one] = jobsFor(program, document, [{ ...settings, format: 'png' }])
      if (one === undefined) throw new RefusalError({ message: 'There is nothing to copy.' })
      const sink = new MemorySink()
      const { report } = await cancellable(program, window, job, async (options) => program.exporter.export(one, sink, options))
      clipboard.writeImage(nativeImage.createFromBuffer(sink.bytes))
      return { report }
    },
    ...drawing(program.exporter),
  }
}

/** @throws RefusalError for a document with a layer that was not let in */
function jobsFor(program: Program, document: MapDocument, settings: readonly ExportSettings[]): ExportJob[] {
  for (const layer of layersOf(document)) {
    if (!program.admission.has(layer.path))
      throw new RefusalError({ message: `The layer ${layer.name} names a file that was not opened here.` })
  }
  const sources = admitLayers(document, program.admission)
  return settings.map((one) => ({ document, settings: one, sources }))
}

/** One file has a name, several a folder. @returns a path for each of the settings, or null when the user thought better of it */
async function askWhere(window: BrowserWindow, document: MapDocument, settings: readonly ExportSettings[]): Promise<string[] | null> {
  const names = exportNames(document, settings)
  const [only, another] = settings
  if (only !== undefined && another === undefined) {
    const chosen = await dialog.showSaveDialog(window, {
      title: 'Export',
      defaultPath: names[0] ?? 'Map',
      filters: [{ name: formatNames[only.format], extensions: [only.format] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return chosen.canceled || chosen.filePath === '' ? null : [withEnding(chosen.filePath, only.format)]
  }
  const chosen = await dialog.showOpenDialog(window, {
    title: `Export ${settings.length} Files`,
    buttonLabel: 'Export Here',
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = chosen.filePaths
  return chosen.canceled || folder === undefined ? null : names.map((name) => join(folder, name))
}

async function cancellable<T>(
  program: Program,
  window: BrowserWindow,
  job: string,
  work: (options: { signal: AbortSignal; onProgress: (done: number) => void }) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  program.jobs.set(job, abort)
  try {
    return await work({ signal: abort.signal, onProgress: (done) => send(window, 'job.progress', { job, done, total: 1 }) })
  } finally {
    program.jobs.delete(job)
  }
}

/** For a program that only exports: nothing else is answered. */
export function exportWindowHandlers(backend: Backend, exporter: Exporter): Partial<Handlers<Calls, CallContext>> {
  return {
    ...drawing(exporter),
    'layers.read': async ({ source }) => backend.engine.call('open', { source, path: backend.admission.source(source).path }),
    'layers.labels': async (argument) => backend.engine.call('labels', argument),
    'layers.tally': async (argument) => backend.engine.call('tally', argument),
    'layers.matching': async ({ source, filter }) => backend.engine.call('matching', { source, filter }),
    'network.refused': ({ url }) => {
      backend.counter.refuse(url, 'content security policy')
      return {}
    },
  }
}

type DrawingCalls = 'export.job' | 'export.begin' | 'export.piece' | 'export.progress' | 'export.deliver' | 'export.fail'

/** What a hidden window asks and says. */
function drawing(exporter: Exporter): Pick<Handlers<Calls, CallContext>, DrawingCalls> {
  return {
    'export.job': (_argument, { window }) => exporter.jobOf(window),
    'export.begin': async (head, { window }) => {
      await exporter.begin(window, head)
      return {}
    },
    'export.piece': async ({ bytes }, { window }) => {
      await exporter.piece(window, bytes)
      return {}
    },
    'export.progress': ({ done }, { window }) => {
      exporter.progress(window, done)
      return {}
    },
    'export.deliver': (delivery, { window }) => {
      exporter.deliver(window, delivery)
      return {}
    },
    'export.fail': (refusal, { window }) => {
      exporter.fail(window, new RefusalError(refusal))
      return {}
    },
  }
}
