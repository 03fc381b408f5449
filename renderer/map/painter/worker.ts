/** The painter: asks the engine for what a picture shows, paints it, and hands it over. Runs beside the window's own thread, which stays free for moving the map. */
import type { CutRequest } from '../../../electron/contract/cut.ts'
import type { FromWorker, PictureOrder, ToWorker } from './messages.ts'
import { PicturePainter } from './paint.ts'
import { loadIcons } from '../style/iconPaths.ts'
import { markOf, type Pen, pensOf, reachOf } from './pens.ts'
import { PieceReader } from './pieces.ts'
import { sheetsOf } from './sheet.ts'

/** Width of the world, in metres of EPSG:3857. */
const worldM = 2 * Math.PI * 6378137

const running = new Map<number, AbortController>()
const answer = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'cancel') running.get(data.job)?.abort()
  else void serve(data.job, data.order)
})

async function serve(job: number, order: PictureOrder): Promise<void> {
  const abort = new AbortController()
  running.set(job, abort)
  try {
    const picture = await paint(order, abort.signal)
    answer({ type: 'picture', job, picture }, picture === null ? [] : [picture])
  } catch (error) {
    if (abort.signal.aborted) answer({ type: 'cancelled', job })
    else answer({ type: 'failed', job, message: error instanceof Error ? error.message : String(error) })
  } finally {
    running.delete(job)
  }
}

async function paint(order: PictureOrder, signal: AbortSignal): Promise<ImageBitmap | null> {
  if (order.symbols.some(({ icon }) => icon !== undefined && icon !== null)) await loadIcons()
  const sheets = sheetsOf(order.width, order.height)
  try {
    const pens = pensOf(order.symbols, order.size, order.pixelRatio)
    const painter = new PicturePainter(sheets, pens, order.rotation)
    for (const request of requestsOf(order, pens)) {
      const { box, resolution } = request
      painter.beginWorld(-box[0] / resolution, box[3] / resolution, order.pixelRatio)
      const response = await fetch(order.address, { method: 'POST', body: JSON.stringify(request), signal })
      if (!response.ok || response.body === null) throw new Error(await sentenceOf(response))
      const reader = new PieceReader(order.size !== null)
      for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
        for (const piece of reader.take(bytes)) painter.paint(piece)
        signal.throwIfAborted()
      }
      if (!reader.isWhole) throw new Error('The answer of the layer engine ended in the middle.')
    }
    return painter.finish()
  } catch (error) {
    sheets.discard()
    throw error
  }
}

/** One for each copy of the world that is in the picture. */
function requestsOf(
  { box: [west, south, east, north], width, filter, only, classes, size, symbols, pixelRatio, rotation }: PictureOrder,
  pens: readonly Pen[],
): CutRequest[] {
  const resolution = (east - west) / width
  const reachPx = reachOf(symbols, size, pixelRatio)
  const sizes = size === null ? null : { field: size.field, from: size.from, to: size.to }
  const reachM = reachPx * resolution
  // Where each feature is of a size of its own, a class has no mark.
  const marks = size === null ? pens.map((pen) => markOf(pen, rotation)) : null
  const first = Math.floor((west - reachM) / worldM + 0.5)
  const last = Math.floor((east + reachM) / worldM + 0.5)
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const shift = (first + i) * worldM
    return {
      box: [west - shift, south, east - shift, north],
      resolution,
      reachPx,
      filter,
      ...(only === undefined ? {} : { only }),
      classes,
      sizes,
      ...(marks === null ? {} : { marks }),
    }
  })
}

async function sentenceOf(response: Response): Promise<string> {
  return response.status === 422
    ? ((await response.json()) as { message: string }).message
    : `The layer engine gave no answer (${response.status}).`
}
