/** Reads a file piece by piece, the next one while the last one is used. Two buffers in all, whatever the size of the file. */
import type { FileHandle } from 'node:fs/promises'
import { CancelledError } from '../../contract/refusal.ts'

const pieceSize = 512 * 1024

/** Zeros after each piece, so that a reader may look a little past its end. */
export const padding = 64

/** A piece is valid until the next one is asked for. `bytes` is longer than `length`. */
export type Piece = { bytes: Uint8Array; length: number }

/**
 * All bytes of a file.
 *
 * @throws CancelledError between two pieces
 */
export async function* piecesOf(handle: FileHandle, signal: AbortSignal): AsyncGenerator<Piece> {
  const buffers = [new Uint8Array(pieceSize + padding), new Uint8Array(pieceSize + padding)] as const
  const read = (turn: number, position: number) => handle.read(buffers[(turn & 1) as 0 | 1], 0, pieceSize, position)
  let position = 0
  let pending = read(0, 0)
  for (let turn = 0; ; turn++) {
    const { bytesRead } = await pending
    if (signal.aborted) throw new CancelledError()
    if (bytesRead === 0) return
    position += bytesRead
    pending = read(turn + 1, position)
    // Whoever stops early leaves this reading behind; its failure is nobody's.
    pending.catch(() => {})
    yield { bytes: buffers[(turn & 1) as 0 | 1], length: bytesRead }
  }
}
