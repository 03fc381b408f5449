/** The `Range` header of RFC 9110 §14, single ranges of bytes only: all that an archive reader asks for. */

export type ByteRange = { start: number; /** Inclusive. */ end: number }

/**
 * @param header value of the `Range` header, or null
 * @param size of the whole, in bytes
 * @returns the range; `null` when the whole is meant (no header, or one that RFC 9110 says to ignore); `'unsatisfiable'` for 416
 */
export function parseByteRange(header: string | null, size: number): ByteRange | null | 'unsatisfiable' {
  const match = header === null ? null : /^bytes=(\d*)-(\d*)$/i.exec(header.trim())
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Number(last)
    return length === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
