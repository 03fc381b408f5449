/** `cartouche new --out P.cartouche LAYER…`: makes a map document from layer files. */
import { stat } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { MapDocument } from '../contract/document.ts'
import { type Refusal, RefusalError } from '../contract/refusal.ts'
import { basemapStyles } from '../contract/values.ts'
import { Admission } from '../services/admission.ts'
import { parseBasemap, parseBox, parseDate, parseText } from '../services/commandValues.ts'
import { readWords, WordsError } from '../services/commandWords.ts'
import { type ComposedDocument, composeDocument, type DocumentWishes, type ReadLayer } from '../services/composeDocument.ts'
import { writeDocument } from '../services/documentFile.ts'
import { EngineHost } from '../services/engineHost.ts'
import { startEngineWorker } from '../services/engineWorker.ts'
import { documentExtension } from '../services/layerFiles.ts'
import { readLayers } from '../services/readLayers.ts'
import { type Command, type Surroundings, UsageError } from './command.ts'

const ending = `.${documentExtension}`

const options = {
  out: 'value',
  title: 'value',
  subtitle: 'value',
  'as-of': 'value',
  basemap: 'value',
  bbox: 'value',
  label: 'value',
  force: 'flag',
  json: 'flag',
} as const

type Request = { out: string; layers: string[]; wishes: DocumentWishes; force: boolean; json: boolean }

export const newDocument: Command = {
  name: 'new',
  usage: 'new --out P.cartouche [OPTION…] LAYER…',
  summary: 'makes a map document from layer files',
  help: `Makes a map document that shows layer files, the first on top, each in a colour of its own.
A folder stands for the layer files in it. If one of them cannot be read, nothing is written.

  --out P.cartouche  document to write
  --title TEXT       without it the name of the document
  --subtitle TEXT
  --as-of DATE       2020, 2020-09 or 2020-09-23
  --basemap STYLE    ${basemapStyles.join(', ')}; without it ${basemapStyles[0]}
  --bbox W,S,E,N     ground to show, in degrees; W is greater than E across the antimeridian;
                     without it that of the layers
  --label FIELD      writes this field's value beside the features of every layer that has it
  --force            replaces a document that is there already; it is kept as P.cartouche.bak
  --json             prints what was written as one line of JSON

After -- every word is a file name.

Exit code: 0 if it was written, 1 if it could not be, 2 for wrong usage.
`,
  async run(args, surroundings) {
    const request = parse(args)
    try {
      await refuseOccupied(request)
      return await make(request, surroundings)
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      surroundings.err(sentence(error.refusal))
      return 1
    }
  },
}

function parse(args: string[]): Request {
  try {
    const { options: given, names } = readWords(args, options)
    const out = given.get('out')
    if (out === undefined) throw new WordsError(`name the document to write with --out, such as --out map${ending}.`)
    if (extname(out).toLowerCase() !== ending) throw new WordsError(`--out ${out}: the name of a map document ends in ${ending}.`)
    if (names.length === 0) throw new WordsError('name at least one layer file.')
    const { title, subtitle } = MapDocument.shape
    const [asOf, basemap, box] = [given.get('as-of'), given.get('basemap'), given.get('bbox')]
    return {
      out: resolve(out),
      layers: names.map((name) => resolve(name)),
      wishes: {
        title: parseText('--title', given.get('title') ?? basename(out, extname(out)), title.maxLength ?? Infinity),
        subtitle: parseText('--subtitle', given.get('subtitle') ?? '', subtitle.maxLength ?? Infinity),
        asOf: asOf === undefined ? null : parseDate(asOf),
        ...(basemap === undefined ? {} : { basemap: parseBasemap(basemap) }),
        box: box === undefined ? null : parseBox(box),
        label: given.get('label') ?? null,
      },
      force: given.has('force'),
      json: given.has('json'),
    }
  } catch (error) {
    throw error instanceof WordsError ? new UsageError(error.message) : error
  }
}

/** Said before the layers are read, which may take long. */
async function refuseOccupied({ out, force }: Request): Promise<void> {
  const folder = await stat(dirname(out)).catch(() => null)
  if (folder?.isDirectory() !== true) throw new RefusalError({ message: `There is no folder ${dirname(out)}.`, advice: 'Make it first.' })
  const there = await stat(out).catch(() => null)
  if (there === null) return
  if (!there.isFile()) throw new RefusalError({ message: `${out} is there already, and is no file.`, advice: 'Choose another name.' })
  if (!force) throw new RefusalError({ message: `${out} is there already.`, advice: 'Choose another name, or replace it with --force.' })
}

async function make(request: Request, { engine, out, err }: Surroundings): Promise<number> {
  const start = performance.now()
  const admission = new Admission()
  const host = new EngineHost(() => startEngineWorker(engine))
  try {
    const { layers, refusals } = await readLayers(host, request.layers, { admit: (path) => admission.admit(path), keepOpen: false })
    if (refusals.length > 0) {
      for (const refusal of refusals) err(sentence(refusal))
      err('No map was written.\n')
      return 1
    }
    const composed = composeDocument(layers, request.wishes)
    await write(request.out, composed)
    for (const layer of layers) tellProblems(layer, err)
    const milliseconds = Math.round(performance.now() - start)
    out(
      request.json ? `${JSON.stringify({ ...describe(request.out, composed, layers), milliseconds })}\n` : `${told(request.out, layers)}\n`,
    )
    return 0
  } finally {
    host.stop()
  }
}

async function write(path: string, { document }: ComposedDocument): Promise<void> {
  try {
    await writeDocument(path, document)
  } catch (error) {
    // Its advice is for those who have a window.
    throw error instanceof RefusalError ? new RefusalError({ ...error.refusal, advice: '' }) : error
  }
}

function tellProblems({ source, summary: { problems } }: ReadLayer, err: (text: string) => void): void {
  if (problems.skipped === 0) return
  const features = problems.skipped === 1 ? '1 feature was' : `${problems.skipped.toLocaleString('en-US')} features were`
  err(`${basename(source.path)}: ${features} left out. \`cartouche info\` says why.\n`)
}

const told = (path: string, layers: ReadLayer[]): string =>
  `Wrote ${path} with ${layers.length === 1 ? '1 layer' : `${layers.length.toLocaleString('en-US')} layers`}.`

function describe(path: string, { document, box }: ComposedDocument, layers: ReadLayer[]): Record<string, unknown> {
  const { title, view, basemap } = document
  return {
    path,
    title,
    basemap: basemap.style,
    boundingBox: box,
    center: view.center,
    zoom: view.zoom,
    layers: layers.map(({ source, summary: { features, boundingBox, problems } }, index) => {
      const style = document.layers[index]?.type === 'layer' ? document.layers[index].style : null
      return { name: source.name, path: source.path, features, boundingBox, label: style?.label?.field ?? null, problems: problems.count }
    }),
  }
}

const sentence = ({ message, advice }: Refusal): string => `${[message, advice].join(' ').trim()}\n`
