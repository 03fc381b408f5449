/**
 * A GeoTIFF in strips, its directory at the end. Source: TIFF 6.0 (1992), §2 and §8; OGC GeoTIFF 1.1 (19-008r4), §7: keys; annex B.6: ModelTransformation.
 * Rows come differenced and compressed already.
 */
import type { Georeference, PictureHead } from '../../contract/export.ts'

const types = { ascii: 2, short: 3, long: 4, rational: 5, double: 12 } as const
type Type = keyof typeof types
const sizes: Record<Type, number> = { ascii: 1, short: 2, long: 4, rational: 8, double: 8 }

type Field = { tag: number; type: Type; values: readonly number[] }

export const tiffHeadLength = 8

/** @param directory where it is; 0 until that is known */
export function tiffStart(directory = 0): Uint8Array {
  const head = new DataView(new ArrayBuffer(tiffHeadLength))
  // 'II': least significant byte first.
  head.setUint16(0, 0x4949)
  head.setUint16(2, 42, true)
  head.setUint32(4, directory, true)
  return new Uint8Array(head.buffer)
}

export type Strips = { offsets: number[]; lengths: number[] }

/**
 * @param at where it will stand in the file: an even number
 * @param place of the picture in EPSG:3857; null for a picture of no place
 * @param texts by tag: 270 description, 305 program, 306 date, 315 author
 */
export function tiffDirectory(
  at: number,
  { widthPx, heightPx, channels, dpi, stripRows }: PictureHead,
  { offsets, lengths }: Strips,
  place: Georeference | null,
  texts: Record<number, string>,
): Uint8Array {
  const one = (tag: number, type: Type, ...values: number[]): Field => ({ tag, type, values })
  const resolution = [Math.round(dpi * 1000), 1000]
  const fields: Field[] = [
    one(256, 'long', widthPx),
    one(257, 'long', heightPx),
    one(258, 'short', ...Array.from({ length: channels }, () => 8)),
    // Adobe Deflate.
    one(259, 'short', 8),
    // RGB.
    one(262, 'short', 2),
    { tag: 273, type: 'long', values: offsets },
    one(277, 'short', channels),
    one(278, 'long', stripRows),
    { tag: 279, type: 'long', values: lengths },
    one(282, 'rational', ...resolution),
    one(283, 'rational', ...resolution),
    one(284, 'short', 1),
    // Inches.
    one(296, 'short', 2),
    // Horizontal differencing.
    one(317, 'short', 2),
    // Alpha that colours were not multiplied by.
    ...(channels === 4 ? [one(338, 'short', 2)] : []),
    ...(place === null ? [] : geoFields(place)),
    ...Object.entries(texts).flatMap(([tag, text]) =>
      text === '' ? [] : [one(Number(tag), 'ascii', ...new TextEncoder().encode(`${text}\0`))],
    ),
  ]
  return directoryBytes(
    at,
    fields.toSorted((a, b) => a.tag - b.tag),
  )
}

/** North up: scale and tie point, which every reader knows. Turned: the whole matrix. */
function geoFields({ a, b, c, d, e, f }: Georeference): Field[] {
  const isNorthUp = b === 0 && d === 0
  const keys = [
    [1, 1, 0, 4],
    // Projected; a pixel is an area; EPSG:3857; metres.
    [1024, 0, 1, 1],
    [1025, 0, 1, 1],
    [3072, 0, 1, 3857],
    [3076, 0, 1, 9001],
  ].flat()
  return [
    ...(isNorthUp
      ? [
          { tag: 33_550, type: 'double' as const, values: [a, -e, 0] },
          { tag: 33_922, type: 'double' as const, values: [0, 0, 0, c, f, 0] },
        ]
      : [{ tag: 34_264, type: 'double' as const, values: [a, b, 0, c, d, e, 0, f, 0, 0, 0, 0, 0, 0, 0, 1] }]),
    { tag: 34_735, type: 'short', values: keys },
  ]
}

function directoryBytes(at: number, fields: readonly Field[]): Uint8Array {
  const tableLength = 2 + fields.length * 12 + 4
  const lengthOf = ({ type, values }: Field): number => (type === 'rational' ? 4 : sizes[type]) * values.length
  const outside = fields.map((field) => (lengthOf(field) > 4 ? lengthOf(field) + (lengthOf(field) % 2) : 0))
  const bytes = new DataView(new ArrayBuffer(tableLength + outside.reduce((sum, length) => sum + length, 0)))
  bytes.setUint16(0, fields.length, true)
  let next = tableLength
  for (const [index, field] of fields.entries()) {
    const entry = 2 + index * 12
    const count = field.type === 'rational' ? field.values.length / 2 : field.values.length
    bytes.setUint16(entry, field.tag, true)
    bytes.setUint16(entry + 2, types[field.type], true)
    bytes.setUint32(entry + 4, count, true)
    const isOutside = outside[index] !== 0
    if (isOutside) bytes.setUint32(entry + 8, at + next, true)
    putValues(bytes, isOutside ? next : entry + 8, field)
    next += outside[index] ?? 0
  }
  return new Uint8Array(bytes.buffer)
}

function putValues(bytes: DataView, from: number, { type, values }: Field): void {
  let at = from
  for (const value of values) {
    if (type === 'ascii') bytes.setUint8(at, value)
    else if (type === 'short') bytes.setUint16(at, value, true)
    else if (type === 'double') bytes.setFloat64(at, value, true)
    else bytes.setUint32(at, value, true)
    at += type === 'rational' ? 4 : sizes[type]
  }
}
