/** Edits of the selected annotations' records. What a user does without letting go (the keys typed into a field, a drag of a slider) is one entry of the history. */
import type { AnnotationProperties, AnnotationStyle } from '../../../../electron/contract/annotation.ts'
import { type RecordFields, setProperties, setSource, setStyle } from '../../../document/annotations/commands.ts'
import { annotationStore } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import { presentRun } from '../../styling/styleRuns.ts'

const ids = (): readonly string[] => annotationStore.getState().selected
const run = (): { gesture: string } => ({ gesture: presentRun() })

export const editRecord = (fields: RecordFields): void => runCommand(setProperties(currentDocument(), ids(), fields, run()))

export const editSource = (source: Partial<AnnotationProperties['source']>): void =>
  runCommand(setSource(currentDocument(), ids(), source, run()))

export const editStyle = (style: Partial<AnnotationStyle>): void => runCommand(setStyle(currentDocument(), ids(), style, run()))
