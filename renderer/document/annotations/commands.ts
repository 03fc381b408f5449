/**
 * Everything that can be done to annotations. Each function makes a command; `history.ts` runs it. A locked annotation keeps its place, its shape and its
 * being there; its record and its look may still be changed.
 */
import type { Annotation, AnnotationProperties, AnnotationStyle, AnnotationTemplate } from '../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Command } from '../history.ts'
import { editCommand, findAnnotations, namesOf, replaceList, type When } from './change.ts'
import { kindFits } from './kinds.ts'
import { describe } from './new.ts'
import { type Offset, shifted } from './transform.ts'

export { findAnnotation, findAnnotations, type When } from './change.ts'
export * from './arrange.ts'
export * from './order.ts'

/** The part of an annotation that the record panel edits. Source fields are given together. */
export type RecordFields = Partial<Omit<AnnotationProperties, 'kind' | 'style' | 'locked' | 'visible' | 'created' | 'modified'>>

/** Puts annotations over the others, in their order. Ids that are there already are left out. */
export function addAnnotations(annotations: readonly Annotation[], word = 'adding'): Command {
  const [first] = annotations
  return {
    name: annotations.length === 1 && first !== undefined ? `${word} ${describe(first)}` : `${word} ${annotations.length} annotations`,
    change: (draft) => {
      const taken = new Set(
        findAnnotations(
          draft,
          annotations.map(({ id }) => id),
        ).map(({ id }) => id),
      )
      draft.annotations.push(...annotations.filter(({ id }) => !taken.has(id)))
    },
  }
}

/** Locked annotations stay. */
export function removeAnnotations(document: MapDocument, ids: readonly string[]): Command {
  const going = unlockedOf(document, ids)
  return {
    name: `removal of ${namesOf(document, going)}`,
    change: (draft) => {
      const wanted = new Set(ids)
      replaceList(draft, (annotations) => annotations.filter(({ id, properties }) => !wanted.has(id) || properties.locked))
    },
  }
}

/** Fields of the record, the same for every annotation. While a user types, the run of keystrokes is one gesture. */
export function setProperties(document: MapDocument, ids: readonly string[], fields: RecordFields, when: When = {}): Command {
  const names = Object.keys(fields)
  const word = names.length === 1 ? fieldWord(names[0] ?? '') : 'change of'
  return editCommand(document, ids, word, when, () => ({ properties: fields }))
}

/** One field of the source, the others kept. */
export function setSource(
  document: MapDocument,
  ids: readonly string[],
  source: Partial<AnnotationProperties['source']>,
  when: When = {},
): Command {
  return editCommand(document, ids, 'source of', when, ({ properties }) => ({
    properties: { source: { ...properties.source, ...source } },
  }))
}

export function setStyle(document: MapDocument, ids: readonly string[], style: Partial<AnnotationStyle>, when: When = {}): Command {
  return editCommand(document, ids, 'style of', when, ({ properties }) => ({ properties: { style: { ...properties.style, ...style } } }))
}

/** Kind, look and status in one click. The kind stays where the geometry does not suit the template's. */
export function applyTemplate(document: MapDocument, ids: readonly string[], template: AnnotationTemplate, when: When = {}): Command {
  const { name, kind, status, symbol, style, curved, tapered } = template
  return editCommand(document, ids, `“${name}” for`, when, (annotation) => ({
    properties: kindFits(annotation, kind) ? { kind, status, symbol, style, curved, tapered } : { status, style },
  }))
}

/** Copies over the originals, unlocked. `newIds` has an id for each of `ids`. */
export function duplicateAnnotations(
  document: MapDocument,
  ids: readonly string[],
  newIds: readonly string[],
  by: Offset,
  { now = new Date().toISOString() }: When = {},
): Command {
  const copies = findAnnotations(document, ids).map((annotation): Annotation => ({
    ...annotation,
    id: newIds[ids.indexOf(annotation.id)] ?? crypto.randomUUID(),
    geometry: shifted(annotation.geometry, by),
    properties: { ...annotation.properties, locked: false, created: now, modified: now },
  }))
  return addAnnotations(copies, 'duplication of')
}

export function setLocked(document: MapDocument, ids: readonly string[], locked: boolean, when: When = {}): Command {
  return editCommand(document, ids, locked ? 'locking' : 'unlocking', when, () => ({ properties: { locked } }))
}

export function setVisible(document: MapDocument, ids: readonly string[], visible: boolean, when: When = {}): Command {
  return editCommand(document, ids, visible ? 'showing' : 'hiding', when, () => ({ properties: { visible } }))
}

function unlockedOf(document: MapDocument, ids: readonly string[]): string[] {
  return findAnnotations(document, ids)
    .filter(({ properties }) => !properties.locked)
    .map(({ id }) => id)
}

const fieldWords: Record<string, string> = {
  validFrom: 'start of validity of',
  validTo: 'end of validity of',
  reported: 'report date of',
  labelOffsetMm: 'label place of',
  boxWidthMm: 'box width of',
  radiiM: 'radius of',
  curved: 'curve of',
  tapered: 'taper of',
}

const fieldWord = (field: string): string => fieldWords[field] ?? `${field} of`
