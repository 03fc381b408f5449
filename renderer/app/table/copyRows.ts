/** The selected rows on the clipboard, in the order and with the columns of the table. */
import type { FeatureRecord, SourceId } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { notify } from '../../store/noticeStore.ts'
import { maxClipboardCharacters } from '../attributes/tabSeparated.ts'
import { report } from '../files.ts'
import { formatCount, howMany } from '../layers/words.ts'
import { headerLine, rowLine } from './rowsAsText.ts'

/** Features that are asked for at once. */
const batch = 1_000
/** Rows that are put in the order of the file together. */
const maxStretch = 20_000
/** Work that takes longer than this is told. */
const patienceMs = 500

/** @param features in the order of the table @param fields of the columns that are shown */
export async function copyRows(source: SourceId, features: readonly number[], fields: readonly string[]): Promise<void> {
  await report(async () => {
    const telling = setTimeout(() => notify('The rows are being read for the clipboard…'), patienceMs)
    const { text, rows } = await rowsThatFit(features, fields, async (some) => call('layers.records', { source, features: some })).finally(
      () => clearTimeout(telling),
    )
    await call('clipboard.write', { text })
    if (rows === features.length) notify(`${howMany(rows, 'row')} copied.`)
    else {
      notify(
        `Only the first ${formatCount(rows)} of ${howMany(features.length, 'row')} were copied: the clipboard takes a million characters.`,
        'Export the layer as CSV to have them all.',
      )
    }
  })
}

/** @returns whole rows, as many as the clipboard takes at once, and how many they are */
export async function rowsThatFit(
  features: readonly number[],
  fields: readonly string[],
  recordsOf: (features: number[]) => Promise<FeatureRecord[]>,
): Promise<{ text: string; rows: number }> {
  const lines = [headerLine(fields)]
  let length = lines[0]?.length ?? 0
  for (let first = 0; first < features.length;) {
    const some = features.slice(first, first + stretchFor(lines.length, length))
    const found = await inOrderOfFile(some, recordsOf)
    for (const feature of some) {
      const record = found.get(feature)
      if (record === undefined) continue
      const line = rowLine(record, fields)
      length += line.length + 1
      if (length > maxClipboardCharacters) return { text: lines.join('\n'), rows: lines.length - 1 }
      lines.push(line)
    }
    first += some.length
  }
  return { text: lines.join('\n'), rows: lines.length - 1 }
}

/** A few rows first; then as many as there is room for, if they are as long as those before. */
function stretchFor(lines: number, length: number): number {
  if (lines === 1) return batch
  return Math.min(maxStretch, Math.max(100, Math.ceil((maxClipboardCharacters - length) / (length / lines))))
}

/** The file is read from its beginning to its end, whatever the order of the rows. */
async function inOrderOfFile(
  features: readonly number[],
  recordsOf: (features: number[]) => Promise<FeatureRecord[]>,
): Promise<Map<number, FeatureRecord>> {
  const found = new Map<number, FeatureRecord>()
  const ordered = features.toSorted((a, b) => a - b)
  for (let first = 0; first < ordered.length; first += batch) {
    for (const record of await recordsOf(ordered.slice(first, first + batch))) found.set(record.feature, record)
  }
  return found
}
