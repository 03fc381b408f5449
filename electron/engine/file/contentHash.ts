/**
 * A fingerprint of content that does not hold up its reading: SHA-256 of the SHA-256 of every mebibyte. The blocks are hashed in other threads; one after
 * another in this one, they would take a third of the time of reading a file.
 */
import { createHash } from 'node:crypto'
import type { LayerFile } from './layerFile.ts'
import { piecesOf } from './pieces.ts'

const blockSize = 1 << 20

/** Blocks that may wait to be hashed, so that a fast disk does not fill the memory. */
const waitingLimit = 8

/** Hexadecimal digits of a key: 160 of 256 bits. */
const keyLength = 40

export class ContentHash {
  private readonly digests: Promise<ArrayBuffer>[] = []
  private readonly block = new Uint8Array(blockSize)
  private filled = 0

  /** Takes the next bytes; they may be used otherwise as soon as this returns. Wait for what it gives before adding more. */
  add(bytes: Uint8Array): Promise<unknown> | undefined {
    for (let i = 0; i < bytes.length;) {
      const part = bytes.subarray(i, i + blockSize - this.filled)
      this.block.set(part, this.filled)
      this.filled += part.length
      i += part.length
      if (this.filled === blockSize) this.endBlock()
    }
    return this.digests.at(-waitingLimit)
  }

  /** @returns 40 hexadecimal digits, the same ones for the same bytes */
  async finish(): Promise<string> {
    if (this.filled > 0) this.endBlock()
    const hash = createHash('sha256')
    for (const digest of await Promise.all(this.digests)) hash.update(new Uint8Array(digest))
    return hash.digest('hex').slice(0, keyLength)
  }

  private endBlock(): void {
    // The bytes are copied at once.
    this.digests.push(crypto.subtle.digest('SHA-256', this.block.subarray(0, this.filled)))
    this.filled = 0
  }
}

/**
 * The fingerprint of a whole file.
 *
 * @param onProgress bytes
 * @throws CancelledError
 */
export async function hashOf(file: LayerFile, signal: AbortSignal, onProgress: (done: number, total: number) => void): Promise<string> {
  const hash = new ContentHash()
  let done = 0
  for await (const { bytes, length } of piecesOf(file.handle, signal)) {
    await hash.add(bytes.subarray(0, length))
    done += length
    onProgress(done, file.size)
  }
  return hash.finish()
}
