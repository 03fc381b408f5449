/** The scanner against `JSON.parse`, over random texts and random pieces. */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberValue } from '../../../../electron/engine/json/number.ts'
import { depthLimit, JsonScanner, type JsonSink } from '../../../../electron/engine/json/scanner.ts'
import { JsonFault, type SyntaxFault } from '../../../../electron/engine/json/syntax.ts'
import { stringText } from '../../../../electron/engine/json/text.ts'

/** Builds the value again from what the scanner tells. */
class Rebuilder implements JsonSink {
  readonly wantsPositions = false
  readonly roots: unknown[] = []
  /** Where containers begin and end. */
  readonly spans: [start: number, end: number][] = []
  private readonly open: { value: unknown; key: string; at: number }[] = []

  takePositions(): number {
    throw new Error('not asked for')
  }
  openObject(at: number): void {
    this.open.push({ value: Object.create(null), key: '', at })
  }
  openArray(at: number): void {
    this.open.push({ value: [], key: '', at })
  }
  closeObject(end: number): void {
    this.close(end)
  }
  closeArray(end: number): void {
    this.close(end)
  }
  key(bytes: Uint8Array, from: number, to: number, escaped: boolean): void {
    const top = this.open.at(-1)
    if (top !== undefined) top.key = stringText(bytes, from, to, escaped)
  }
  string(bytes: Uint8Array, from: number, to: number, escaped: boolean): void {
    this.put(stringText(bytes, from, to, escaped))
  }
  number(bytes: Uint8Array, from: number, to: number): void {
    this.put(numberValue(bytes, from, to))
  }
  literal(value: string): void {
    this.put(JSON.parse(value))
  }
  private close(end: number): void {
    const { value, at } = this.open.pop() as { value: unknown; at: number }
    this.spans.push([at, end])
    this.put(value)
  }
  private put(value: unknown): void {
    const top = this.open.at(-1)
    if (top === undefined) this.roots.push(value)
    else if (Array.isArray(top.value)) top.value.push(value)
    else (top.value as Record<string, unknown>)[top.key] = value
  }
}

function scan(text: string | Uint8Array, pieceSize = 1 << 20): { sink: Rebuilder; scanner: JsonScanner } {
  const bytes = Buffer.from(text)
  const sink = new Rebuilder()
  const scanner = new JsonScanner(sink)
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = new Uint8Array(pieceSize + 1)
    scanner.push(piece, bytes.copy(piece, 0, at, at + pieceSize))
  }
  scanner.end()
  return { sink, scanner }
}

function faultOf(text: string | Uint8Array, pieceSize?: number): { fault: SyntaxFault; line: number; column: number } {
  try {
    scan(text, pieceSize)
  } catch (error) {
    if (error instanceof JsonFault) return { fault: error.fault, line: error.line, column: error.column }
    throw error
  }
  throw new Error('it was accepted')
}

/** As `JSON.parse`, with objects that have no prototype, as the rebuilder makes them. */
const parse = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value,
  )

describe('What is accepted', () => {
  test('any JSON gives what JSON.parse gives, in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, '\t'),
        (text, pieceSize, indent) => {
          const shown = indent === undefined ? text : JSON.stringify(JSON.parse(text), null, indent)
          expect(scan(shown, pieceSize).sink.roots).toEqual([parse(shown)])
        },
      ),
      { numRuns: 500, seed: 1 },
    )
  })

  test('numbers are those of JSON.parse, and nothing else is one', () => {
    const characters = fc.constantFrom('0', '1', '9', '-', '+', '.', 'e', 'E')
    fc.assert(
      fc.property(fc.string({ unit: characters, minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (text, pieceSize) => {
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch {
          expect(() => scan(text, pieceSize)).toThrow(JsonFault)
          return
        }
        expect(scan(text, pieceSize).sink.roots).toEqual([expected])
      }),
      { numRuns: 3_000, seed: 2 },
    )
  })

  test('strings with bytes that are not UTF-8 read as the decoder reads them, and are counted', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0x20, max: 0xff, maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (inside, pieceSize) => {
        const bytes = Buffer.concat([
          Buffer.from('"'),
          Buffer.from(inside.filter((byte) => byte !== 0x22 && byte !== 0x5c)),
          Buffer.from('"'),
        ])
        const { sink, scanner } = scan(bytes, pieceSize)
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
        expect(sink.roots).toEqual([JSON.parse(text)])
        expect(scanner.invalidText).toBe(text.includes('�') ? 1 : 0)
      }),
      { numRuns: 2_000, seed: 3 },
    )
  })

  test('a string longer than any buffer is read to its end', () => {
    const long = 'x'.repeat(3 << 20)
    const { sink } = scan(`["${long}","after"]`, 1 << 16)
    const [[first, second]] = sink.roots as [[string, string]]
    expect(second).toBe('after')
    expect(long.startsWith(first)).toBe(true)
  })

  test('values on lines of their own, or behind record separators', () => {
    expect(scan('1\n[2]\r\n\n{"a":3}\n').sink.roots).toEqual([1, [2], { a: 3 }].map((value) => parse(JSON.stringify(value))))
    const { sink, scanner } = scan('\x1e1\x1e\x1e2\n\x1e3')
    expect(sink.roots).toEqual([1, 2, 3])
    expect(scanner).toMatchObject({ roots: 3, recordSeparators: 4 })
  })

  test('nesting up to the limit, and not beyond', () => {
    expect(scan('['.repeat(depthLimit) + ']'.repeat(depthLimit)).scanner.roots).toBe(1)
    expect(faultOf('['.repeat(100_000)).fault).toEqual({ kind: 'tooDeep', limit: depthLimit })
  })
})

test('Offsets are those of the bytes', () => {
  const text = ' {"ä":[1, {}]} '
  const { sink } = scan(text, 3)
  const bytes = Buffer.from(text)
  expect(sink.spans.map(([start, end]) => bytes.subarray(start, end).toString())).toEqual(['{}', '[1, {}]', '{"ä":[1, {}]}'])
})

describe('Where it is wrong', () => {
  test.each<[string, SyntaxFault, number, number]>([
    ['', { kind: 'blank' }, 1, 1],
    ['{"a":1', { kind: 'truncated' }, 1, 7],
    ['{\n  "a": 1,\n  b: 2\n}', { kind: 'unexpected', expected: 'a name in quotation marks', found: '“b”' }, 3, 3],
    ['[1,\r\n2,]', { kind: 'unexpected', expected: 'a value', found: '“]”' }, 2, 3],
    ['[1 2]', { kind: 'unexpected', expected: 'a comma or “]”', found: '“2”' }, 1, 4],
    ['[01]', { kind: 'number', found: '01' }, 1, 2],
    ['["\n"]', { kind: 'controlCharacter', code: 10, inText: true }, 1, 3],
    ['["\\x"]', { kind: 'escape' }, 1, 4],
    ['[NaN]', { kind: 'notJson', word: 'NaN' }, 1, 2],
    ['[-Infinity]', { kind: 'notJson', word: '-Infinity' }, 1, 2],
    ['[nulL]', { kind: 'notJson', word: 'nulL' }, 1, 2],
    ['{} {}', { kind: 'trailing' }, 1, 4],
    ['{}\n}', { kind: 'unexpected', expected: 'a value', found: '“}”' }, 2, 1],
    ['[1]\u00a0', { kind: 'trailing' }, 1, 4],
  ])('%j', (text, fault, line, column) => {
    expect(faultOf(text)).toEqual({ fault, line, column })
    if (fault.kind !== 'notJson') expect(faultOf(text, 1), 'byte by byte').toEqual({ fault, line, column })
  })
})
