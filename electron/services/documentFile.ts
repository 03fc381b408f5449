/** Reads and writes map documents (`*.cartouche`). In a file layer paths are relative to it; in memory they are absolute. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { type Layer, type LayerNode, MapDocument } from '../contract/document.ts'
import { RefusalError } from '../contract/refusal.ts'
import { writeDurably } from './durableFile.ts'

/** A document holds no features but annotations and their pictures, so one this large is something else. */
const maxBytes = 64 * 1024 * 1024

/**
 * @param path absolute path of the document
 * @returns the document with absolute layer paths
 * @throws RefusalError when it cannot be read, or is not a map document of a version that this program knows
 */
export async function readDocument(path: string): Promise<MapDocument> {
  const file = basename(path)
  const text = await readText(path, file)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new RefusalError({
      message: `${file} is damaged: it is not complete JSON (${error instanceof Error ? error.message : 'unreadable'}).`,
      advice: `The version before the last save may be beside it as ${file}.bak.`,
      file,
    })
  }
  const version = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined
  if (typeof version === 'number' && version > 1) {
    throw new RefusalError({
      message: `${file} was made by a newer version of Cartouche (document schema ${version}; this program knows 1).`,
      advice: 'Update Cartouche to open it.',
      file,
    })
  }
  const decoded = MapDocument.safeParse(json)
  if (!decoded.success) {
    const issue = decoded.error.issues[0]
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
    throw new RefusalError({
      message:
        version === undefined
          ? `${file} is not a map document of Cartouche.`
          : `${file} is damaged${place}: ${issue?.message ?? 'not readable'}.`,
      advice: version === undefined ? 'To show its data, add it as a layer.' : `Mend that place, or open ${file}.bak beside it.`,
      file,
    })
  }
  const twice = repeatedId(decoded.data)
  if (twice !== null) {
    throw new RefusalError({
      message: `${file} is damaged: two of its ${twice.what} have the id “${twice.id}”.`,
      advice: `Give one of them another id, or open ${file}.bak beside it.`,
      file,
    })
  }
  const folder = dirname(path)
  return withPaths(decoded.data, (layerPath) => resolve(folder, fromPortable(layerPath)))
}

/**
 * @param path absolute path to write to
 * @param document with absolute layer paths
 * @throws RefusalError when it cannot be written; the file is then as it was
 */
export async function writeDocument(path: string, document: MapDocument): Promise<void> {
  const folder = dirname(path)
  const portable = withPaths(document, (layerPath) => {
    const inside = relative(folder, layerPath)
    // On Windows a file on another drive has no relative path.
    return isAbsolute(inside) ? layerPath : inside.split(sep).join('/')
  })
  const file = basename(path)
  const bytes = Buffer.from(formatDocument(portable))
  if (bytes.length > maxBytes) {
    throw new RefusalError({
      message: `${file} was not saved: with its pictures it would have ${megabytes(bytes.length)} MB, and a map of more than ${megabytes(maxBytes)} MB cannot be opened again. The file on disk is as it was.`,
      advice: 'Use smaller pictures, or fewer; your changes are still in the window.',
      file,
    })
  }
  try {
    await writeDurably(path, bytes, { backup: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new RefusalError({
      message: `${file} could not be saved: ${saveReason(code)}. The file on disk is as it was.`,
      advice: 'Save under another name or in another folder; your changes are still in the window.',
      file,
    })
  }
}

function saveReason(code: unknown): string {
  if (code === 'ENOSPC') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write in that folder'
  if (code === 'ENOENT') return 'its folder is not there any more'
  return `the system answered ${String(code)}`
}

/** JSON that reads well in a diff: keys in the schema's order, one layer and one annotation a line. */
export function formatDocument(document: MapDocument): string {
  // Parsing orders the keys as the schema names them, whatever order they had in memory.
  const ordered = MapDocument.parse(document)
  const lines = Object.entries(ordered).map(([key, value]) => {
    if (key === 'layers') return `  "layers": ${formatLines(ordered.layers.map(formatNode))}`
    if (key === 'annotations')
      return `  "annotations": ${formatLines(ordered.annotations.map((annotation) => `    ${JSON.stringify(annotation)}`))}`
    return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}

const formatLines = (lines: string[]): string => (lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`)

function formatNode(node: LayerNode): string {
  if (node.type === 'layer' || node.layers.length === 0) return `    ${JSON.stringify(node)}`
  const { layers, ...head } = node
  return `    ${JSON.stringify(head).slice(0, -1)},"layers":[\n${layers.map((layer) => `      ${JSON.stringify(layer)}`).join(',\n')}\n    ]}`
}

/** Changes find what they change by its id. Two of a kind come from copying lines by hand, or from a merge. */
function repeatedId(document: MapDocument): { what: string; id: string } | null {
  const groups = document.layers.filter((node) => node.type === 'group')
  const lists = { layers: [...layersOf(document), ...groups], annotations: document.annotations }
  for (const [what, list] of Object.entries(lists)) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) return { what, id }
      seen.add(id)
    }
  }
  return null
}

/** Every layer of a document, groups opened, topmost first. */
export function layersOf(document: MapDocument): Layer[] {
  return document.layers.flatMap((node) => (node.type === 'group' ? node.layers : [node]))
}

function withPaths(document: MapDocument, change: (path: string) => string): MapDocument {
  const layer = (one: Layer): Layer => ({ ...one, path: change(one.path) })
  return {
    ...document,
    layers: document.layers.map((node) => (node.type === 'group' ? { ...node, layers: node.layers.map(layer) } : layer(node))),
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))

const fromPortable = (path: string): string => (sep === '\\' ? path.replaceAll('/', sep) : path)

async function readText(path: string, file: string): Promise<string> {
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
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
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
