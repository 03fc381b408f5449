/** Commands that change which annotation is drawn over which. The list of a document has the bottom first. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Command } from '../history.ts'
import { namesOf, replaceList } from './change.ts'

/** One step up, over the next one that is not moved itself. */
export function bringForward(document: MapDocument, ids: readonly string[]): Command {
  return orderCommand(document, ids, 'bringing forward', (annotations, isMoved) => stepUp(annotations.toReversed(), isMoved).toReversed())
}

export function sendBackward(document: MapDocument, ids: readonly string[]): Command {
  return orderCommand(document, ids, 'sending backward', (annotations, isMoved) => stepUp([...annotations], isMoved))
}

/** Over all others, in their own order. */
export function bringToFront(document: MapDocument, ids: readonly string[]): Command {
  return orderCommand(document, ids, 'bringing to front', (annotations, isMoved) => [
    ...annotations.filter((one) => !isMoved(one)),
    ...annotations.filter(isMoved),
  ])
}

export function sendToBack(document: MapDocument, ids: readonly string[]): Command {
  return orderCommand(document, ids, 'sending to back', (annotations, isMoved) => [
    ...annotations.filter(isMoved),
    ...annotations.filter((one) => !isMoved(one)),
  ])
}

type Reorder = (annotations: readonly Annotation[], isMoved: (one: Annotation) => boolean) => Annotation[]

function orderCommand(document: MapDocument, ids: readonly string[], word: string, reorder: Reorder): Command {
  const moved = new Set(ids)
  return {
    name: `${word} ${namesOf(document, ids)}`,
    change: (draft) => replaceList(draft, (annotations) => reorder(annotations, ({ id }) => moved.has(id))),
  }
}

/** Changes places with the one before. Those that stand at the beginning already stay there. */
function stepUp(list: Annotation[], isMoved: (one: Annotation) => boolean): Annotation[] {
  for (let index = 1; index < list.length; index += 1) {
    const [before, one] = [list[index - 1], list[index]]
    if (before !== undefined && one !== undefined && isMoved(one) && !isMoved(before)) {
      list[index - 1] = one
      list[index] = before
    }
  }
  return list
}
