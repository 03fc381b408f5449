/** Exporting pages: the visible window asks, a hidden one draws. */
import { type BrowserWindow, clipboard, dialog, nativeImage } from 'electron'
import { join, resolve } from 'node:path'
import type { Calls } from '../../contract/calls.ts'
import type { MapDocument } from '../../contract/document.ts'
import type { ExportFormat, ExportMap, ExportSettings } from '../../contract/export.ts'
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
  /** Where the last export of this session went: it may be repeated without being asked for again. */
  let last: readonly string[] = []
  return {
    'export.run': async ({ document, map: mapPath, settings, to, job }, { window }) => {
      const map = mapFor(program, document)
      const paths = await placesFor(to, { program, window, document, mapPath, settings, last })
      if (paths === null) return null
      const pages = settings.map((one, index) => ({ settings: one, path: paths[index] ?? '' }))
      const written = await cancellable(program, window, job, async (options) => writePages(program.exporter, map, pages, options))
      last = paths
      for (const { path } of written) program.admission.admit(path)
      if (mapPath !== null && program.admission.hasDocument(mapPath))
        // An export that is written is not to fail because it cannot be remembered.
        await program.exports.keep({ map: resolve(mapPath), settings, paths: [...paths] }).catch(() => undefined)
      return written
    },
    'export.kept': async ({ map }) =>
      program.admission.hasDocument(map) ? ((await program.exports.of(resolve(map)))?.settings ?? null) : null,
    'export.copy': async ({ document, settings, job }, { window }) => {
      const map = mapFor(program, document)
      const sink = new MemorySink()
      const { report } = await cancellable(program, window, job, async ({ signal, onProgress }) =>
        program.exporter.drawing(map, async (draw) => draw({ ...settings, format: 'png' }, sink, onProgress), signal),
      )
      clipboard.writeImage(nativeImage.createFromBuffer(sink.bytes))
      return { report }
    },
    ...drawing(program.exporter),
  }
}

/** @throws RefusalError for a document with a layer that was not let in */
function mapFor(program: Program, document: MapDocument): ExportMap {
  for (const layer of layersOf(document)) {
    if (!program.admission.has(layer.path))
      throw new RefusalError({ message: `The layer ${layer.name} names a file that was not opened here.` })
  }
  return { document, sources: admitLayers(document, program.admission) }
}

type Wanted = {
  program: Program
  window: BrowserWindow
  document: MapDocument
  mapPath: string | null
  settings: readonly ExportSettings[]
  last: readonly string[]
}

/** @returns a path for each of the settings, or null when the user thought better of it @throws RefusalError when there is no export to be repeated */
async function placesFor(to: 'ask' | 'last' | 'kept', wanted: Wanted): Promise<readonly string[] | null> {
  const { program, window, document, mapPath, settings, last } = wanted
  if (to === 'ask') return askWhere(window, document, settings)
  const isKept = to === 'kept' && mapPath !== null && program.admission.hasDocument(mapPath)
  const paths = to === 'last' ? last : isKept ? ((await program.exports.of(resolve(mapPath)))?.paths ?? []) : []
  if (paths.length !== settings.length)
    throw new RefusalError({ message: 'There is no export to be repeated.', advice: 'Choose Export first.' })
  if (to === 'last') return paths
  const answer = await askAgain(window, document, paths)
  return answer === 'again' ? paths : answer === 'elsewhere' ? askWhere(window, document, settings) : null
}

/** The user chose these files in another session, perhaps long ago: nothing is written over before they were seen. */
async function askAgain(
  window: BrowserWindow,
  { title }: MapDocument,
  paths: readonly string[],
): Promise<'again' | 'elsewhere' | 'cancel'> {
  const shown = paths.slice(0, mostShown)
  const more = paths.length - shown.length
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Export “${title.slice(0, 80)}” to the same ${paths.length === 1 ? 'file' : 'files'} as last time?`,
    detail: [...shown, ...(more > 0 ? [`and ${more} more`] : []), '', 'What is there is written over.'].join('\n'),
    buttons: ['Export Again', 'Choose Place…', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['again', 'elsewhere', 'cancel'] as const)[response] ?? 'cancel'
}

const mostShown = 8

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

type DrawingCalls = 'export.map' | 'export.next' | 'export.begin' | 'export.piece' | 'export.progress' | 'export.deliver' | 'export.fail'

/** What a hidden window asks and says. */
function drawing(exporter: Exporter): Pick<Handlers<Calls, CallContext>, DrawingCalls> {
  return {
    'export.map': (_argument, { window }) => exporter.deskOf(window).map,
    'export.next': async (_argument, { window }) => exporter.deskOf(window).next(),
    'export.begin': async (head, { window }) => {
      await exporter.deskOf(window).write(async (writer) => writer.begin(head))
      return {}
    },
    'export.piece': async ({ bytes }, { window }) => {
      await exporter.deskOf(window).write(async (writer) => writer.piece(bytes))
      return {}
    },
    'export.progress': ({ done }, { window }) => {
      exporter.deskOf(window).progress(done)
      return {}
    },
    'export.deliver': (delivery, { window }) => {
      exporter.deskOf(window).deliver(delivery)
      return {}
    },
    'export.fail': (refusal, { window }) => {
      exporter.deskOf(window).fail(new RefusalError(refusal))
      return {}
    },
  }
}
