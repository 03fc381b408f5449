/** Reads GeoJSON, alone or as a sequence of texts, into a layer. */
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import { type Crs, findCrs, wgs84 } from '../crs/find.ts'
import { codeOf } from '../crs/name.ts'
import { BrokenContent, type LayerContent } from '../file/layerContent.ts'
import { asRefusal, type LayerFile } from '../file/layerFile.ts'
import type { ReadLayer, ReadOptions } from '../format.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonFault } from '../json/syntax.ts'
import { CrsDeclared } from './crsMember.ts'
import { addNotes } from './notes.ts'
import { NotGeoJson } from './notGeoJson.ts'
import { GeoJsonReader, type Hints } from './reader.ts'
import { refuseBroken, refuseCrs, refuseOrder, refuseOther, refuseSecondCrs, refuseSyntax, refuseUnit } from './sentences.ts'

export const formatNames = {
  geoJson: 'GeoJSON',
  newlineDelimited: 'newline-delimited GeoJSON',
  textSequence: 'GeoJSON text sequence',
} as const

type Pass = { reader: GeoJsonReader; scanner: JsonScanner; /** Ended at a break, and the rest was given up. */ isPartial: boolean }

/** @throws RefusalError, CancelledError */
export async function readGeoJson(content: LayerContent, options: ReadOptions): Promise<ReadLayer> {
  const { file } = content
  let crs = wgs84
  let declared: string | null = null
  const hints: Hints = new Map()
  // Each further pass knows more: first the reference system, if it stands after what it describes, then what members at the top mean.
  for (;;) {
    try {
      const pass = await readOnce(content, options, crs, declared, hints)
      if (pass.reader.learnt.size === 0) {
        await file.check()
        return layerOf(pass, content, await content.contentKey(), crs, declared)
      }
      for (const [root, hint] of pass.reader.learnt) hints.set(root, hint)
    } catch (error) {
      if (!(error instanceof CrsDeclared)) throw error
      if (declared !== null) throw refuseSecondCrs(declared, error.declared, file, error.line)
      declared = error.declared
      crs = await crsNamed(declared, file, error.line)
    }
  }
}

async function readOnce(content: LayerContent, options: ReadOptions, crs: Crs, declared: string | null, hints: Hints): Promise<Pass> {
  const { file } = content
  const reader = new GeoJsonReader(crs, declared, hints)
  let scanner: JsonScanner | null = null
  try {
    for await (const { bytes, length, done } of content.pieces(options.signal)) {
      if (scanner === null) {
        const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
        scanner = new JsonScanner(reader, start)
        reader.attach(scanner)
        scanner.push(bytes.subarray(start), length - start)
      } else scanner.push(bytes, length)
      if (done > file.size) await file.check()
      reader.builder.shareRead = done / file.size
      options.onProgress(done, file.size)
    }
    if (scanner === null) throw nothingIn(file)
    scanner.end()
    reader.finish()
    return { reader, scanner, isPartial: false }
  } catch (error) {
    if (error instanceof CrsDeclared || error instanceof CancelledError) throw error
    // A file that is being written looks broken: then that is what to say.
    await file.check()
    if (error instanceof NotGeoJson) throw refuseOther(error, file)
    if (scanner === null || !(error instanceof JsonFault || error instanceof BrokenContent)) {
      throw error instanceof BrokenContent ? refuseBroken(error, file) : asRefusal(error, file.path)
    }
    const refusal = error instanceof JsonFault ? refuseSyntax(error, file, reader.isInsideFeature) : refuseBroken(error, file)
    return partOf(reader, scanner, refusal, file, options)
  }
}

/** What came before a break, when the user wants it. @throws RefusalError with the number of features that he could have */
function partOf(reader: GeoJsonReader, scanner: JsonScanner, { refusal }: RefusalError, file: LayerFile, options: ReadOptions): Pass {
  const readable = reader.giveUpRest()
  if (readable === 0) throw new RefusalError(refusal)
  if (options.partial !== true) throw new RefusalError({ ...refusal, readable })
  const { line, column } = refusal
  const what = refusal.message.startsWith(`${file.name} `) ? `The file ${refusal.message.slice(file.name.length + 1)}` : refusal.message
  reader.layer.problems.add({ outcome: 'skipped', feature: null, line, column }, () => `${what} What comes after that was not read.`)
  return { reader, scanner, isPartial: true }
}

async function crsNamed(name: string, file: LayerFile, line: number): Promise<Crs> {
  const code = codeOf(name)
  const crs = code === null ? null : await findCrs(code)
  if (crs === null) throw refuseCrs(name, file, line)
  return crs
}

function layerOf(
  { reader, scanner, isPartial }: Pass,
  { file, packing }: LayerContent,
  contentKey: string,
  crs: Crs,
  declared: string | null,
): ReadLayer {
  const { layer } = reader
  const { evidence } = layer
  if (crs.isLonLat && evidence.saysProjected) throw refuseUnit(evidence, file, declared)
  if (crs.isLonLat && evidence.saysSwapped) throw refuseOrder(evidence, file)
  addNotes(reader, scanner, crs)
  const name =
    scanner.recordSeparators > 0 ? formatNames.textSequence : scanner.roots > 1 ? formatNames.newlineDelimited : formatNames.geoJson
  return {
    format: packing === null ? name : `${name}, compressed with ${packing}`,
    contentKey: isPartial ? `${contentKey}-part` : contentKey,
    isPartial,
    crs,
    crsDeclared: reader.declaresCrs,
    store: layer.builder.finish(),
    drawn: layer.drawn,
    withoutGeometry: layer.withoutGeometry,
    geometries: layer.geometries,
    boundingBox: layer.boundingBox,
    fields: reader.fields.summary(layer.drawn + layer.withoutGeometry),
    credits: reader.credits.texts,
    problems: layer.problems,
  }
}

const nothingIn = (file: LayerFile): RefusalError =>
  new RefusalError({ message: `${file.name} is empty.`, advice: 'Ask for the file again, or export it again.', file: file.path })
