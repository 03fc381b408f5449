/** What `cartouche export …` is asked for. Pure: whether the files are there is found out by who runs it. */
import { basename, extname, resolve } from 'node:path'
import { Dpi, type ExportFormat, exportFormats, type ExportSettings } from '../contract/export.ts'
import { tooLarge, usualDpi } from '../contract/pictureLimits.ts'
import { exportHelp } from './commandHelp.ts'
import { inWords, parseBox, parseNumber, parseText } from './commandValues.ts'
import { readWords, WordsError } from './commandWords.ts'
import { parseExportSize } from './exportSize.ts'
import { safeName } from './exportNames.ts'
import { documentExtension } from './layerFiles.ts'

export type ExportRequest = {
  /** Absolute path of a map document; null when the layers are to make one. */
  document: string | null
  /** Absolute paths, topmost first; empty when there is a document. */
  layers: string[]
  /** Absolute path of the picture. */
  out: string
  settings: ExportSettings
  /** Further pictures of the same map: `--out` or `--page` was given several times. */
  also: { out: string; settings: ExportSettings }[]
  /** Say on stdout what was written, as JSON. */
  json: boolean
}

/** The exit code of each kind but `run`: help 0, refused 1, usage 2. */
export type ExportArguments =
  | { kind: 'run'; request: ExportRequest }
  | { kind: 'help'; message: string }
  /** Well said, but it cannot be done. */
  | { kind: 'refused'; message: string }
  | { kind: 'usage'; message: string }

const options = {
  out: 'values',
  page: 'values',
  size: 'value',
  portrait: 'flag',
  dpi: 'value',
  bbox: 'value',
  'world-file': 'flag',
  transparent: 'flag',
  json: 'flag',
} as const

/** @param words after `export`; @param workingFolder relative names are looked up here */
export function parseExportArguments(words: readonly string[], workingFolder: string): ExportArguments {
  if (asksForHelp(words)) return { kind: 'help', message: exportHelp }
  try {
    const request = decode(words, workingFolder)
    for (const { size, dpi, format } of [request, ...request.also].map(({ settings }) => settings)) {
      const reason = size === null ? null : tooLarge(size, dpi ?? usualDpi(size), format)
      if (reason !== null) return { kind: 'refused', message: `${reason.message} ${reason.advice}` }
    }
    return { kind: 'run', request }
  } catch (error) {
    if (error instanceof WordsError) return { kind: 'usage', message: error.message }
    throw error
  }
}

/**
 * What the whole program's command line says after `export`, or null when it starts the window.
 *
 * @param argv of the process; Chromium's switches come before the first name
 * @param isPackaged a packaged program has no application folder among its arguments
 */
export function exportWords(argv: readonly string[], isPackaged: boolean): string[] | null {
  const rest = argv.slice(1)
  const first = rest.findIndex((word) => !word.startsWith('-'))
  const at = isPackaged ? first : first + 1
  return first >= 0 && rest[at] === 'export' ? rest.slice(at + 1) : null
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h')
}

function decode(words: readonly string[], workingFolder: string): ExportRequest {
  const { options: given, lists, names } = readWords(words, options)
  const at = (name: string): string => resolve(workingFolder, name)
  const { document, layers } = subject(names)
  const [size, box] = [given.get('size'), given.get('bbox')]
  const dpi = given.has('dpi') ? parseDpi(given.get('dpi') ?? '') : null
  const portrait = given.has('portrait')
  const shared = {
    size: size === undefined ? null : parseExportSize(size, { portrait, dpi }),
    dpi,
    box: box === undefined ? null : parseBox(box),
    // A size that was named is turned already.
    portrait: portrait && size === undefined,
    worldFile: given.has('world-file'),
    transparent: given.has('transparent'),
  }
  const pages = (lists.get('page') ?? []).map((page) => parseText('--page', page, 500))
  const outs = lists.get('out') ?? []
  const pictures = (pages.length === 0 ? [null] : pages).flatMap((page) =>
    outs.map((out) => {
      const format = formatOf(out)
      return { out: at(pages.length > 1 ? withPage(out, page ?? '') : out), settings: { page, format, ...shared } }
    }),
  )
  const [first, ...also] = pictures
  if (first === undefined) throw new WordsError(`name the picture to write with --out, such as --out map.${exportFormats[0]}.`)
  const paths = pictures.map(({ out }) => out)
  const twice = paths.find((name, index) => paths.indexOf(name) !== index)
  if (twice !== undefined) throw new WordsError(`${basename(twice)} would be written twice.`)
  return {
    document: document === null ? null : at(document),
    layers: layers.map(at),
    ...first,
    also,
    json: given.has('json'),
  }
}

/** Of several pages each has its own file: `map.png` becomes `map - Map update.png`. */
function withPage(out: string, page: string): string {
  const ending = extname(out)
  return `${out.slice(0, out.length - ending.length)} - ${safeName(page)}${ending}`
}

function subject(names: string[]): { document: string | null; layers: string[] } {
  const documents = names.filter((name) => extensionOf(name) === documentExtension)
  const [document = null] = documents
  if (names.length === 0) throw new WordsError('name a map document, or one layer file or several.')
  if (documents.length > 1) throw new WordsError(`one map is exported at a time; ${inWords(documents, 'and')} are ${documents.length}.`)
  if (document !== null && names.length > 1) {
    throw new WordsError(`name a map document or layers, not both: ${document} has its own layers.`)
  }
  return document === null ? { document, layers: names } : { document, layers: [] }
}

const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

/** Endings of files, and the format that they mean. */
const endings: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif' }

function formatOf(out: string): ExportFormat {
  const ending = extensionOf(out)
  const name = endings[ending] ?? ending
  const format = exportFormats.find((one) => one === name)
  if (format !== undefined) return format
  const works = `There are ${inWords(
    exportFormats.map((one) => `.${one}`),
    'and',
  )}.`
  if (ending === '') throw new WordsError(`--out ${out} has no ending that says the format. ${works}`)
  throw new WordsError(`--out ${out}: a map cannot be written as .${ending}. ${works}`)
}

function parseDpi(text: string): number {
  const dpi = Dpi.safeParse(parseNumber(text))
  if (dpi.success) return dpi.data
  const [least, most] = [Dpi.minValue, Dpi.maxValue].map((value) => value?.toLocaleString('en-US'))
  throw new WordsError(`--dpi needs a number from ${least} to ${most}; it got “${text}”.`)
}
