/** What a format reads: the bytes of a layer, which are those of its file, or what is packed in it. */
import { ContentHash } from './contentHash.ts'
import type { LayerFile } from './layerFile.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type ByteRanges, rangesOf } from './ranges.ts'

/** @property done bytes of the file, as it lies on the disk, that have been read */
export type ContentPiece = Piece & { done: number }

export interface LayerContent {
  /** For sentences, size and state. */
  readonly file: LayerFile
  /** How its bytes are packed; null when they are not. */
  readonly packing: 'gzip' | null
  /** The first bytes, some thousand of them. */
  head(): Promise<Uint8Array>
  /**
   * All bytes in their order. May be called again for a second reading.
   *
   * @throws CancelledError, RefusalError, BrokenContent
   */
  pieces(signal: AbortSignal): AsyncGenerator<ContentPiece>
  /** Fingerprint of the file, when all pieces have gone by once; of what was read of it, when they have not. */
  contentKey(): Promise<string>
  /** Where stretches of the bytes are read later on; when all pieces have gone by once. */
  ranges(): Promise<ByteRanges>
}

/** Content that ends or goes wrong in a way that its packing notices. What came before may be of use. */
export class BrokenContent extends Error {
  readonly advice: string

  /** @param message to follow the file's name */
  constructor(message: string, advice: string) {
    super(message)
    this.name = 'BrokenContent'
    this.advice = advice
  }
}

/** A file that is not packed. */
export class PlainContent implements LayerContent {
  readonly file: LayerFile
  readonly packing = null
  private key: Promise<string> | null = null
  private hash: ContentHash | null = null

  constructor(file: LayerFile) {
    this.file = file
  }

  async head(): Promise<Uint8Array> {
    return headOf(this.file)
  }

  async *pieces(signal: AbortSignal): AsyncGenerator<ContentPiece> {
    const hash = this.key === null ? new ContentHash() : null
    this.hash = hash
    let done = 0
    for await (const { bytes, length } of piecesOf(this.file.handle, signal)) {
      const waiting = hash?.add(bytes.subarray(0, length))
      done += length
      yield { bytes, length, done }
      if (waiting !== undefined) await waiting
    }
    if (hash !== null) this.key = hash.finish()
  }

  contentKey(): Promise<string> {
    return (this.key ??= (this.hash ?? new ContentHash()).finish())
  }

  async ranges(): Promise<ByteRanges> {
    return rangesOf(this.file.path, this.file.state)
  }
}

const headLength = 4_096

/** The first bytes of a file as it lies on the disk. */
export async function headOf({ handle }: LayerFile): Promise<Uint8Array> {
  const bytes = new Uint8Array(headLength)
  const { bytesRead } = await handle.read(bytes, 0, headLength, 0)
  return bytes.subarray(0, bytesRead)
}
