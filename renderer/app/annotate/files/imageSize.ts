/** Longer side of a picture that was just placed, at most. */
const firstMm = 60
const mmPerPixel = 25.4 / 96
const [least, most] = [1, 1_500]

/** Its own size on the screen where that is small enough; in proportion otherwise. @param widthPx pixels of the file */
export function imageSizeMm(widthPx: number, heightPx: number): { widthMm: number; heightMm: number } {
  const scale = Math.min(mmPerPixel, firstMm / Math.max(widthPx, heightPx, 1))
  const size = (pixels: number): number => Math.min(most, Math.max(least, Math.round(pixels * scale * 100) / 100))
  return { widthMm: size(widthPx), heightMm: size(heightPx) }
}
