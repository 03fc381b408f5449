/** Annotations in and out: reads a file that the user chose, writes one where he says, and tells in a sentence what came of it. */
import type { LayerProblem } from '../../../../electron/contract/layer.ts'
import { call } from '../../../bridge/index.ts'
import { addAnnotations } from '../../../document/annotations/commands.ts'
import { writeCsv } from '../../../document/exchange/csv.ts'
import { readGeoJson, writeGeoJson } from '../../../document/exchange/geojson.ts'
import type { Imported } from '../../../document/exchange/imported.ts'
import { readKml } from '../../../document/exchange/kmlRead.ts'
import { writeKml } from '../../../document/exchange/kmlWrite.ts'
import { chooseTool, selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { notify, notifyRefusal } from '../../../store/noticeStore.ts'
import { report } from '../../files.ts'
import { zoomToAnnotations } from '../actions.ts'
import { exportSentence, importSentence, looksLikeKml } from './sentences.ts'

export async function importAnnotations(): Promise<void> {
  await report(async () => {
    const chosen = await call('annotations.import', {})
    if (chosen === null) return
    const { name, text } = chosen
    const options = { file: name, taken: new Set(currentDocument().annotations.map(({ id }) => id)) }
    takeIn(looksLikeKml(name, text) ? readKml(text, options) : readGeoJson(text, options), `from ${name}`, 'import of')
  })
}

/** Puts what was read on the map, selects it, and says what was left out. */
export function takeIn({ annotations, problems }: Imported, from: string, word: string): void {
  if (annotations.length > 0) {
    runCommand(addAnnotations(annotations, word))
    const ids = annotations.map(({ id }) => id)
    chooseTool(null)
    selectAnnotations(ids)
    zoomToAnnotations(ids)
  }
  tell(importSentence(annotations.length, from, problems), problems)
}

function tell(sentence: string, problems: readonly LayerProblem[]): void {
  const details = problems.slice(0, 5).map(({ message }) => message)
  const more = problems.length > 5 ? `and ${problems.length - 5} more` : ''
  const advice = [...details, more].filter((part) => part !== '').join(' ')
  // What was left out must not go by itself before it was read.
  if (problems.length === 0) notify(sentence)
  else notifyRefusal({ message: sentence, advice, file: null, line: null, column: null })
}

export type ExportKind = 'geojson' | 'kml' | 'csv'

/** All annotations of the map, hidden ones too. */
export async function exportAnnotations(kind: ExportKind): Promise<void> {
  await report(async () => {
    const { annotations, title } = currentDocument()
    const text = kind === 'kml' ? writeKml(annotations, title) : kind === 'csv' ? writeCsv(annotations) : writeGeoJson(annotations)
    const written = await call('annotations.export', { suggestedName: title.slice(0, 10_000), text, kind })
    if (written !== null) notify(exportSentence(annotations.length, written.name))
  })
}
