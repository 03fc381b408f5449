/** Finds the members of a JSON object in bytes that the scanner has accepted before. Checks nothing. */

type Member = {
  /** Of the name, inside of the quotation marks. */
  nameFrom: number
  nameTo: number
  nameEscaped: boolean
  valueFrom: number
  valueTo: number
}

/** @param at index of the opening brace @yields members in the order of the file, repeated names too */
export function* membersOf(bytes: Uint8Array, at: number): Generator<Member> {
  let i = skipBlank(bytes, at + 1)
  while (bytes[i] === 0x22) {
    const nameFrom = i + 1
    i = endOfString(bytes, i)
    const nameTo = i - 1
    const valueFrom = skipBlank(bytes, skipBlank(bytes, i) + 1)
    const valueTo = endOfValue(bytes, valueFrom)
    yield { nameFrom, nameTo, nameEscaped: bytes.subarray(nameFrom, nameTo).includes(0x5c), valueFrom, valueTo }
    i = skipBlank(bytes, valueTo)
    if (bytes[i] === 0x2c) i = skipBlank(bytes, i + 1)
  }
}

/** @param at index of the first byte of a value @returns index after its last */
export function endOfValue(bytes: Uint8Array, at: number): number {
  const c = bytes[at]
  if (c === 0x22) return endOfString(bytes, at)
  let i = at
  if (c !== 0x7b && c !== 0x5b) {
    while (i < bytes.length && !isEnd(bytes[i] as number)) i++
    return i
  }
  let depth = 0
  while (i < bytes.length) {
    const b = bytes[i] as number
    if (b === 0x22) {
      i = endOfString(bytes, i)
      continue
    }
    i++
    if (b === 0x7b || b === 0x5b) depth++
    else if ((b === 0x7d || b === 0x5d) && --depth === 0) return i
  }
  return i
}

function endOfString(bytes: Uint8Array, at: number): number {
  let i = at + 1
  while (i < bytes.length && bytes[i] !== 0x22) i += bytes[i] === 0x5c ? 2 : 1
  return i + 1
}

/** @returns index of the first byte that is no blank */
export function skipBlank(bytes: Uint8Array, at: number): number {
  let i = at
  while (bytes[i] === 0x20 || bytes[i] === 0x0a || bytes[i] === 0x0d || bytes[i] === 0x09) i++
  return i
}

function isEnd(c: number): boolean {
  return c <= 0x20 || c === 0x2c || c === 0x7d || c === 0x5d
}
