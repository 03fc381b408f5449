/** Reads a GeoJSON file, or a sequence of GeoJSON texts, into a layer. */
import { createHash } from 'node:crypto'
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import { type Crs, findCrs, wgs84 } from '../crs/find.ts'
import { codeOf } from '../crs/name.ts'
import { asRefusal, type LayerFile } from '../file/layerFile.ts'
import { piecesOf } from '../file/pieces.ts'
import { seemsToBe } from '../file/seemsToBe.ts'
import type { ReadLayer, ReadOptions } from '../format.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonFault } from '../json/syntax.ts'
import { CrsDeclared } from './crsMember.ts'
import { addNotes } from './notes.ts'
import { NotGeoJson } from './notGeoJson.ts'
import { GeoJsonReader, type Hints } from './reader.ts'
import { refuseCrs, refuseOrder, refuseOther, refuseResemblance, refuseSecondCrs, refuseSyntax, refuseUnit } from './sentences.ts'

type Pass = { reader: GeoJsonReader; scanner: JsonScanner; contentKey: string }

/** @throws RefusalError, CancelledError */
export async function readGeoJson(file: LayerFile, options: ReadOptions): Promise<ReadLayer> {
  let crs = wgs84
  let declared: string | null = null
  const hints: Hints = new Map()
  // Each further pass knows more: first the reference system, if it stands after what it describes, then what members at the top mean.
  for (;;) {
    try {
      const pass = await readOnce(file, options, crs, declared, hints)
      if (pass.reader.learnt.size === 0) {
        await file.check()
        return layerOf(pass, file, crs, declared)
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

async function readOnce(file: LayerFile, options: ReadOptions, crs: Crs, declared: string | null, hints: Hints): Promise<Pass> {
  const reader = new GeoJsonReader(crs, declared, hints)
  const hash = createHash('sha256')
  let scanner: JsonScanner | null = null
  let done = 0
  try {
    for await (const { bytes, length } of piecesOf(file, options.signal)) {
      hash.update(bytes.subarray(0, length))
      if (scanner === null) {
        refuseOtherFormats(bytes.subarray(0, length), file)
        const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
        scanner = new JsonScanner(reader, start)
        reader.attach(scanner)
        scanner.push(bytes.subarray(start), length - start)
      } else scanner.push(bytes, length)
      done += length
      if (done > file.size) await file.check()
      reader.builder.shareRead = done / file.size
      options.onProgress(done, file.size)
    }
    if (scanner === null)
      throw new RefusalError({ message: `${file.name} is empty.`, advice: 'Ask for the file again, or export it again.', file: file.path })
    scanner.end()
    reader.finish()
    return { reader, scanner, contentKey: hash.digest('hex').slice(0, 40) }
  } catch (error) {
    if (error instanceof CrsDeclared || error instanceof CancelledError) throw error
    // A file that is being written looks broken: then that is what to say.
    await file.check()
    if (error instanceof JsonFault) throw refuseSyntax(error, file, reader.isInsideFeature)
    if (error instanceof NotGeoJson) throw refuseOther(error, file)
    throw asRefusal(error, file.path)
  }
}

function refuseOtherFormats(head: Uint8Array, file: LayerFile): void {
  const resemblance = seemsToBe(head.subarray(0, 4_096))
  if (resemblance !== null) throw refuseResemblance(resemblance, file)
}

async function crsNamed(name: string, file: LayerFile, line: number): Promise<Crs> {
  const code = codeOf(name)
  const crs = code === null ? null : await findCrs(code)
  if (crs === null) throw refuseCrs(name, file, line)
  return crs
}

function layerOf({ reader, scanner, contentKey }: Pass, file: LayerFile, crs: Crs, declared: string | null): ReadLayer {
  const { layer } = reader
  const { evidence } = layer
  if (crs.isLonLat && evidence.saysProjected) throw refuseUnit(evidence, file, declared)
  if (crs.isLonLat && evidence.saysSwapped) throw refuseOrder(evidence, file)
  addNotes(reader, scanner, crs)
  return {
    format: scanner.roots > 1 || scanner.recordSeparators > 0 ? 'GeoJSON text sequence' : 'GeoJSON',
    contentKey,
    crs,
    crsDeclared: reader.declaresCrs,
    store: layer.builder.finish(),
    drawn: layer.drawn,
    withoutGeometry: layer.withoutGeometry,
    geometries: layer.geometries,
    boundingBox: layer.boundingBox,
    fields: reader.fields.summary(layer.drawn + layer.withoutGeometry),
    problems: layer.problems,
  }
}
