/** A page may not smuggle a path into the next start: a journal that it writes names only files that were let in. */
import type { JournalRecord, JournalState } from '../contract/recovery.ts'
import { RefusalError } from '../contract/refusal.ts'
import type { Admission } from './admission.ts'
import { layerPathsIn, layerPathsOf } from './journalReader.ts'

/** @throws RefusalError when it names a file that was never let in */
export function checkState(state: JournalState, admission: Admission): void {
  check(layerPathsOf({ state, records: [] }), [state.path], admission)
}

/** @throws RefusalError when they name a file that was never let in */
export function checkRecords(records: JournalRecord[], admission: Admission): void {
  check(
    layerPathsIn(records),
    records.map((record) => (record.kind === 'saved' ? record.path : null)),
    admission,
  )
}

function check(layers: string[], documents: (string | null)[], admission: Admission): void {
  const strange = layers.find((path) => !admission.has(path))
  if (strange !== undefined)
    throw new RefusalError({ message: `A layer names a file that was not opened here (${strange.slice(0, 200)}).` })
  if (documents.some((path) => path !== null && !admission.has(path)))
    throw new RefusalError({ message: 'The map names a file that was not opened here.' })
}
