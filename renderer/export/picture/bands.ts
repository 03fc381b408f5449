/** A picture of any size, drawn band by band: no canvas is larger than one band, and nothing is placed anew from band to band. */
import { realContext } from '../recording/canvases.ts'
import { translation } from '../recording/matrix.ts'
import type { Recording } from '../recording/recording.ts'
import { replay } from '../recording/replay.ts'

/** Pixels in four bytes each: red, green, blue, alpha. */
export type Band = { pixels: Uint8ClampedArray; firstRow: number; rows: number }

/** 16 MB of pixels. */
const bandPixels = 4_000_000

/** As many rows as make a band of a usual size, in whole steps. */
export function bandRows(widthPx: number, heightPx: number, step = 1): number {
  const rows = Math.floor(bandPixels / widthPx / step) * step
  return Math.min(heightPx, Math.max(step, rows))
}

/**
 * @param recording of the page, in the pixels of the picture
 * @param rows of a band; the last one may have fewer
 * @param background under everything, as a CSS colour; null for none
 */
export async function drawBands(
  recording: Recording,
  rows: number,
  background: string | null,
  onBand: (band: Band) => Promise<void>,
): Promise<void> {
  const { width, height } = recording
  const canvas = document.createElement('canvas')
  const context = realContext(canvas)
  for (let firstRow = 0; firstRow < height; firstRow += rows) {
    const here = Math.min(rows, height - firstRow)
    canvas.width = width
    canvas.height = here
    if (background !== null) {
      context.fillStyle = background
      context.fillRect(0, 0, width, here)
    }
    replay(recording, context, { matrix: translation(0, -firstRow), width, height: here })
    await onBand({ pixels: context.getImageData(0, 0, width, here).data, firstRow, rows: here })
  }
}
