/** What a template does: it sets the look of what is drawn next and takes its tool in hand, or gives its look to what is selected. */
import type { AnnotationTemplate } from '../../../../electron/contract/annotation.ts'
import { applyTemplate } from '../../../document/annotations/commands.ts'
import { annotationStore, chooseTool } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'

export function drawWithTemplate({ kind, style, symbol, status, curved, tapered }: AnnotationTemplate): void {
  annotationStore.setState(({ drafts }) => ({ drafts: { ...drafts, [kind]: { style, symbol, status, curved, tapered } } }))
  chooseTool(kind)
}

export const applyToSelected = (template: AnnotationTemplate): void =>
  runCommand(applyTemplate(currentDocument(), annotationStore.getState().selected, template))
