/** Which of the files and folders that a user drops or names are layer files. */
import { type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type Refusal, RefusalError } from '../contract/refusal.ts'

export const layerExtensions = ['geojson', 'json', 'geojsonl', 'geojsonseq', 'ndjson', 'jsonl', 'geojsons'] as const
export const documentExtension = 'cartouche'

const maxFiles = 500
const maxDepth = 8
/** A whole disk that was dropped by a slip would be walked for minutes. */
const maxEntries = 50_000

export type FoundFiles = { layers: string[]; documents: string[]; refusals: Refusal[] }

/**
 * Looks into folders and sorts files by kind. Files that were named outright are taken whatever their ending, since the reader judges by content; in a
 * folder only known endings are taken. A file that is named twice, or lies in a folder that is named too, is taken once.
 *
 * @param paths absolute paths of files and folders
 */
export async function findFiles(paths: string[]): Promise<FoundFiles> {
  const found: FoundFiles = { layers: [], documents: [], refusals: [] }
  for (const path of paths) {
    try {
      const status = await stat(path)
      if (status.isDirectory()) await addFolder(path, found)
      else if (status.isFile()) addFile(path, found)
      else
        throw new RefusalError({
          message: `${basename(path)} is not a file.`,
          advice: 'Choose a file or a folder of layers.',
          file: basename(path),
        })
    } catch (error) {
      found.refusals.push(error instanceof RefusalError ? error.refusal : unreadable(path, error))
    }
  }
  return { ...found, layers: [...new Set(found.layers)], documents: [...new Set(found.documents)] }
}

function addFile(path: string, found: FoundFiles): void {
  if (extensionOf(path) === documentExtension) found.documents.push(path)
  else found.layers.push(path)
}

async function addFolder(folder: string, found: FoundFiles): Promise<void> {
  const layers: string[] = []
  const queue: { path: string; depth: number }[] = [{ path: folder, depth: 0 }]
  let seen = 0
  for (let next = queue.shift(); next !== undefined && layers.length <= maxFiles; next = queue.shift()) {
    const { path: inside, depth } = next
    const entries = await readdir(inside, { withFileTypes: true }).catch((error: unknown) => {
      // One locked room does not close the house.
      if (inside === folder) throw error
      found.refusals.push(unreadable(inside, error))
      return []
    })
    seen += entries.length
    if (seen > maxEntries) throw tooLarge(folder)
    for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
      const path = join(inside, entry.name)
      if (entry.isDirectory() && depth < maxDepth && !isHidden(entry)) queue.push({ path, depth: depth + 1 })
      else if (entry.isFile() && isLayerFile(path) && !isHidden(entry)) layers.push(path)
    }
  }
  const file = basename(folder)
  if (layers.length === 0) {
    throw new RefusalError({
      message: `The folder ${file} holds no layer files.`,
      advice: `Cartouche opens ${layerExtensions.map((extension) => `.${extension}`).join(', ')}, and these compressed as .gz.`,
      file,
    })
  }
  if (layers.length > maxFiles) {
    throw new RefusalError({
      message: `The folder ${file} holds more than ${maxFiles} layer files.`,
      advice: 'Open a smaller folder, or choose the files you need.',
      file,
    })
  }
  found.layers.push(...layers)
}

const tooLarge = (folder: string): RefusalError =>
  new RefusalError({
    message: `The folder ${basename(folder)} holds more than ${maxEntries.toLocaleString('en-US')} files of all kinds.`,
    advice: 'Open a smaller folder, or choose the files you need.',
    file: basename(folder),
  })

const extensionOf = (path: string): string => extname(path).slice(1).toLowerCase()
/** A compressed layer is called `.geojson.gz`; in a folder, any other `.gz` is something else. */
const isLayerFile = (path: string): boolean => (layerExtensions as readonly string[]).includes(extensionOf(path.replace(/\.gz$/i, '')))
const isHidden = (entry: Dirent): boolean => entry.name.startsWith('.')

function unreadable(path: string, error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const file = basename(path)
  const message =
    code === 'ENOENT'
      ? `${file} is not there.`
      : code === 'EACCES' || code === 'EPERM'
        ? `${file} may not be read by you.`
        : `${file} could not be opened (${String(code ?? error)}).`
  const advice =
    code === 'ENOENT'
      ? 'Check whether it was moved or renamed.'
      : code === 'EACCES' || code === 'EPERM'
        ? 'Ask its owner for the right to read it.'
        : ''
  return { message, advice, file, line: null, column: null }
}
