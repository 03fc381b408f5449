/** The resolution of a JPEG. Source: JFIF 1.02 (1992), APP0 marker: units at byte 13 of the file, densities at 14 and 16. */

/**
 * @returns the same picture; one without a JFIF header is returned as it is
 */
export function withJpegDpi(jpeg: Uint8Array, dpi: number): Uint8Array {
  const isJfif =
    jpeg[0] === 0xff && jpeg[1] === 0xd8 && jpeg[2] === 0xff && jpeg[3] === 0xe0 && String.fromCharCode(...jpeg.subarray(6, 10)) === 'JFIF'
  if (!isJfif) return jpeg
  const copy = Uint8Array.from(jpeg)
  const view = new DataView(copy.buffer)
  view.setUint8(13, 1)
  view.setUint16(14, Math.round(dpi))
  view.setUint16(16, Math.round(dpi))
  return copy
}
