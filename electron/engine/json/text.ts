/** Strings of JSON, over bytes. */
import { Buffer } from 'node:buffer'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Text of a JSON string that the scanner has accepted.
 *
 * @param start first byte after the opening quotation mark
 * @param end the closing quotation mark
 * @param escaped whether there is a backslash in it
 * Bytes that are not UTF-8 become U+FFFD, as in the text that `JSON.parse` would see.
 */
export function stringText(bytes: Uint8Array, start: number, end: number, escaped: boolean): string {
  const text = decoder.decode(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start))
  return escaped ? (JSON.parse(`"${text}"`) as string) : text
}
