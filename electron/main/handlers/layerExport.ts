/** Exporting features of a layer into a file that the user names. */
import { type BrowserWindow, dialog } from 'electron'
import { access } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Calls } from '../../contract/calls.ts'
import type { LayerExportFormat } from '../../contract/query.ts'
import { RefusalError } from '../../contract/refusal.ts'
import type { Handlers } from '../../contract/table.ts'
import type { CallContext } from '../ipc.ts'
import { asJob } from '../jobs.ts'
import type { Program } from '../program.ts'

const formats: Record<LayerExportFormat, { name: string; extensions: [string, ...string[]] }> = {
  geojson: { name: 'GeoJSON', extensions: ['geojson', 'json'] },
  ndjson: { name: 'Newline-delimited GeoJSON', extensions: ['ndjson', 'geojsonl', 'jsonl'] },
  csv: { name: 'CSV table', extensions: ['csv'] },
}

export function layerExportHandlers(program: Program): Pick<Handlers<Calls, CallContext>, 'layers.export'> {
  return {
    'layers.export': async ({ source, job, ...request }, { window }) =>
      asJob(program, window, job, async (options) => {
        // A filter that cannot be understood is told before anything is asked.
        if (request.filter !== '') await program.engine.call('matching', { source, filter: request.filter }, options)
        const path = await askForPath(window, program.admission.source(source).name, request.format)
        if (path === null) return null
        const { features } = await program.engine.call('exportLayer', { source, path, request }, options)
        program.admission.admit(path)
        return { path, features }
      }),
  }
}

async function askForPath(window: BrowserWindow, name: string, format: LayerExportFormat): Promise<string | null> {
  const { name: formatName, extensions } = formats[format]
  const chosen = await dialog.showSaveDialog(window, {
    title: 'Export Layer',
    defaultPath: `${name} (export).${extensions[0]}`,
    filters: [{ name: formatName, extensions: [...extensions] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (chosen.canceled || chosen.filePath === '') return null
  if (extname(chosen.filePath) !== '') return chosen.filePath
  // The dialog asked about another name.
  const path = `${chosen.filePath}.${extensions[0]}`
  if (await isThere(path)) {
    const file = basename(path)
    throw new RefusalError({ message: `${file} is there already.`, advice: 'Choose it by its whole name to write over it.', file })
  }
  return path
}

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
