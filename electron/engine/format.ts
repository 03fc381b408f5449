/** What a reader of a file format gives, and how readers are found. A format is one folder with one such reader. */
import type { BoundingBox } from '../contract/document.ts'
import type { GeometryType, LayerField } from '../contract/layer.ts'
import type { Crs } from './crs/find.ts'
import type { LayerFile } from './file/layerFile.ts'
import { readGeoJson } from './geojson/read.ts'
import type { LayerStore } from './store/layerStore.ts'
import type { ProblemList } from './store/problemList.ts'

export interface ReadOptions {
  signal: AbortSignal
  /** Bytes of the file. A second pass begins at 0 again. */
  onProgress(done: number, total: number): void
}

export interface ReadLayer {
  format: string
  contentKey: string
  crs: Crs
  crsDeclared: boolean
  store: LayerStore
  drawn: number
  withoutGeometry: number
  geometries: Partial<Record<GeometryType, number>>
  boundingBox: BoundingBox | null
  fields: LayerField[]
  problems: ProblemList
}

type FormatReader = (file: LayerFile, options: ReadOptions) => Promise<ReadLayer>

/** The reader for a file. There is one so far: it says itself when a file is something else. */
export function readerFor(_file: LayerFile): FormatReader {
  return readGeoJson
}
