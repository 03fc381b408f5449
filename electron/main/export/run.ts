/** `export …` on the command line: draws a page without a visible window, says what was written, and ends. */
import { app } from 'electron'
import { basename, extname } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { MapDocument } from '../../contract/document.ts'
import type { Exported } from '../../contract/export.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { exportUsage } from '../../services/commandHelp.ts'
import { inWords } from '../../services/commandValues.ts'
import { composeDocument } from '../../services/composeDocument.ts'
import { readDocument } from '../../services/documentFile.ts'
import { type ExportArguments, type ExportRequest, parseExportArguments } from '../../services/exportArguments.ts'
import { readLayers } from '../../services/readLayers.ts'
import { admitLayers } from '../../services/session.ts'
import { type Backend, startBackend } from '../backend.ts'
import { exportWindowHandlers } from '../handlers/exports.ts'
import { installHandlers, letIn } from '../ipc.ts'
import { Exporter } from './exportWindow.ts'
import { writePages } from './writePages.ts'

const exitCodes = { help: 0, refused: 1, usage: 2 } as const

/** @param words of the command line, after `export` */
export async function runExport(words: readonly string[]): Promise<void> {
  const parsed = parseExportArguments(words, process.cwd())
  // Who reads may end before everything is said (`| head -1`): the files are written all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  if (parsed.kind !== 'run') return finish(parsed)
  try {
    const started = performance.now()
    const { request } = parsed
    let before = started
    await perform(request, ({ path, beside, report }) => {
      const now = performance.now()
      if (request.json) print({ path, beside, ...report, milliseconds: Math.round(now - before) })
      else for (const sentence of unplaced(report)) process.stderr.write(`${sentence}\n`)
      before = now
    })
    app.exit(0)
  } catch (error) {
    const { message, advice } =
      error instanceof RefusalError ? error.refusal : { message: `The map could not be exported (${String(error)}).`, advice: '' }
    process.stderr.write(`${[message, advice].filter((part) => part !== '').join(' ')}\n`)
    app.exit(1)
  }
}

/** @param tell hears of each picture when it is written */
async function perform({ document, layers, out, settings, also }: ExportRequest, tell: (written: Exported) => void): Promise<void> {
  const backend = startBackend({ onNetwork: () => undefined, onEngineRestart: () => undefined })
  const exporter = new Exporter(letIn)
  installHandlers(exportWindowHandlers(backend, exporter))
  const map = document === null ? await fromLayers(backend, layers, out) : await readDocument(document)
  const sources = admitLayers(map, backend.admission)
  const pages = [{ out, settings }, ...also].map((picture) => ({ settings: picture.settings, path: picture.out }))
  await writePages(exporter, { document: map, sources }, pages, { onWritten: tell })
}

/** What found no room, in sentences. */
function unplaced({ notPlaced, labelsNotPlaced, labelsCovered }: Exported['report']): string[] {
  const names = labelsNotPlaced.length === 0 ? [] : [`There was no room on the map for ${inWords(labelsNotPlaced, 'and')}.`]
  const covered =
    labelsCovered.length === 0
      ? []
      : [`Where it was put, something lies over ${inWords(labelsCovered, 'and')}, or the edge of the map cuts it off.`]
  return [...notPlaced, ...names, ...covered]
}

/** A map of bare layers, called after the picture. */
async function fromLayers({ engine, admission }: Backend, paths: string[], out: string): Promise<MapDocument> {
  const { layers, refusals } = await readLayers(engine, paths, { admit: (path) => admission.admit(path), keepOpen: true })
  if (refusals.length > 0) {
    const sentences = refusals.map(({ message, advice }) => [message, advice].filter((part) => part !== '').join(' '))
    throw new RefusalError({ message: sentences.join('\n') })
  }
  return composeDocument(layers, { title: basename(out, extname(out)) }).document
}

function finish(parsed: Exclude<ExportArguments, { kind: 'run' }>): void {
  if (parsed.kind === 'help') process.stdout.write(`${parsed.message}\n`)
  else if (parsed.kind === 'usage') process.stderr.write(`cartouche export: ${parsed.message}\nUsage: cartouche ${exportUsage}\n`)
  else process.stderr.write(`${parsed.message}\n`)
  app.exit(exitCodes[parsed.kind])
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
