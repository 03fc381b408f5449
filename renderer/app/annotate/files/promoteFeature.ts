/** Makes an annotation of a feature of a layer: its exact geometry, and its attributes as the record. */
import { call } from '../../../bridge/index.ts'
import { findLayer } from '../../../document/layers.ts'
import { promote } from '../../../document/exchange/promote.ts'
import { addAnnotations } from '../../../document/annotations/commands.ts'
import { selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { notify, notifyRefusal } from '../../../store/noticeStore.ts'
import { clearIdentified, type Identified } from '../../../store/selectionStore.ts'
import { sourceOf } from '../../../store/sourceStore.ts'
import { report } from '../../files.ts'
import { importSentence } from './sentences.ts'

export async function promoteFeature({ layerId, layerName, record }: Identified): Promise<void> {
  await report(async () => {
    const layer = findLayer(currentDocument(), layerId)
    const source = layer === null ? null : sourceOf(layer.path)
    if (source === null) return
    const geometry = await call('layers.geometry', { source: source.id, feature: record.feature })
    const taken = new Set(currentDocument().annotations.map(({ id }) => id))
    const { annotations, problems } = promote(geometry, record, layerName, { taken })
    if (annotations.length > 0) {
      runCommand(addAnnotations(annotations, 'promotion of'))
      clearIdentified()
      selectAnnotations(annotations.map(({ id }) => id))
    }
    const sentence = importSentence(annotations.length, `from layer ${layerName}`, problems).replace('imported', 'made')
    if (problems.length === 0) notify(sentence)
    else
      notifyRefusal({ message: sentence, advice: problems.map(({ message }) => message).join(' '), file: null, line: null, column: null })
  })
}
