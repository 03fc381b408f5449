/** Draws pages one after the other and writes each to its file, with what belongs beside it. */
import { extname } from 'node:path'
import type { Delivery, Exported, ExportJob } from '../../contract/export.ts'
import { ExportFile } from '../../services/pendingExport.ts'
import { auxXml, worldFile, worldFileEndings } from '../../services/picture/worldFile.ts'
import type { Exporter, ExportOptions } from './exportWindow.ts'

export type PageJob = { job: ExportJob; path: string }

/**
 * A file comes under its name when all that belongs to it is drawn and written; those before it stay when a later one fails.
 *
 * @throws RefusalError, CancelledError
 */
export async function writePages(exporter: Exporter, pages: readonly PageJob[], options: ExportOptions = {}): Promise<Exported[]> {
  const written: Exported[] = []
  for (const [index, { job, path }] of pages.entries()) {
    const onProgress = (done: number): void => options.onProgress?.((index + done) / pages.length)
    written.push(await writePage(exporter, job, path, { ...options, onProgress }))
  }
  return written
}

async function writePage(exporter: Exporter, job: ExportJob, path: string, options: ExportOptions): Promise<Exported> {
  const files = [await ExportFile.begin(path)]
  try {
    const [picture] = files
    if (picture === undefined) throw new Error('There is no file.')
    const delivery = await exporter.export(job, picture, options)
    for (const { path: other, text } of filesBeside(path, job, delivery)) {
      const file = await ExportFile.begin(other)
      files.push(file)
      await file.append(new TextEncoder().encode(text))
    }
    // Those beside it first: a picture that is there is complete.
    for (const file of files.toReversed()) await file.commit()
    return { path, beside: files.slice(1).map((file) => file.path), report: delivery.report }
  } catch (error) {
    for (const file of files) await file.discard()
    throw error
  }
}

function filesBeside(path: string, { settings }: ExportJob, { georeference }: Delivery): { path: string; text: string }[] {
  const { format, worldFile: isWanted } = settings
  if (!isWanted || georeference === null || (format !== 'png' && format !== 'jpg')) return []
  const stem = path.slice(0, path.length - extname(path).length)
  return [
    { path: `${stem}.${worldFileEndings[format]}`, text: worldFile(georeference) },
    { path: `${path}.aux.xml`, text: auxXml() },
  ]
}
