/** What a reader of a file format gives, and how readers are found. A format is one folder with one such reader. */
import type { BoundingBox } from '../contract/document.ts'
import type { GeometryType, LayerField } from '../contract/layer.ts'
import type { Crs } from './crs/find.ts'
import { RefusalError } from '../contract/refusal.ts'
import { BrokenContent, type LayerContent } from './file/layerContent.ts'
import { seemsToBe } from './file/seemsToBe.ts'
import { refuseBroken } from './geojson/sentences.ts'
import { geoJson } from './geojson/geoJson.ts'
import { newlineDelimited } from './geojson/newlineDelimited.ts'
import { textSequence } from './geojson/textSequence.ts'
import type { LayerStore } from './store/layerStore.ts'
import type { ProblemList } from './store/problemList.ts'

export interface ReadOptions {
  signal: AbortSignal
  /** Bytes of the file. A second pass begins at 0 again. */
  onProgress(done: number, total: number): void
  /** Of a file that is broken, what came before the break is wanted. */
  partial?: boolean | undefined
}

export interface ReadLayer {
  format: string
  contentKey: string
  /** Only what came before a break was read. */
  isPartial: boolean
  crs: Crs
  crsDeclared: boolean
  store: LayerStore
  drawn: number
  withoutGeometry: number
  geometries: Partial<Record<GeometryType, number>>
  boundingBox: BoundingBox | null
  fields: LayerField[]
  /** What the file says of its source. */
  credits: string[]
  problems: ProblemList
}

/** One of the formats that layers come in. */
export interface LayerFormat {
  /** As the user reads it. */
  readonly name: string
  /** Whether content begins like one of this format. @param head the first bytes, some thousand of them */
  recognises(head: Uint8Array): boolean
  /** @throws RefusalError with what is wrong and where, CancelledError */
  read(content: LayerContent, options: ReadOptions): Promise<ReadLayer>
}

/** The first one that recognises the content is taken. */
const formats: readonly LayerFormat[] = [textSequence, newlineDelimited, geoJson]

/** @throws RefusalError when content is of no known format, CancelledError, and what the format's reader throws */
export async function readLayer(content: LayerContent, options: ReadOptions): Promise<ReadLayer> {
  const head = await headOf(content)
  const format = formats.find((one) => one.recognises(head))
  if (format === undefined) throw refuseStrange(head, content)
  return format.read(content, options)
}

async function headOf(content: LayerContent): Promise<Uint8Array> {
  try {
    return await content.head()
  } catch (error) {
    throw error instanceof BrokenContent ? refuseBroken(error, content.file) : error
  }
}

function refuseStrange(head: Uint8Array, { file, packing }: LayerContent): RefusalError {
  const { what, advice } = seemsToBe(head) ?? { what: 'something else', advice: 'Choose a GeoJSON file.' }
  const message =
    packing === null
      ? `${file.name} is not GeoJSON: it seems to be ${what}.`
      : `${file.name} holds no GeoJSON: unpacked, it seems to be ${what}.`
  return new RefusalError({ message, advice, file: file.path })
}
