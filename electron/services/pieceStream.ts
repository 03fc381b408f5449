/** An answer that comes in pieces, as the body of a response. When its reader goes away, the work on it is cancelled. */

/** Works on an answer, hands out its pieces, and is done. @throws RefusalError, CancelledError */
export type PieceSource = (signal: AbortSignal, onPiece: (bytes: Uint8Array<ArrayBuffer>) => void) => Promise<unknown>

/**
 * Waits for the first piece, so that what is refused is refused before the response begins.
 *
 * @param reader is aborted when the reader of the response goes away, where that is known
 * @throws whatever the work throws before its first piece
 */
export async function streamOfPieces(work: PieceSource, reader: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const abort = new AbortController()
  const onAbort = (): void => abort.abort()
  if (reader.aborted) onAbort()
  else reader.addEventListener('abort', onAbort, { once: true })
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (its) => {
      controller = its
    },
    cancel: onAbort,
  })
  const open = controller as ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null
  await new Promise<void>((begin, refuse) => {
    work(abort.signal, (bytes) => {
      if (!abort.signal.aborted) open?.enqueue(bytes)
      begin()
    })
      .then(
        () => {
          if (!abort.signal.aborted) open?.close()
          begin()
        },
        (error: Error) => {
          refuse(error)
          if (!abort.signal.aborted) open?.error(error)
        },
      )
      .finally(() => reader.removeEventListener('abort', onAbort))
  })
  return stream
}
