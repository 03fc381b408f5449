/** Reads and writes map documents (`*.cartouche`). In a file layer paths are relative to it; in memory they are absolute. */
import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Layer, MapDocument } from '../contract/document.ts'
import { RefusalError } from '../contract/refusal.ts'
import { decodeDocument, formatDocument, layersOf } from './documentText.ts'
import { salvageDocument } from './documentSalvage.ts'
import { removeLeftOvers, type Steps, writeDurably } from './durableFile.ts'
import { printOf } from './filePrints.ts'

export { formatDocument, layersOf } from './documentText.ts'

/** A document holds no features, so one this large is something else. */
const maxBytes = 64 * 1024 * 1024

/** A document as it was read. */
export type ReadDocument = {
  /** With absolute layer paths. */
  document: MapDocument
  /** What could not be read, in sentences. Empty when the file is whole. */
  lost: string[]
  /** Fingerprint of the file's content. */
  print: string
}

/**
 * Reads what can be read. A damaged document gives what is whole in it, and says what is not.
 *
 * @param path absolute path of the document
 * @throws RefusalError when it cannot be read, is no map document, or one of a newer version
 */
export async function openDocumentFile(path: string): Promise<ReadDocument> {
  const file = basename(path)
  const bytes = await readBytes(path, file)
  const print = printOf(bytes)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const whole = decodeDocument(text, file)
  const { document, lost } = whole instanceof RefusalError ? (salvageDocument(text) ?? refuse(whole)) : { document: whole, lost: [] }
  const elsewhere = layersOf(document).filter((layer) => isOnAnotherComputer(layer.path))
  const folder = dirname(path)
  return {
    document: withPaths(document, (layerPath) =>
      resolve(folder, isOnAnotherComputer(layerPath) ? nameIn(layerPath) : fromPortable(layerPath)),
    ),
    lost: [
      ...(isUtf8(bytes) ? [] : ['Some of its characters are not UTF-8, and stand as “\uFFFD” now.']),
      ...lost,
      ...elsewhere.map(
        (layer) => `Layer “${shown(layer.name)}” names a file on another computer (${shown(layer.path)}); it was not asked for.`,
      ),
    ],
    print,
  }
}

/**
 * Reads a document that must be whole.
 *
 * @throws RefusalError also when it is damaged
 */
export async function readDocument(path: string): Promise<MapDocument> {
  const file = basename(path)
  const text = (await readBytes(path, file)).toString('utf8').replace(/^\uFEFF/, '')
  const document = decodeDocument(text, file)
  const folder = dirname(path)
  return withPaths(document instanceof RefusalError ? refuse(document) : document, (layerPath) => resolve(folder, fromPortable(layerPath)))
}

function refuse(error: RefusalError): never {
  throw error
}

/**
 * @param path absolute path to write to
 * @param document with absolute layer paths
 * @param options.announce is told the fingerprint of the new content before anything is written
 * @returns the fingerprint of what was written
 * @throws RefusalError when it cannot be written; the file is then as it was
 */
export async function writeDocument(
  path: string,
  document: MapDocument,
  { announce, onStep }: { announce?: (print: string) => Promise<void>; onStep?: Steps } = {},
): Promise<string> {
  const folder = dirname(path)
  const file = basename(path)
  const portable = withPaths(document, (layerPath) => {
    const inside = relative(folder, layerPath)
    // On Windows a file on another drive has no relative path.
    return isAbsolute(inside) ? layerPath : inside.split(sep).join('/')
  })
  const text = formatDocument(portable)
  const size = Buffer.byteLength(text)
  if (size > maxBytes) {
    throw new RefusalError({
      message: `${file} was not saved: with its pictures it would have ${megabytes(size)} MB, and a map of more than ${megabytes(maxBytes)} MB cannot be opened again. The file on disk is as it was.`,
      advice: 'Use smaller pictures, or fewer; your changes are still in the window.',
      file,
    })
  }
  const print = printOf(text)
  await announce?.(print)
  try {
    await writeDurably(path, text, { backup: true, ...(onStep === undefined ? {} : { onStep }) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new RefusalError({
      message: `${file} could not be saved: ${saveReason(code)}. The file on disk is as it was.`,
      advice: 'Save under another name or in another folder; your changes are still in the window.',
      file,
    })
  }
  void removeLeftOvers(folder)
  return print
}

function saveReason(code: unknown): string {
  if (code === 'ENOSPC') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write in that folder'
  if (code === 'ENOENT') return 'its folder is not there any more'
  return `the system answered ${String(code)}`
}

function withPaths(document: MapDocument, change: (path: string) => string): MapDocument {
  const layer = (one: Layer): Layer => ({ ...one, path: change(one.path) })
  return {
    ...document,
    layers: document.layers.map((node) => (node.type === 'group' ? { ...node, layers: node.layers.map(layer) } : layer(node))),
  }
}

const fromPortable = (path: string): string => (sep === '\\' ? path.replaceAll('/', sep) : path)

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))

async function readBytes(path: string, file: string): Promise<Buffer> {
  try {
    const status = await stat(path)
    if (!status.isFile())
      throw new RefusalError({
        message: `${file} is not a file.`,
        advice: 'Choose a map document, or add a folder of layers with “Add Layer…”.',
        file,
      })
    if (status.size > maxBytes) {
      throw new RefusalError({
        message: `${file} is too large for a map document (${megabytes(status.size)} MB).`,
        advice: 'To show its data, add it as a layer.',
        file,
      })
    }
    return await readFile(path)
  } catch (error) {
    if (error instanceof RefusalError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new RefusalError(
      code === 'ENOENT'
        ? { message: `${file} is not there any more.`, advice: 'Check whether it was moved or renamed.', file }
        : { message: `${file} could not be read (${String(code)}).`, advice: 'Check that you may read it.', file },
    )
  }
}

/**
 * `\\\\host\\share` and `//host/share`: Windows would ask the network for such a file, and introduce the user to whoever answers. Device names (`\\\\.\\`) begin
 * alike.
 */
const isOnAnotherComputer = (path: string): boolean => /^[\\/]{2}/.test(path)

const nameIn = (path: string): string => path.split(/[\\/]+/).findLast((part) => part !== '' && part !== '.' && part !== '..') ?? 'unnamed'

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
