/** What the window and the painter's worker say to each other. */
import type { CutClasses } from '../../../electron/contract/cut.ts'
import type { SizeByField, SymbolStyle } from '../../../electron/contract/document.ts'

/** A picture of one layer. North is up; it is turned with the map when it is shown. */
export type PictureOrder = {
  /** Where the features are asked for (`cutAddress`). */
  address: string
  /** Symbols by class: one for each value or range of `classes`, and the last for all other values. */
  symbols: readonly SymbolStyle[]
  /** Features that it does not let through are not drawn. */
  filter: string
  /** Only these of them (`CutRequest`); left out: all. */
  only?: string | undefined
  classes: CutClasses | null
  /** Null where sizes do not differ. */
  size: SizeByField | null
  /** West, south, east, north in metres of EPSG:3857; x may go on around the world. */
  box: readonly [number, number, number, number]
  /** Pixels. */
  width: number
  height: number
  /** Pixels of the picture in a CSS pixel. */
  pixelRatio: number
  /** Radians by which the picture will be turned clockwise: marks are turned back by as much, and stand upright. */
  rotation: number
}

export type ToWorker = { type: 'paint'; job: number; order: PictureOrder } | { type: 'cancel'; job: number }

export type FromWorker =
  /** Null when nothing is to be seen. */
  | { type: 'picture'; job: number; picture: ImageBitmap | null }
  | { type: 'cancelled'; job: number }
  /** A sentence. */
  | { type: 'failed'; job: number; message: string }
