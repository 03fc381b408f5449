/** What a PNG says of itself: resolution and text. Source: PNG (Third Edition), W3C 2025, §11.3.4.3 pHYs, §11.3.3.4 iTXt, §5.5 CRC. */
import { crc32 } from 'node:zlib'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/**
 * @param png a PNG without such facts of its own
 * @param texts by keyword (1–79 Latin letters); empty ones are left out
 * @returns the PNG with a pHYs chunk and an iTXt chunk for each text, before the picture's data
 * @throws Error when it is not a PNG
 */
export function withPngFacts(png: Uint8Array, dpi: number, texts: Record<string, string>): Uint8Array {
  if (!signature.every((byte, index) => png[index] === byte)) throw new Error('This is not a PNG.')
  // IHDR is always first, and 25 bytes long with its frame.
  const afterHeader = signature.length + 25
  const chunks = [physical(dpi), ...Object.entries(texts).flatMap(([keyword, text]) => (text === '' ? [] : [international(keyword, text)]))]
  return concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)])
}

function physical(dpi: number): Uint8Array {
  const perMetre = Math.round(dpi / 0.0254)
  const data = new DataView(new ArrayBuffer(9))
  data.setUint32(0, perMetre)
  data.setUint32(4, perMetre)
  data.setUint8(8, 1)
  return chunk('pHYs', new Uint8Array(data.buffer))
}

/** Keyword, not compressed, no language, no translated keyword, UTF-8. */
function international(keyword: string, text: string): Uint8Array {
  const encoder = new TextEncoder()
  return chunk('iTXt', concat([encoder.encode(keyword), Uint8Array.of(0, 0, 0, 0, 0), encoder.encode(text.replaceAll('\0', ''))]))
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat([new TextEncoder().encode(type), data])
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, data.length)
  frame.setUint32(4, crc32(body))
  return concat([new Uint8Array(frame.buffer, 0, 4), body, new Uint8Array(frame.buffer, 4, 4)])
}

function concat(parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}
