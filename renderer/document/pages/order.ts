/** Commands that change which element is drawn over which. The list of a page has the bottom first. */
import { current, isDraft } from 'immer'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { PageElement } from '../../../electron/contract/page.ts'
import type { Command } from '../history.ts'
import { elementNames, findPage } from './find.ts'

/** One step up, over the next one that is not moved itself. */
export const bringElementsForward = (document: MapDocument, pageId: string, ids: readonly string[]): Command =>
  orderCommand(document, pageId, ids, 'bringing forward', (list, isMoved) => stepDown(list.toReversed(), isMoved).toReversed())

export const sendElementsBackward = (document: MapDocument, pageId: string, ids: readonly string[]): Command =>
  orderCommand(document, pageId, ids, 'sending backward', (list, isMoved) => stepDown([...list], isMoved))

/** Over all others, in their own order. */
export const bringElementsToFront = (document: MapDocument, pageId: string, ids: readonly string[]): Command =>
  orderCommand(document, pageId, ids, 'bringing to front', (list, isMoved) => [
    ...list.filter((one) => !isMoved(one)),
    ...list.filter(isMoved),
  ])

export const sendElementsToBack = (document: MapDocument, pageId: string, ids: readonly string[]): Command =>
  orderCommand(document, pageId, ids, 'sending to back', (list, isMoved) => [
    ...list.filter(isMoved),
    ...list.filter((one) => !isMoved(one)),
  ])

/** @param index place from the bottom, counted after the element was taken out */
export const moveElement = (document: MapDocument, pageId: string, id: string, index: number): Command =>
  orderCommand(document, pageId, [id], 'reordering', (list, isMoved) =>
    list.filter((one) => !isMoved(one)).toSpliced(Math.max(0, index), 0, ...list.filter(isMoved)),
  )

type Reorder = (list: readonly PageElement[], isMoved: (one: PageElement) => boolean) => PageElement[]

function orderCommand(document: MapDocument, pageId: string, ids: readonly string[], word: string, reorder: Reorder): Command {
  return {
    name: `${word} ${elementNames(document, pageId, ids)}`,
    change: (draft) => {
      const page = findPage(draft, pageId)
      if (page === null) return
      const before = isDraft(page.elements) ? current(page.elements) : page.elements
      const after = reorder(before, ({ id }) => ids.includes(id))
      if (after.some((element, index) => element !== before[index])) page.elements = after
    },
  }
}

/** Changes places with the one before. Those that stand at the beginning already stay there. */
function stepDown(list: PageElement[], isMoved: (one: PageElement) => boolean): PageElement[] {
  for (let index = 1; index < list.length; index += 1) {
    const [before, one] = [list[index - 1], list[index]]
    if (before !== undefined && one !== undefined && isMoved(one) && !isMoved(before)) {
      list[index - 1] = one
      list[index] = before
    }
  }
  return list
}
