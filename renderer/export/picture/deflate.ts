/** Compresses bytes as they come, in the zlib format (RFC 1950). */

/** Pieces of one size, so that the same picture gives the same file whatever the pace at which it was drawn. */
const pieceBytes = 1 << 20

export class Deflater {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>
  readonly #done: Promise<void>

  /** @param onPiece the next compressed bytes; all but the last are a mebibyte */
  constructor(onPiece: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>) {
    const stream = new CompressionStream('deflate')
    this.#writer = stream.writable.getWriter()
    this.#done = inPieces(stream.readable, onPiece)
    // What fails here is thrown where it is waited for.
    this.#done.catch(() => undefined)
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await Promise.race([this.#writer.write(bytes), this.#done])
  }

  /** @returns when the last piece was taken */
  async end(): Promise<void> {
    await this.#writer.close()
    await this.#done
  }
}

async function inPieces(stream: ReadableStream<Uint8Array>, onPiece: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>): Promise<void> {
  let piece = new Uint8Array(pieceBytes)
  let filled = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    for (let at = 0; at < value.length;) {
      const part = value.subarray(at, at + pieceBytes - filled)
      piece.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < pieceBytes) continue
      await onPiece(piece)
      piece = new Uint8Array(pieceBytes)
      filled = 0
    }
  }
  if (filled > 0) await onPiece(piece.slice(0, filled))
}

/** All at once. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
