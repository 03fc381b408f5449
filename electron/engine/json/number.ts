/** Numbers of RFC 8259 §6, over bytes. */
import { Buffer } from 'node:buffer'

const MINUS = 0x2d
const ZERO = 0x30

/** Every byte that can be part of a number. */
export function isNumberByte(c: number): boolean {
  return (c >= ZERO && c <= 0x39) || c === MINUS || c === 0x2b || c === 0x2e || c === 0x45 || c === 0x65
}

/**
 * Checks the grammar `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?` over a whole token.
 *
 * @returns whether the bytes from `start` to before `end` are one number
 */
export function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start
  if (i < end && bytes[i] === MINUS) i++
  if (i < end && bytes[i] === ZERO) i++
  else {
    const first = i
    i = digits(bytes, i, end)
    if (i === first) return false
  }
  if (i < end && bytes[i] === 0x2e) {
    const first = i + 1
    i = digits(bytes, first, end)
    if (i === first) return false
  }
  if (i < end && (bytes[i] === 0x65 || bytes[i] === 0x45)) {
    i++
    if (i < end && (bytes[i] === 0x2b || bytes[i] === MINUS)) i++
    const first = i
    i = digits(bytes, first, end)
    if (i === first) return false
  }
  return i === end
}

/** Whether a valid number is written without fraction and exponent. */
export function isInteger(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number
    if (c === 0x2e || c === 0x65 || c === 0x45) return false
  }
  return true
}

/** Value of a valid number, as `JSON.parse` gives it. */
export function numberValue(bytes: Uint8Array, start: number, end: number): number {
  return Number(asciiText(bytes, start, end))
}

/** Text of bytes that are known to be ASCII. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

function digits(bytes: Uint8Array, from: number, end: number): number {
  let i = from
  while (i < end && (bytes[i] as number) >= ZERO && (bytes[i] as number) <= 0x39) i++
  return i
}
