/** Pictures of an SVG, within its text. */
import type { NamedPicture } from './svgBody.ts'
import type { Picture, Rectangle } from '../recording/recording.ts'
import { attributes, number } from './xml.ts'

/** More pixels than these are worth the smaller file of a JPEG, if nothing shows through them. */
const largePixels = 250_000
const jpegQuality = 0.92
const letterChunk = 0x8000

/** @returns an element that others refer to, as large as the part of the picture that is shown, in its pixels */
export async function pictureElement({ id, picture, source }: NamedPicture): Promise<string> {
  const [, , width, height] = source
  const data = inWordsAlready(picture, source) ?? (await encoded(picture, source))
  const size = { width: number(width), height: number(height), preserveAspectRatio: 'none' }
  return `<image${attributes({ id, ...size, href: data, 'xlink:href': data })}/>`
}

/** A drawing stays one, and what is compressed is not compressed again. */
function inWordsAlready(picture: Picture, [x, y, width, height]: Rectangle): string | null {
  if (!(picture instanceof HTMLImageElement) || !picture.src.startsWith('data:image/')) return null
  const isWhole = x === 0 && y === 0 && width === picture.naturalWidth && height === picture.naturalHeight
  return isWhole ? picture.src : null
}

async function encoded(picture: Picture, [x, y, width, height]: Rectangle): Promise<string> {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('There is no canvas to draw on.')
  context.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height)
  const isLarge = canvas.width * canvas.height > largePixels && isOpaque(context.getImageData(0, 0, canvas.width, canvas.height).data)
  const blob = await canvas.convertToBlob(isLarge ? { type: 'image/jpeg', quality: jpegQuality } : { type: 'image/png' })
  return dataAddress(new Uint8Array(await blob.arrayBuffer()), blob.type)
}

function isOpaque(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false
  return true
}

export function dataAddress(bytes: Uint8Array, type: string): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += letterChunk) parts.push(String.fromCharCode(...bytes.subarray(at, at + letterChunk)))
  return `data:${type};base64,${btoa(parts.join(''))}`
}
