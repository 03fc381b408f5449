/**
 * The lines of a journal file. Each has a checksum, a number and a time; the checksum goes over the one before too, so that a line stands only where it was
 * written. Reading ends at the first line that is not as it was written: a crash tears the last one.
 */
import { crc32 } from 'node:zlib'
import { z } from '../contract/schema.ts'
import { JournalRecord, JournalState } from '../contract/recovery.ts'

export const JournalLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('begin'),
    format: z.literal(1),
    instance: z.string(),
    state: JournalState,
    prints: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('record'), record: JournalRecord }),
  /** Fingerprints that the document's file may have without having been changed by another program. */
  z.strictObject({ kind: z.literal('prints'), prints: z.array(z.string()) }),
  /** The window was closed. `keep` is false when the user did not want the changes. */
  z.strictObject({ kind: z.literal('end'), keep: z.boolean() }),
])
export type JournalLine = z.infer<typeof JournalLine>

const Numbered = z.strictObject({ n: z.int().min(0), at: z.number(), line: JournalLine })
export type NumberedLine = z.infer<typeof Numbered>

/** Where a journal has come to. */
export type LineState = { next: number; sum: number }
export const firstLine: LineState = { next: 0, sum: 0 }

/** @returns the text of the lines, and where the journal is after them */
export function writeLines(lines: readonly JournalLine[], at: number, from: LineState): { text: string; state: LineState } {
  let { next, sum } = from
  let text = ''
  for (const line of lines) {
    const body = JSON.stringify({ n: next, at, line } satisfies NumberedLine)
    sum = crc32(body, sum)
    text += `${hex(sum)} ${body}\n`
    next += 1
  }
  return { text, state: { next, sum } }
}

/** @returns the lines up to the first that is damaged, and whether there was one */
export function readLines(text: string): { lines: NumberedLine[]; torn: boolean } {
  const lines: NumberedLine[] = []
  let { next, sum } = firstLine
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    if (end < 0) return { lines, torn: true }
    const body = text.slice(start + 9, end)
    sum = crc32(body, sum)
    const numbered = text.slice(start, start + 9) === `${hex(sum)} ` ? decode(body) : null
    if (numbered === null || numbered.n !== next || (numbered.line.kind === 'begin') !== (next === 0)) return { lines, torn: true }
    lines.push(numbered)
    next += 1
    start = end + 1
  }
  return { lines, torn: false }
}

function decode(body: string): NumberedLine | null {
  try {
    return Numbered.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

const hex = (sum: number): string => sum.toString(16).padStart(8, '0')
