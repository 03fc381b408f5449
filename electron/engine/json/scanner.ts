/**
 * A JSON scanner over bytes that arrive in pieces. It accepts what `JSON.parse` accepts (RFC 8259), never holds more than one token, does not recurse,
 * and tells a sink what it meets. Several values may follow each other if a line end or a record separator (RFC 8142) stands between them.
 *
 * Two limits go beyond the grammar: nesting (`depthLimit`), and the part of one token that the sink is shown when it lies across two pieces
 * (`captureLimit`); longer tokens are still checked to their end, numbers excepted.
 */
import { Buffer } from 'node:buffer'
import { isNumber, isNumberByte } from './number.ts'
import { JsonFault, nameByte, type SyntaxFault } from './syntax.ts'

export const depthLimit = 1_000
const captureLimit = 1 << 20

const literals = ['true', 'false', 'null'] as const
export type Literal = (typeof literals)[number]

/** What the scanner tells. Offsets `at` and `end` count bytes of the whole text; `bytes`, `from` and `to` are valid during the call only. */
export interface JsonSink {
  /** True while the next `[` may begin a run of positions, which the sink then reads itself. */
  readonly wantsPositions: boolean
  /** Reads positions from `i` on. Gives the index after the last whole one, or `i` to leave them to the scanner. Keeps the scanner's lines right. */
  takePositions(bytes: Uint8Array, i: number, length: number, base: number): number
  openObject(at: number): void
  closeObject(end: number): void
  openArray(at: number): void
  closeArray(end: number): void
  /** Inside of the quotation marks. */
  key(bytes: Uint8Array, from: number, to: number, escaped: boolean): void
  string(bytes: Uint8Array, from: number, to: number, escaped: boolean, at: number): void
  number(bytes: Uint8Array, from: number, to: number, at: number): void
  literal(value: Literal, at: number): void
}

// States: what may come next. Those from inString on are inside of a token.
const between = 0
const value = 1
const firstElement = 2
const firstKey = 3
const key = 4
const colon = 5
const after = 6
const inString = 7
const inNumber = 8
const inLiteral = 9

const object = 1
const array = 2

export class JsonScanner {
  /** Line of the byte that is being read, one-based. */
  line = 1
  /** Offset of the first byte of that line. */
  lineStart: number
  /** Values at the top level that are complete. */
  roots = 0
  recordSeparators = 0
  /** Strings with bytes that are not UTF-8, and the line of the first. */
  invalidText = 0
  invalidTextLine = 0

  private readonly sink: JsonSink
  private base: number
  private state = between
  private depth = 0
  private readonly containers = new Uint8Array(depthLimit + 1)
  private separated = true
  // The token that is being read.
  private tokenAt = 0
  private tokenIsKey = false
  private escaped = false
  /** 0: none; 1: after a backslash; 2 to 5: hexadecimal digits to come, plus one. */
  private escape = 0
  /** Continuation bytes to come, and what the next one may be. */
  private continuation = 0
  private continuationLow = 0x80
  private continuationHigh = 0xbf
  private textInvalid = false
  private literalIndex = 0
  private literalDone = 0
  private captured = new Uint8Array(4096)
  private capturedLength = 0

  /** @param start offset of the first byte that will be pushed: 3 after a byte order mark */
  constructor(sink: JsonSink, start = 0) {
    this.sink = sink
    this.base = start
    this.lineStart = 0
  }

  /** One-based column of a byte of the current line. */
  columnOf(at: number): number {
    return Math.max(1, at - this.lineStart + 1)
  }

  /** Offset of the next byte. */
  get offset(): number {
    return this.base
  }

  /**
   * Reads one piece. `bytes` must be longer than `length` by at least one byte, so that looking one byte ahead stays inside of it.
   *
   * @throws JsonFault at the first byte that cannot be JSON
   */
  push(bytes: Uint8Array, length: number): void {
    let i = 0
    while (i < length) {
      const state = this.state
      if (state >= inString) {
        if (state === inString) i = this.readString(bytes, i, length)
        else if (state === inNumber) i = this.readNumber(bytes, i, length)
        else i = this.readLiteral(bytes, i, length)
        continue
      }
      const c = bytes[i] as number
      if (c <= 0x20) {
        i = this.skipBlank(bytes, i, length, c)
        continue
      }
      switch (state) {
        case after:
          if (c === 0x2c) this.state = this.containers[this.depth] === object ? key : value
          else if (c === 0x7d && this.containers[this.depth] === object) this.close(i)
          else if (c === 0x5d && this.containers[this.depth] === array) this.close(i)
          else this.unexpected(bytes, i, length, this.containers[this.depth] === object ? 'a comma or “}”' : 'a comma or “]”')
          i++
          break
        case key:
        case firstKey:
          if (c === 0x22) i = this.startString(bytes, i, length, true)
          else if (c === 0x7d && state === firstKey) this.close(i++)
          else this.unexpected(bytes, i, length, state === firstKey ? 'a name in quotation marks or “}”' : 'a name in quotation marks')
          break
        case colon:
          if (c !== 0x3a) this.unexpected(bytes, i, length, 'a colon')
          this.state = value
          i++
          break
        default:
          i = this.startValue(bytes, i, length, c)
      }
    }
    this.base += length
  }

  /** Says that there is no more. @throws JsonFault when something is missing */
  end(): void {
    if (this.state === inNumber && this.depth === 0) this.finishNumber(this.captured, 0, this.capturedLength)
    if (this.state !== between) this.fail({ kind: 'truncated' }, this.base)
    if (this.roots === 0) this.fail({ kind: 'blank' }, this.base)
  }

  private skipBlank(bytes: Uint8Array, from: number, length: number, first: number): number {
    let i = from
    let c = first
    for (;;) {
      if (c === 0x0a) {
        this.line++
        this.lineStart = this.base + i + 1
        this.separated = true
      } else if (c === 0x1e && this.state === between) {
        this.recordSeparators++
        this.separated = true
      } else if (c !== 0x20 && c !== 0x0d && c !== 0x09) this.fail({ kind: 'controlCharacter', code: c, inText: false }, this.base + i)
      i++
      if (i >= length) return i
      c = bytes[i] as number
      if (c > 0x20) return i
    }
  }

  private startValue(bytes: Uint8Array, i: number, length: number, c: number): number {
    if (this.state === between && !this.separated) this.fail({ kind: 'trailing' }, this.base + i)
    if (c === 0x5b) {
      if (this.sink.wantsPositions) {
        const next = this.sink.takePositions(bytes, i, length, this.base)
        if (next > i) {
          this.state = after
          return next
        }
      }
      this.open(array, i)
      this.sink.openArray(this.base + i)
      this.state = firstElement
      return i + 1
    }
    if (c === 0x7b) {
      this.open(object, i)
      this.sink.openObject(this.base + i)
      this.state = firstKey
      return i + 1
    }
    if (c === 0x22) return this.startString(bytes, i, length, false)
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) {
      this.tokenAt = this.base + i
      this.capturedLength = 0
      return this.readNumber(bytes, i, length)
    }
    if (c === 0x74 || c === 0x66 || c === 0x6e) {
      this.tokenAt = this.base + i
      this.literalIndex = c === 0x74 ? 0 : c === 0x66 ? 1 : 2
      this.literalDone = 0
      this.state = inLiteral
      return this.readLiteral(bytes, i, length)
    }
    if (c === 0x5d && this.state === firstElement) {
      this.close(i)
      return i + 1
    }
    return this.unexpected(bytes, i, length, this.state === firstElement ? 'a value or “]”' : 'a value')
  }

  private open(container: number, i: number): void {
    if (this.depth === depthLimit) this.fail({ kind: 'tooDeep', limit: depthLimit }, this.base + i)
    this.containers[++this.depth] = container
  }

  private close(i: number): void {
    const container = this.containers[this.depth--]
    if (container === object) this.sink.closeObject(this.base + i + 1)
    else this.sink.closeArray(this.base + i + 1)
    this.valueDone()
  }

  private valueDone(): void {
    if (this.depth > 0) this.state = after
    else {
      this.state = between
      this.separated = false
      this.roots++
    }
  }

  private startString(bytes: Uint8Array, i: number, length: number, isKey: boolean): number {
    this.tokenAt = this.base + i
    this.tokenIsKey = isKey
    this.escaped = false
    this.escape = 0
    this.continuation = 0
    this.textInvalid = false
    this.capturedLength = 0
    this.state = inString
    return this.readString(bytes, i + 1, length)
  }

  private readString(bytes: Uint8Array, start: number, length: number): number {
    let i = start
    while (i < length) {
      let c = bytes[i] as number
      if (this.escape !== 0) this.readEscape(c, i++)
      else if (this.continuation !== 0) {
        if (c >= this.continuationLow && c <= this.continuationHigh) {
          this.continuation--
          this.continuationLow = 0x80
          this.continuationHigh = 0xbf
          i++
        } else {
          // The decoder puts U+FFFD here and reads this byte again.
          this.continuation = 0
          this.textInvalid = true
        }
      } else {
        while (c >= 0x20 && c < 0x80 && c !== 0x22 && c !== 0x5c && ++i < length) c = bytes[i] as number
        if (i >= length) break
        if (c === 0x22) {
          this.finishString(bytes, start, i)
          return i + 1
        }
        if (c === 0x5c) {
          this.escaped = true
          this.escape = 1
        } else if (c < 0x20) this.fail({ kind: 'controlCharacter', code: c, inText: true }, this.base + i)
        else this.startCharacter(c)
        i++
      }
    }
    this.capture(bytes, start, length)
    return i
  }

  private readEscape(c: number, i: number): void {
    if (this.escape === 1) {
      if (c === 0x75) this.escape = 5
      else if (c === 0x22 || c === 0x5c || c === 0x2f || c === 0x62 || c === 0x66 || c === 0x6e || c === 0x72 || c === 0x74) this.escape = 0
      else this.fail({ kind: 'escape' }, this.base + i)
      return
    }
    const isHex = (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66)
    if (!isHex) this.fail({ kind: 'escape' }, this.base + i)
    this.escape = this.escape === 2 ? 0 : this.escape - 1
  }

  /** The table of well-formed byte sequences, Unicode 15 §3.9, table 3-7. */
  private startCharacter(c: number): void {
    this.continuationLow = c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80
    this.continuationHigh = c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf
    if (c >= 0xc2 && c <= 0xdf) this.continuation = 1
    else if (c >= 0xe0 && c <= 0xef) this.continuation = 2
    else if (c >= 0xf0 && c <= 0xf4) this.continuation = 3
    else this.textInvalid = true
  }

  private finishString(bytes: Uint8Array, start: number, end: number): void {
    if (this.textInvalid && this.invalidText++ === 0) this.invalidTextLine = this.line
    let from = start
    let to = end
    let text = bytes
    if (this.capturedLength > 0) {
      this.capture(bytes, start, end)
      text = this.captured
      from = 0
      to = this.capturedLength
    }
    if (this.tokenIsKey) {
      this.sink.key(text, from, to, this.escaped)
      this.state = colon
    } else {
      this.sink.string(text, from, to, this.escaped, this.tokenAt)
      this.valueDone()
    }
  }

  private readNumber(bytes: Uint8Array, start: number, length: number): number {
    let i = start
    while (i < length && isNumberByte(bytes[i] as number)) i++
    if (i === length) {
      this.capture(bytes, start, i)
      this.state = inNumber
    } else if (this.capturedLength > 0) {
      this.capture(bytes, start, i)
      this.finishNumber(this.captured, 0, this.capturedLength)
    } else {
      // Python and others write −Infinity.
      const word = i === start + 1 && bytes[start] === 0x2d ? wordAt(bytes, i, length) : ''
      if (word !== '') this.fail({ kind: 'notJson', word: `-${word}` }, this.tokenAt)
      this.finishNumber(bytes, start, i)
    }
    return i
  }

  private finishNumber(bytes: Uint8Array, from: number, to: number): void {
    if (!isNumber(bytes, from, to)) {
      this.fail({ kind: 'number', found: Buffer.from(bytes.subarray(from, Math.min(to, from + 40))).toString('latin1') }, this.tokenAt)
    }
    this.sink.number(bytes, from, to, this.tokenAt)
    this.valueDone()
  }

  private readLiteral(bytes: Uint8Array, start: number, length: number): number {
    const word = literals[this.literalIndex] as Literal
    let i = start
    while (i < length && this.literalDone < word.length) {
      if (bytes[i] !== word.charCodeAt(this.literalDone)) {
        this.fail({ kind: 'notJson', word: word.slice(0, this.literalDone) + wordAt(bytes, i, length) }, this.tokenAt)
      }
      this.literalDone++
      i++
    }
    if (this.literalDone === word.length) {
      this.sink.literal(word, this.tokenAt)
      this.valueDone()
    }
    return i
  }

  private capture(bytes: Uint8Array, from: number, to: number): void {
    const wanted = Math.min(this.capturedLength + to - from, captureLimit)
    if (wanted > this.captured.length) {
      const larger = new Uint8Array(Math.min(captureLimit, Math.max(wanted, this.captured.length * 2)))
      larger.set(this.captured.subarray(0, this.capturedLength))
      this.captured = larger
    }
    this.captured.set(bytes.subarray(from, from + wanted - this.capturedLength), this.capturedLength)
    this.capturedLength = wanted
  }

  private unexpected(bytes: Uint8Array, i: number, length: number, expected: string): never {
    const c = bytes[i] as number
    const word = wordAt(bytes, i, length)
    if (word.length > 1 && expected.startsWith('a value')) return this.fail({ kind: 'notJson', word }, this.base + i)
    return this.fail({ kind: 'unexpected', expected, found: nameByte(c) }, this.base + i)
  }

  private fail(fault: SyntaxFault, at: number): never {
    throw new JsonFault(fault, this.line, this.columnOf(at))
  }
}

/** Letters from a place on, for words like NaN that other programs write into JSON. */
function wordAt(bytes: Uint8Array, from: number, length: number): string {
  let i = from
  while (i < length && i < from + 20 && /[A-Za-z]/.test(String.fromCharCode(bytes[i] as number))) i++
  return Buffer.from(bytes.subarray(from, i)).toString('latin1')
}
