/** Reads columns from the file: all that are asked for in one pass. */
import { basename } from 'node:path'
import { RefusalError } from '../../contract/refusal.ts'
import { endOfValue, skipBlank } from '../json/members.ts'
import { stringText } from '../json/text.ts'
import type { OpenLayer } from '../sources.ts'
import { type Column, ColumnBuilder } from './column.ts'
import { visitRows } from './rows.ts'
import type { WorkOptions } from './sharedWork.ts'
import { TooMuchText } from './textTable.ts'

type Wanted = { name: string; bytes: Uint8Array; /** Its bytes tell whether it is the one. */ isPlain: boolean; builder: ColumnBuilder }

/** @throws RefusalError, CancelledError */
export async function readColumns(open: OpenLayer, fields: readonly string[], options: WorkOptions): Promise<Map<string, Column>> {
  const wanted: Wanted[] = fields.map((name) => ({
    name,
    bytes: new TextEncoder().encode(name),
    isPlain: !name.includes('\ufffd'),
    builder: new ColumnBuilder(open.layer.store.featureCount),
  }))
  try {
    await visitRows(open, (feature, properties) => properties !== null && take(properties, feature, wanted), options)
  } catch (error) {
    if (!(error instanceof TooMuchText)) throw error
    const names = fields.map((name) => `“${name}”`).join(', ')
    throw new RefusalError({
      message: `${basename(open.path)} has more than a gigabyte of different texts in ${names}.`,
      advice: 'Use another field.',
      file: open.path,
    })
  }
  return new Map(wanted.map(({ name, builder }) => [name, builder.finish()]))
}

/** The members of a properties object that are wanted. Written out, since it is done for every member of every feature. */
function take(bytes: Uint8Array, feature: number, wanted: readonly Wanted[]): void {
  let i = skipBlank(bytes, 1)
  while (bytes[i] === 0x22) {
    const nameFrom = i + 1
    let isEscaped = false
    for (i = nameFrom; bytes[i] !== 0x22 && i < bytes.length; i++) {
      if (bytes[i] !== 0x5c) continue
      isEscaped = true
      i++
    }
    const nameTo = i
    const from = skipBlank(bytes, skipBlank(bytes, i + 1) + 1)
    const to = endOfValue(bytes, from)
    for (const one of wanted) if (isName(bytes, nameFrom, nameTo, isEscaped, one)) one.builder.set(feature, bytes, from, to)
    i = skipBlank(bytes, to)
    if (bytes[i] === 0x2c) i = skipBlank(bytes, i + 1)
  }
}

function isName(bytes: Uint8Array, from: number, to: number, isEscaped: boolean, { name, bytes: own, isPlain }: Wanted): boolean {
  // An escape, or bytes that are not UTF-8, may stand for the same name.
  if (isEscaped || !isPlain) return stringText(bytes, from, to, isEscaped) === name
  if (to - from !== own.length) return false
  for (let i = 0; i < own.length; i++) if (bytes[from + i] !== own[i]) return false
  return true
}
