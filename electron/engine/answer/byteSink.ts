/** Bytes that are collected, and grow as they need to. */
import { Buffer } from 'node:buffer'

export class ByteSink {
  length = 0
  private buffer = Buffer.allocUnsafeSlow(1 << 16)

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  text(text: string): void {
    const size = Buffer.byteLength(text)
    this.reserve(size)
    this.buffer.write(text, this.length, 'utf8')
    this.length += size
  }

  /** Exactly the bytes collected, in a buffer of their own. */
  finish(): Uint8Array<ArrayBuffer> {
    const own = new Uint8Array(this.length)
    own.set(this.buffer.subarray(0, this.length))
    return own
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.length + more))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }
}
