/** What can be wrong with JSON, as data; the sentences are made where the file's name is known. */

export type SyntaxFault =
  /** Something else stands where one of a few things must. `expected` is ready to be read out: 'a comma or “}”'. */
  | { kind: 'unexpected'; expected: string; found: string }
  | { kind: 'number'; found: string }
  | { kind: 'controlCharacter'; code: number; inText: boolean }
  | { kind: 'escape' }
  | { kind: 'notJson'; word: string }
  | { kind: 'trailing' }
  | { kind: 'tooDeep'; limit: number }
  /** The text ends before the value does. */
  | { kind: 'truncated' }
  /** Nothing but white space. */
  | { kind: 'blank' }

/** Thrown by the scanner. `line` and `column` are one-based; columns count bytes. */
export class JsonFault extends Error {
  readonly fault: SyntaxFault
  readonly line: number
  readonly column: number

  constructor(fault: SyntaxFault, line: number, column: number) {
    super(`${fault.kind} at ${line}:${column}`)
    this.name = 'JsonFault'
    this.fault = fault
    this.line = line
    this.column = column
  }
}

/** A byte as a reader would name it. */
export function nameByte(byte: number): string {
  if (byte > 0x20 && byte < 0x7f) return `“${String.fromCharCode(byte)}”`
  if (byte === 0x1e) return 'a record separator'
  if (byte >= 0x80) return 'a letter outside quotation marks'
  return `the control character ${hex(byte)}`
}

export function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
