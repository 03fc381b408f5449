/** Writes features of a layer into a file of their own, as they are read: any number of them takes the memory of a few. */
import { Buffer } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isMatching, type LayerExport, type LayerExportFormat } from '../../contract/query.ts'
import { CancelledError, RefusalError } from '../../contract/refusal.ts'
import { writeExport } from '../../services/exportFile.ts'
import { maskOf } from '../query/filter.ts'
import type { WorkOptions } from '../query/sharedWork.ts'
import type { OpenLayer } from '../sources.ts'
import { flag, skipped } from '../store/layerStore.ts'
import { CsvWriter } from './csv.ts'
import { featureText } from './geoJsonText.ts'

/** Texts are handed to the disk when there are about as many characters. */
const pieceLength = 1 << 18

type Text = { head: string; between: string; foot: string; feature: (bytes: Uint8Array, isBare: boolean) => string }

/**
 * @param path absolute; whole under this name when it is done, and as it was before when it fails or is cancelled
 * @returns how many features were written
 * @throws RefusalError, CancelledError
 */
export async function exportLayer(
  open: OpenLayer,
  { format, filter, features }: LayerExport,
  path: string,
  options: WorkOptions,
): Promise<number> {
  await refuseItself(open, path)
  const mask = await maskOf(open, filter, options)
  const isWanted = (feature: number): boolean =>
    (mask === null || mask.has(feature)) && (features === null || isMatching(features, feature))
  const written = { count: 0 }
  await writeExport(path, pieces(open, format, isWanted, written, options))
  return written.count
}

/** The layer is read while it is written. */
async function refuseItself({ path: own, state }: OpenLayer, path: string): Promise<void> {
  const there = await stat(path, { bigint: true }).catch(() => null)
  if (there === null || there.dev !== state.dev || there.ino !== state.ino) return
  throw new RefusalError({
    message: `${basename(own)} is the file of the layer itself, and would be lost.`,
    advice: 'Choose another name.',
    file: basename(own),
  })
}

async function* pieces(
  open: OpenLayer,
  format: LayerExportFormat,
  isWanted: (feature: number) => boolean,
  written: { count: number },
  { signal, onProgress }: WorkOptions,
): AsyncGenerator<Uint8Array> {
  const { store } = open.layer
  const { head, between, foot, feature: textOf } = textFor(open, format)
  let text = head
  const reader = await open.bytes.reader()
  try {
    for (let feature = 0; feature < store.featureCount; feature++) {
      if ((feature & 0x3ff) === 0) {
        await new Promise(setImmediate)
        if (signal.aborted) throw new CancelledError()
        onProgress(feature, store.featureCount)
      }
      if (store.kinds[feature] === skipped || !isWanted(feature)) continue
      const reading = reader.read(store.starts[feature] as number, store.ends[feature] as number)
      const isBare = ((store.flags[feature] as number) & flag.bare) !== 0
      text += (written.count === 0 ? '' : between) + textOf(reading instanceof Promise ? await reading : reading, isBare)
      written.count += 1
      if (text.length < pieceLength) continue
      yield Buffer.from(text, 'utf8')
      text = ''
    }
    yield Buffer.from(text + foot, 'utf8')
  } finally {
    await reader.close()
  }
}

function textFor({ layer }: OpenLayer, format: LayerExportFormat): Text {
  const json = (bytes: Uint8Array, isBare: boolean): string => featureText(bytes, layer.crs, isBare)
  switch (format) {
    case 'geojson':
      return { head: '{"type":"FeatureCollection","features":[\n', between: ',\n', foot: '\n]}\n', feature: json }
    case 'ndjson':
      return { head: '', between: '\n', foot: '\n', feature: json }
    case 'csv': {
      const writer = new CsvWriter(layer)
      return { head: writer.head(), between: '', foot: '', feature: (bytes, isBare) => writer.row(bytes, isBare) }
    }
  }
}
