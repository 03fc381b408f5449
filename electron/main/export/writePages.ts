/** Draws pages of a map one after the other and writes each to its file, with what belongs beside it. */
import { extname } from 'node:path'
import type { Delivery, Exported, ExportMap, ExportSettings } from '../../contract/export.ts'
import { ExportFile } from '../../services/pendingExport.ts'
import { auxXml, worldFile, worldFileEndings } from '../../services/picture/worldFile.ts'
import type { DrawPage, Exporter } from './exportWindow.ts'

export type PageFile = { settings: ExportSettings; path: string }

export type WritingOptions = {
  /** Ends the work. */
  signal?: AbortSignal
  /** @param done share of the work, 0 to 1 */
  onProgress?: (done: number) => void
  /** Hears of each file when it is there. */
  onWritten?: (written: Exported) => void
}

/**
 * A file comes under its name when all that belongs to it is drawn and written; those before it stay when a later one fails.
 *
 * @throws RefusalError, CancelledError
 */
export async function writePages(
  exporter: Exporter,
  map: ExportMap,
  pages: readonly PageFile[],
  { signal, onProgress, onWritten }: WritingOptions = {},
): Promise<Exported[]> {
  return exporter.drawing(
    map,
    async (draw) => {
      const written: Exported[] = []
      for (const [index, page] of pages.entries()) {
        const one = await writePage(draw, page, (done) => onProgress?.((index + done) / pages.length))
        written.push(one)
        onWritten?.(one)
      }
      return written
    },
    signal,
  )
}

async function writePage(draw: DrawPage, { settings, path }: PageFile, onProgress: (done: number) => void): Promise<Exported> {
  const files = [await ExportFile.begin(path)]
  try {
    const [picture] = files
    if (picture === undefined) throw new Error('There is no file.')
    const delivery = await draw(settings, picture, onProgress)
    for (const { path: other, text } of filesBeside(path, settings, delivery)) {
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

function filesBeside(
  path: string,
  { format, worldFile: isWanted }: ExportSettings,
  { georeference }: Delivery,
): { path: string; text: string }[] {
  if (!isWanted || georeference === null || (format !== 'png' && format !== 'jpg')) return []
  const stem = path.slice(0, path.length - extname(path).length)
  return [
    { path: `${stem}.${worldFileEndings[format]}`, text: worldFile(georeference) },
    { path: `${path}.aux.xml`, text: auxXml() },
  ]
}
