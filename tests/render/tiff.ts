/** Reads back a TIFF of strips with Deflate and horizontal differencing, by a way of its own. Source: TIFF 6.0, §2, §14; Adobe Photoshop TIFF technical notes 2002, Deflate. */
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

export async function readTiff(path: string): Promise<PNG> {
  const bytes = await readFile(path)
  const directory = bytes.readUInt32LE(4)
  const fields = new Map<number, number[]>()
  for (let index = 0; index < bytes.readUInt16LE(directory); index += 1) {
    const at = directory + 2 + index * 12
    const [tag, type, count] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2), bytes.readUInt32LE(at + 4)]
    if (type !== 3 && type !== 4) continue
    const size = type === 3 ? 2 : 4
    const from = count * size > 4 ? bytes.readUInt32LE(at + 8) : at + 8
    fields.set(
      tag,
      Array.from({ length: count }, (_, i) => bytes.readUIntLE(from + i * size, size)),
    )
  }
  const one = (tag: number): number => fields.get(tag)?.[0] ?? 0
  const [width, height, channels, stripRows] = [one(256), one(257), one(277), one(278)]
  const picture = new PNG({ width, height })
  for (const [strip, offset] of (fields.get(273) ?? []).entries()) {
    const pixels = inflateSync(bytes.subarray(offset, offset + (fields.get(279)?.[strip] ?? 0)))
    const rows = Math.min(stripRows, height - strip * stripRows)
    for (let row = 0; row < rows; row += 1) {
      const line = pixels.subarray(row * width * channels, (row + 1) * width * channels)
      for (let at = channels; at < line.length; at += 1) line[at] = ((line[at] ?? 0) + (line[at - channels] ?? 0)) & 255
      for (let x = 0; x < width; x += 1) {
        const to = ((strip * stripRows + row) * width + x) * 4
        for (let channel = 0; channel < 4; channel += 1)
          picture.data[to + channel] = channel < channels ? (line[x * channels + channel] ?? 0) : 255
      }
    }
  }
  return picture
}
