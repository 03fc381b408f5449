/** The selected rows on the clipboard, in the order and with the columns of the table. */
import type { FeatureRecord, SourceId } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { notify } from '../../store/noticeStore.ts'
import { maxClipboardCharacters } from '../attributes/tabSeparated.ts'
import { report } from '../files.ts'
import { formatCount, howMany } from '../layers/words.ts'
import { headerLine, rowLine } from './rowsAsText.ts'

const batch = 1_000

/** @param features in the order of the table @param fields of the columns that are shown */
export async function copyRows(source: SourceId, features: readonly number[], fields: readonly string[]): Promise<void> {
  await report(async () => {
    const { text, rows } = await rowsThatFit(features, fields, async (some) => call('layers.records', { source, features: some }))
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
  for (let first = 0; first < features.length; first += batch) {
    const some = features.slice(first, first + batch)
    // The file is read from its beginning to its end, whatever the order of the rows.
    const found = new Map((await recordsOf(some.toSorted((a, b) => a - b))).map((record) => [record.feature, record]))
    for (const feature of some) {
      const record = found.get(feature)
      if (record === undefined) continue
      const line = rowLine(record, fields)
      length += line.length + 1
      if (length > maxClipboardCharacters) return { text: lines.join('\n'), rows: lines.length - 1 }
      lines.push(line)
    }
  }
  return { text: lines.join('\n'), rows: lines.length - 1 }
}
