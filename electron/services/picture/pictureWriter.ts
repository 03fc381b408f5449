/** Puts a picture's bytes into the frame of its format, as they come. */
import type { MapDocument } from '../../contract/document.ts'
import type { ExportFormat, Georeference, PictureHead } from '../../contract/export.ts'
import type { Sink } from '../pendingExport.ts'
import { type Strips, tiffDirectory, tiffHeadLength, tiffStart } from './geoTiff.ts'
import { pngData, pngEnd, pngStart } from './png.ts'

export type PictureFacts = Pick<MapDocument, 'title' | 'subtitle' | 'asOf'>

export class PictureWriter {
  readonly #sink: Sink
  readonly #format: ExportFormat
  readonly #facts: PictureFacts
  #head: PictureHead | null = null
  readonly #strips: Strips = { offsets: [], lengths: [] }
  #length = 0

  constructor(sink: Sink, format: ExportFormat, facts: PictureFacts) {
    this.#sink = sink
    this.#format = format
    this.#facts = facts
  }

  async begin(head: PictureHead): Promise<void> {
    this.#head = head
    const { title, subtitle, asOf } = this.#facts
    if (this.#format === 'png') {
      await this.#put(
        pngStart(head, {
          Title: title,
          Description: subtitle,
          'Creation Time': asOf ?? '',
          Source: head.credits.join('; '),
          Software: 'Cartouche',
        }),
      )
    }
    if (this.#format === 'tif') await this.#put(tiffStart())
  }

  async piece(bytes: Uint8Array): Promise<void> {
    if (this.#format === 'tif') {
      this.#strips.offsets.push(this.#length)
      this.#strips.lengths.push(bytes.length)
      await this.#put(bytes)
      return
    }
    await this.#put(this.#format === 'png' ? pngData(bytes) : bytes)
  }

  /** @param place null for a page without a map */
  async end(place: Georeference | null): Promise<void> {
    if (this.#format === 'png') await this.#put(pngEnd())
    if (this.#format !== 'tif' || this.#head === null) return
    if (this.#length % 2 === 1) await this.#put(new Uint8Array(1))
    const at = this.#length
    await this.#put(tiffDirectory(at, this.#head, this.#strips, place, this.#texts(this.#head)))
    await this.#sink.overwrite(0, tiffStart(at).subarray(0, tiffHeadLength))
  }

  /** TIFF has one line for each. */
  #texts({ credits }: PictureHead): Record<number, string> {
    const { title, subtitle } = this.#facts
    return {
      270: [title, subtitle].filter((part) => part !== '').join('. '),
      305: 'Cartouche',
      33_432: credits.join('; '),
    }
  }

  async #put(bytes: Uint8Array): Promise<void> {
    await this.#sink.append(bytes)
    this.#length += bytes.length
  }
}
