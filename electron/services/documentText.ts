/** The text of a map document, and what it says. Knows no disk. */
import { type Layer, type LayerNode, MapDocument } from '../contract/document.ts'
import { RefusalError } from '../contract/refusal.ts'

/**
 * @param file name for the sentences
 * @returns the refusal of a text that is damaged
 * @throws RefusalError when it is no map document at all, or one of a newer version
 */
export function decodeDocument(text: string, file: string): MapDocument | RefusalError {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const [, early] = /^\s*\{\s*"schema"\s*:\s*(\d{1,9})\b/.exec(text) ?? []
    if (Number(early) > 1) throw newer(Number(early), file)
    return new RefusalError({
      message: `${file} is damaged: it is not complete JSON (${error instanceof Error ? error.message : 'unreadable'}).`,
      advice: `The version before the last save may be beside it as ${file}.bak.`,
      file,
    })
  }
  const version = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined
  if (typeof version === 'number' && version > 1) {
    throw newer(version, file)
  }
  const decoded = MapDocument.safeParse(json)
  if (!decoded.success) {
    if (version === undefined) {
      throw new RefusalError({
        message: `${file} is not a map document of Cartouche.`,
        advice: 'To show its data, add it as a layer.',
        file,
      })
    }
    const issue = decoded.error.issues[0]
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
    return new RefusalError({
      message: `${file} is damaged${place}: ${issue?.message ?? 'not readable'}.`,
      advice: `Mend that place, or open ${file}.bak beside it.`,
      file,
    })
  }
  const twice = repeatedId(decoded.data)
  if (twice === null) return decoded.data
  return new RefusalError({
    message: `${file} is damaged: two of its ${twice.what} have the id “${twice.id}”.`,
    advice: `Give one of them another id, or open ${file}.bak beside it.`,
    file,
  })
}

const newer = (version: number, file: string): RefusalError =>
  new RefusalError({
    message: `${file} was made by a newer version of Cartouche (document schema ${version}; this program knows 1).`,
    advice: 'Update Cartouche to open it.',
    file,
  })

/** JSON that reads well in a diff: keys in the schema's order, one layer, one annotation, one page a line. */
export function formatDocument(document: MapDocument): string {
  // Parsing orders the keys as the schema names them, whatever order they had in memory.
  const ordered = MapDocument.parse(document)
  const lines = Object.entries(ordered).map(([key, value]) => {
    if (key === 'layers') return `  "layers": ${formatLines(ordered.layers.map(formatNode))}`
    if (Array.isArray(value)) return `  ${JSON.stringify(key)}: ${formatLines(value.map((item) => `    ${JSON.stringify(item)}`))}`
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
  const lists = { 'view bookmarks': document.bookmarks, layers: [...layersOf(document), ...groups], annotations: document.annotations }
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
