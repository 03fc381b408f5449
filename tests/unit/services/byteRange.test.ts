import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseByteRange } from '../../../electron/services/byteRange.ts'

describe('a Range header', () => {
  it.each([
    // RFC 9110 §14.1.2, for a representation of 10,000 bytes.
    ['bytes=0-499', 0, 499],
    ['bytes=500-999', 500, 999],
    ['bytes=-500', 9500, 9999],
    ['bytes=9500-', 9500, 9999],
    ['bytes=0-0', 0, 0],
    ['bytes=-1', 9999, 9999],
    ['bytes=9999-', 9999, 9999],
    // A last position beyond the end means the end; a suffix longer than the whole means the whole.
    ['bytes=9999-10000', 9999, 9999],
    ['bytes=0-99999999999999999999', 0, 9999],
    ['bytes=-10001', 0, 9999],
    // Names of units are case-insensitive (§14.1), and optional white space around a field is no part of it (§5.5).
    ['Bytes=0-1', 0, 1],
    [' bytes=0-1 ', 0, 1],
  ])('“%s” means %d to %d', (header, start, end) => {
    expect(parseByteRange(header, 10_000)).toEqual({ start, end })
  })

  it.each(['bytes=10000-', 'bytes=10000-10001', 'bytes=-0', 'bytes=99999999999999999999-'])('“%s” cannot be satisfied', (header) => {
    expect(parseByteRange(header, 10_000)).toBe('unsatisfiable')
  })

  it.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=2-1',
    'bytes=a-b',
    'bytes=0-1x',
    'bytes=--1',
    'bytes=1.5-3',
    'bytes=0x0-0x1',
    'items=0-1',
    // Several ranges may be answered with the whole.
    'bytes=0-0,-1',
  ])('%j is ignored: the whole is meant', (header) => {
    expect(parseByteRange(header, 10_000)).toBeNull()
  })

  it('of an empty file cannot be satisfied', () => {
    expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable')
    expect(parseByteRange('bytes=-5', 0)).toBe('unsatisfiable')
    expect(parseByteRange(null, 0)).toBeNull()
  })

  it('never leads outside of the file', () => {
    const digits = fc.option(fc.nat({ max: 20_000 }), { nil: '' })
    fc.assert(
      fc.property(digits, digits, fc.nat({ max: 10_000 }), (first, last, size) => {
        const range = parseByteRange(`bytes=${first}-${last}`, size)
        if (range === null || range === 'unsatisfiable') return
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.start).toBeLessThanOrEqual(range.end)
        expect(range.end).toBeLessThan(size)
      }),
    )
  })
})
