/** `export …` on the command line: draws a page without a visible window, says what was written, and ends. */
import { app } from 'electron'
import { stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { ExportJob, ExportReport } from '../../contract/export.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { exportUsage } from '../../services/commandHelp.ts'
import { composeDocument } from '../../services/composeDocument.ts'
import { readDocument } from '../../services/documentFile.ts'
import { type ExportArguments, type ExportRequest, parseExportArguments } from '../../services/exportArguments.ts'
import { writeExport } from '../../services/exportFile.ts'
import { readLayers } from '../../services/readLayers.ts'
import { admitLayers } from '../../services/session.ts'
import { type Backend, startBackend } from '../backend.ts'
import { exportWindowHandlers } from '../handlers/exports.ts'
import { installHandlers, letIn } from '../ipc.ts'
import { Exporter } from './exportWindow.ts'

const exitCodes = { help: 0, refused: 1, usage: 2 } as const

/** @param words of the command line, after `export` */
export async function runExport(words: readonly string[]): Promise<void> {
  const parsed = parseExportArguments(words, process.cwd())
  if (parsed.kind !== 'run') return finish(parsed)
  try {
    const started = performance.now()
    const report = await perform(parsed.request)
    if (parsed.request.json) print({ path: parsed.request.out, ...report, milliseconds: Math.round(performance.now() - started) })
    else for (const sentence of report.notPlaced) process.stderr.write(`${sentence}\n`)
    app.exit(0)
  } catch (error) {
    const { message, advice } =
      error instanceof RefusalError ? error.refusal : { message: `The map could not be exported (${String(error)}).`, advice: '' }
    process.stderr.write(`${[message, advice].filter((part) => part !== '').join(' ')}\n`)
    app.exit(1)
  }
}

async function perform({ document, layers, out, settings }: ExportRequest): Promise<ExportReport> {
  await refuseMissingFolder(out)
  const backend = startBackend({ onNetwork: () => undefined, onEngineRestart: () => undefined })
  const exporter = new Exporter(letIn)
  installHandlers(exportWindowHandlers(backend, exporter))
  const map = document === null ? await fromLayers(backend, layers, out) : await readDocument(document)
  const job: ExportJob = { document: map, sources: admitLayers(map, backend.admission), settings }
  const { bytes, report } = await exporter.export(job)
  await writeExport(out, bytes)
  return report
}

/** Before anything is drawn: nobody waits for a picture that has nowhere to go. */
async function refuseMissingFolder(out: string): Promise<void> {
  const folder = dirname(out)
  const isFolder = await stat(folder).then(
    (status) => status.isDirectory(),
    () => false,
  )
  if (!isFolder)
    throw new RefusalError({
      message: `${out} cannot be written: the folder ${folder} does not exist.`,
      advice: 'Make it first, or name another.',
    })
}

/** A map of bare layers, called after the picture. */
async function fromLayers({ engine, admission }: Backend, paths: string[], out: string): Promise<ExportJob['document']> {
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
