/**
 * A PNG, chunk by chunk. Its rows come filtered and compressed already. Source: PNG (Third Edition), W3C 2025, §11.2 critical chunks, §11.3.4.3 pHYs,
 * §11.3.3.4 iTXt, §5.5 CRC.
 */
import { crc32 } from 'node:zlib'
import type { PictureHead } from '../../contract/export.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** @param texts by keyword (1–79 Latin letters); empty ones are left out @returns all that comes before the rows */
export function pngStart({ widthPx, heightPx, channels, dpi }: PictureHead, texts: Record<string, string>): Uint8Array {
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, widthPx)
  head.setUint32(4, heightPx)
  head.setUint8(8, 8)
  head.setUint8(9, channels === 4 ? 6 : 2)
  const chunks = Object.entries(texts).flatMap(([keyword, text]) => (text === '' ? [] : [international(keyword, text)]))
  return concat([signature, chunk('IHDR', new Uint8Array(head.buffer)), chunk('sRGB', Uint8Array.of(0)), physical(dpi), ...chunks])
}

/** @param bytes of the one stream of compressed rows */
export const pngData = (bytes: Uint8Array): Uint8Array => chunk('IDAT', bytes)

export const pngEnd = (): Uint8Array => chunk('IEND', new Uint8Array())

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

const concat = (parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))
