/** Everything that can be done to the pages of a document and to the elements on them. Each function makes a command; `history.ts` runs it. */
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Page, PageBox, PageElement, PageSize } from '../../../electron/contract/page.ts'
import type { Command } from '../history.ts'
import { withinBounds } from './box.ts'
import { elementNames, findPage, pageName } from './find.ts'
import { resized } from './resize.ts'

export { findElement, findElements, findPage } from './find.ts'
export * from './order.ts'

export const maxPages = 50
export const maxElements = 500

type FieldsOf<T> = T extends PageElement ? Partial<Omit<T, 'type' | 'id'>> : never
/** Fields of one type of element, or those that all have. */
export type ElementChange = FieldsOf<PageElement>

/** @param index where among the pages; at the end when left out */
export function addPage(page: Page, index?: number): Command {
  return {
    name: `adding page ${page.name}`,
    change: (draft) => {
      if (draft.pages.length >= maxPages || draft.pages.some(({ id }) => id === page.id)) return
      draft.pages.splice(Math.min(draft.pages.length, Math.max(0, index ?? draft.pages.length)), 0, page)
    },
  }
}

export function removePage(document: MapDocument, id: string): Command {
  return {
    name: `removal of page ${pageName(document, id)}`,
    change: (draft) => {
      const index = draft.pages.findIndex((page) => page.id === id)
      if (index >= 0) draft.pages.splice(index, 1)
    },
  }
}

/** A copy behind the original. */
export function duplicatePage(document: MapDocument, id: string, newId: string): Command {
  const page = findPage(document, id)
  const index = document.pages.findIndex((one) => one.id === id)
  if (page === null) return { name: 'duplication of page', change: () => {} }
  return {
    ...addPage({ ...page, id: newId, name: `${page.name} copy`.slice(0, 500) }, index + 1),
    name: `duplication of page ${pageName(document, id)}`,
  }
}

export function renamePage(document: MapDocument, id: string, name: string): Command {
  return pageCommand(document, id, 'rename of page', (page) => {
    if (name.trim() !== '') page.name = name.trim().slice(0, 500)
  })
}

/** @param index counted after the page was taken out */
export function movePage(document: MapDocument, id: string, index: number): Command {
  return {
    name: `move of page ${pageName(document, id)}`,
    change: (draft) => {
      const from = draft.pages.findIndex((page) => page.id === id)
      const to = Math.min(draft.pages.length - 1, Math.max(0, index))
      const page = document.pages.find((one) => one.id === id)
      if (from < 0 || from === to || page === undefined) return
      draft.pages.splice(from, 1)
      draft.pages.splice(to, 0, page)
    },
  }
}

/** What is on the page goes along: boxes with their side, type with the shorter one, and the map shows at least what it showed. */
export function setPageSize(document: MapDocument, id: string, size: PageSize): Command {
  const page = findPage(document, id)
  return pageCommand(document, id, 'size of page', (draft) => {
    if (page !== null && JSON.stringify(page.size) !== JSON.stringify(size)) Object.assign(draft, resized(page, size))
  })
}

export function setPage(
  document: MapDocument,
  id: string,
  fields: Partial<Pick<Page, 'marginMm' | 'background'>>,
  gesture?: string,
): Command {
  return withGesture(
    pageCommand(document, id, 'change of page', (page) => assignChanged(page, fields)),
    gesture,
    `page ${id} ${Object.keys(fields).join(' ')}`,
  )
}

/** Puts another composition in the place of what is on the page, as a preset does. */
export function replaceElements(document: MapDocument, id: string, page: Pick<Page, 'elements' | 'background' | 'marginMm'>): Command {
  return pageCommand(document, id, 'new layout of page', (draft) => {
    draft.elements = page.elements.slice(0, maxElements)
    draft.background = page.background
    draft.marginMm = page.marginMm
  })
}

/** Over the others, in their order. Ids that are there already are left out. */
export function addElements(pageId: string, elements: readonly PageElement[], word = 'adding'): Command {
  const [first] = elements
  return {
    name: `${word} ${elements.length === 1 && first !== undefined ? first.name : `${elements.length} elements`}`,
    change: (draft) => {
      const page = findPage(draft, pageId)
      if (page === null) return
      const taken = new Set(page.elements.map(({ id }) => id))
      page.elements.push(...elements.filter(({ id }) => !taken.has(id)).slice(0, maxElements - page.elements.length))
    },
  }
}

/** Locked elements stay. */
export function removeElements(document: MapDocument, pageId: string, ids: readonly string[]): Command {
  return {
    name: `removal of ${elementNames(document, pageId, ids)}`,
    change: (draft) => {
      const page = findPage(draft, pageId)
      if (page === null) return
      for (let index = page.elements.length - 1; index >= 0; index -= 1) {
        const element = page.elements[index]
        if (element !== undefined && ids.includes(element.id) && !element.locked) page.elements.splice(index, 1)
      }
    },
  }
}

/** Copies over the others, a little to the lower right, unlocked. `newIds` has an id for each of `ids`. */
export function duplicateElements(
  document: MapDocument,
  pageId: string,
  ids: readonly string[],
  newIds: readonly string[],
  byMm = 5,
): Command {
  const originals = findPage(document, pageId)?.elements.filter(({ id }) => ids.includes(id)) ?? []
  const copies = originals.map((element): PageElement => ({
    ...element,
    id: newIds[ids.indexOf(element.id)] ?? crypto.randomUUID(),
    box: withinBounds({ ...element.box, x: element.box.x + byMm, y: element.box.y + byMm }),
    locked: false,
  }))
  return addElements(pageId, copies, 'duplication of')
}

/** Moves and resizes. Locked elements stay. @param gesture names the drag that this is part of */
export function setBoxes(
  document: MapDocument,
  pageId: string,
  boxes: ReadonlyMap<string, PageBox>,
  word: 'move of' | 'size of',
  gesture?: string,
): Command {
  const ids = [...boxes.keys()]
  const command = elementCommand(document, pageId, ids, word, (element) => {
    const wanted = boxes.get(element.id)
    if (wanted === undefined || element.locked) return
    const box = withinBounds(wanted)
    if (!sameBox(element.box, box)) element.box = box
  })
  return withGesture(command, gesture, `boxes ${pageId} ${ids.length} ${ids[0] ?? ''}`)
}

/** Fields of elements. Each takes those that it has; place and size of a locked one stay. @param gesture as the run of keystrokes, or the drag of a slider */
export function setElements(
  document: MapDocument,
  pageId: string,
  ids: readonly string[],
  change: ElementChange,
  gesture?: string,
): Command {
  const fields = Object.keys(change)
  const word = fields.length === 1 ? (fieldWords[fields[0] ?? ''] ?? 'change of') : 'change of'
  const command = elementCommand(document, pageId, ids, word, (element) => {
    const own = Object.fromEntries(Object.entries(change).filter(([field]) => field in element && !(field === 'box' && element.locked)))
    assignChanged(element, own)
    if (change.box !== undefined) assignChanged(element, { box: withinBounds(element.box) })
  })
  return withGesture(command, gesture, `element ${pageId} ${ids.length} ${ids[0] ?? ''} ${fields.join(' ')}`)
}

const fieldWords: Record<string, string> = {
  name: 'rename of',
  text: 'text of',
  style: 'type of',
  view: 'view of',
  locked: 'locking of',
  visible: 'showing of',
  panel: 'ground of',
  changes: 'entries of',
}

function pageCommand(document: MapDocument, id: string, word: string, change: (page: Page) => void): Command {
  return {
    name: `${word} ${pageName(document, id)}`,
    change: (draft) => {
      const page = findPage(draft, id)
      if (page !== null) change(page)
    },
  }
}

function elementCommand(
  document: MapDocument,
  pageId: string,
  ids: readonly string[],
  word: string,
  change: (element: PageElement) => void,
): Command {
  return {
    name: `${word} ${elementNames(document, pageId, ids)}`,
    change: (draft) => {
      for (const element of findPage(draft, pageId)?.elements ?? []) if (ids.includes(element.id)) change(element)
    },
  }
}

const withGesture = (command: Command, gesture: string | undefined, of: string): Command =>
  gesture === undefined ? command : { ...command, gesture: `${of} ${gesture}` }

/** Only what becomes different is touched, so that a command without effect leaves no entry. */
function assignChanged<T extends object>(target: T, fields: Partial<T>): void {
  for (const [field, value] of Object.entries(fields) as [keyof T, T[keyof T]][])
    if (value !== undefined && JSON.stringify(target[field]) !== JSON.stringify(value)) target[field] = value
}

const sameBox = (a: PageBox, b: PageBox): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
