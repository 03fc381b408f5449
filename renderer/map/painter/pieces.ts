/** Reads the pieces of a cut out of bytes as they arrive. The layout is in `contract/pieces.ts`. */
import { pieceHeaderBytes, sharesStart } from '../../../electron/contract/pieces.ts'

/** Views of the bytes of a piece. */
export type Piece = {
  features: number
  parts: number
  vertices: number
  /** Pixels, x and y. */
  xy: Float32Array
  ids: Uint32Array
  partEnds: Uint32Array
  vertexEnds: Uint32Array
  partKinds: Uint8Array
  classes: Uint8Array
  /** How large each feature is, to `wholeShare`; null where they do not differ. */
  shares: Uint16Array | null
}

export class PieceReader {
  #held = new Uint8Array(1 << 20)
  #length = 0
  readonly #hasShares: boolean

  /** @param hasShares whether sizes were asked for */
  constructor(hasShares = false) {
    this.#hasShares = hasShares
  }

  /** Whether the last piece ended with the last byte. */
  get isWhole(): boolean {
    return this.#length === 0
  }

  /** @yields the pieces that are whole now; each is valid for good */
  *take(bytes: Uint8Array): Generator<Piece> {
    this.#hold(bytes)
    let at = 0
    while (this.#length - at >= pieceHeaderBytes) {
      const size = new DataView(this.#held.buffer, at).getUint32(0, true)
      if (size < pieceHeaderBytes || size % 4 !== 0) throw new Error('The answer of the layer engine cannot be read.')
      if (this.#length - at < size) break
      yield readPiece(this.#held.slice(at, at + size), this.#hasShares)
      at += size
    }
    this.#held.copyWithin(0, at, this.#length)
    this.#length -= at
  }

  #hold(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#held.length) {
      const larger = new Uint8Array(Math.max(this.#held.length * 2, this.#length + bytes.length))
      larger.set(this.#held.subarray(0, this.#length))
      this.#held = larger
    }
    this.#held.set(bytes, this.#length)
    this.#length += bytes.length
  }
}

/** @param bytes of one piece, at the beginning of their buffer @param hasShares whether sizes were asked for */
export function readPiece({ buffer }: Uint8Array<ArrayBuffer>, hasShares = false): Piece {
  const [, features = 0, parts = 0, vertices = 0] = new Uint32Array(buffer, 0, 4)
  let at = pieceHeaderBytes
  const next = (length: number): number => {
    const start = at
    at += length
    return start
  }
  return {
    features,
    parts,
    vertices,
    xy: new Float32Array(buffer, next(vertices * 8), vertices * 2),
    ids: new Uint32Array(buffer, next(features * 4), features),
    partEnds: new Uint32Array(buffer, next(features * 4), features),
    vertexEnds: new Uint32Array(buffer, next(parts * 4), parts),
    partKinds: new Uint8Array(buffer, next(parts), parts),
    classes: new Uint8Array(buffer, next(features), features),
    shares: hasShares ? new Uint16Array(buffer, sharesStart(features, parts, vertices), features) : null,
  }
}
