/** How a command changes annotations: only those that become different are touched, and those are stamped with the time. */
import { current, type Draft, isDraft } from 'immer'
import type { Annotation, AnnotationGeometry, AnnotationProperties } from '../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Command } from '../history.ts'
import { describe } from './new.ts'
import { placesOf } from './places.ts'

/** When something is done, and what it is part of. */
export type When = {
  /** ISO 8601, UTC; the clock's when left out. */
  now?: string
  /** Names the drag or the run of keystrokes that this change belongs to; changes of the same annotations with the same name become one entry of the history. */
  gesture?: string
}

/** What becomes of an annotation; what is left out stays. */
export type Change = { geometry?: AnnotationGeometry; properties?: Partial<AnnotationProperties> }

/**
 * @param word completes "Undo …" before the annotations' name: 'move of'
 * @param edit looks at an annotation as it is, and says what becomes of it
 */
export function editCommand(
  document: MapDocument,
  ids: readonly string[],
  word: string,
  when: When,
  edit: (annotation: Annotation) => Change,
): Command {
  const now = when.now ?? new Date().toISOString()
  return {
    name: `${word} ${namesOf(document, ids)}`,
    ...(when.gesture === undefined ? {} : { gesture: `${word} ${ids.length} ${ids[0] ?? ''} ${when.gesture}` }),
    change: (draft) => {
      // In the plain list: a look at each of 5,000 drafts would make 5,000 proxies.
      const indexes = placesOf(plain(draft.annotations), ids)
      if (indexes.length > bulk) {
        const chosen = new Set(indexes)
        replaceList(draft, (list) => list.map((one, index) => (chosen.has(index) ? changedCopy(one, edit(one), now) : one)))
        return
      }
      for (const index of indexes) {
        const target = draft.annotations[index]
        if (target === undefined) continue
        const changes = differences(plain(target), edit(plain(target)))
        if (changes === null) continue
        if (changes.geometry !== undefined) target.geometry = changes.geometry
        Object.assign(target.properties, changes.properties, { modified: now })
      }
    },
  }
}

/** From so many on, a new list is quicker than a draft of each annotation. */
const bulk = 100

/** Puts another list in the place of the annotations. The annotations in it stay the same objects. */
export function replaceList(draft: MapDocument, change: (annotations: readonly Annotation[]) => Annotation[]): void {
  const before = plain(draft.annotations)
  const after = change(before)
  if (after.length !== before.length || after.some((annotation, index) => annotation !== before[index])) draft.annotations = after
}

export const findAnnotation = (document: MapDocument, id: string): Annotation | null => findAnnotations(document, [id])[0] ?? null

/** The annotations with these ids, in the document's order: bottom first. */
export function findAnnotations(document: MapDocument, ids: readonly string[]): Annotation[] {
  const list = plain(document.annotations)
  return placesOf(list, ids).flatMap((place) => list[place] ?? [])
}

/** 'Camp Taji', or '3 annotations'. */
export function namesOf(document: MapDocument, ids: readonly string[]): string {
  const [only] = ids
  const one = ids.length === 1 && only !== undefined ? findAnnotation(document, only) : null
  return one === null ? `${ids.length} annotations` : describe(one)
}

/** What a draft holds at this moment; the thing itself when it is no draft. Costs nothing for a draft that was not changed. */
function plain<T extends object>(value: T): T {
  return isDraft(value) ? current(value as Draft<T>) : value
}

/** The part of a change that makes a difference; null when none does. */
function differences(annotation: Annotation, { geometry, properties = {} }: Change): Change | null {
  const moved = geometry !== undefined && !isSame(annotation.geometry, geometry)
  const fields = Object.entries(properties).filter(
    ([name, value]) => value !== undefined && !isSame(annotation.properties[name as keyof AnnotationProperties], value),
  )
  if (!moved && fields.length === 0) return null
  return { ...(moved ? { geometry } : {}), properties: Object.fromEntries(fields) }
}

function changedCopy(annotation: Annotation, change: Change, now: string): Annotation {
  const changes = differences(annotation, change)
  if (changes === null) return annotation
  return {
    ...annotation,
    geometry: changes.geometry ?? annotation.geometry,
    properties: { ...annotation.properties, ...changes.properties, modified: now },
  }
}

/** Equality of values that JSON can write. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
}
