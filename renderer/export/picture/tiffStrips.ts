/** Strips of a TIFF. Source: TIFF 6.0 (1992), §14 horizontal differencing; Adobe Photoshop TIFF Technical Notes (2002), Deflate. */
import type { Channels } from './pngRows.ts'

/** @param pixels red, green, blue and alpha @returns the same rows, each pixel as its difference from the one to its left */
export function differenced(pixels: Uint8ClampedArray, widthPx: number, rows: number, channels: Channels): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(widthPx * rows * channels)
  let to = 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < widthPx; column += 1) {
      const at = (row * widthPx + column) * 4
      for (let channel = 0; channel < channels; channel += 1) {
        const left = column === 0 ? 0 : (pixels[at + channel - 4] ?? 0)
        out[to] = (pixels[at + channel] ?? 0) - left
        to += 1
      }
    }
  }
  return out
}
