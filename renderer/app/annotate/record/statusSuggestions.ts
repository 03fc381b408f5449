import type { Annotation, AnnotationTemplate } from '../../../../electron/contract/annotation.ts'
import { facetsOf } from '../../../document/annotations/list.ts'
import { shippedTemplates } from '../../../document/annotations/templates.ts'

/** Statuses in use, most frequent first; then those of the user's templates and of the shipped ones. Each once. */
export function statusSuggestions(annotations: readonly Annotation[], own: readonly AnnotationTemplate[]): string[] {
  const inUse = facetsOf(annotations).statuses.map(({ value }) => value)
  const all = [...inUse, ...own.map(({ status }) => status), ...shippedTemplates.map(({ status }) => status)]
  return [...new Set(all)].filter((status) => status.trim() !== '').slice(0, 200)
}
