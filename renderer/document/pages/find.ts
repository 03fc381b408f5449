/** Finding one's way among the pages of a document. */
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Page, PageElement } from '../../../electron/contract/page.ts'

export const findPage = (document: MapDocument, id: string): Page | null => document.pages.find((page) => page.id === id) ?? null

export function findElement(document: MapDocument, pageId: string, id: string): PageElement | null {
  return findPage(document, pageId)?.elements.find((element) => element.id === id) ?? null
}

/** In the order of drawing. */
export function findElements(document: MapDocument, pageId: string, ids: readonly string[]): PageElement[] {
  return findPage(document, pageId)?.elements.filter(({ id }) => ids.includes(id)) ?? []
}

/** “Map update”, in a few letters. */
export const pageName = (document: MapDocument, id: string): string => short(findPage(document, id)?.name ?? '', 'page')

/** 'Legend', or '3 elements'. */
export function elementNames(document: MapDocument, pageId: string, ids: readonly string[]): string {
  const [only] = ids
  const element = ids.length === 1 && only !== undefined ? findElement(document, pageId, only) : null
  return element === null ? `${ids.length} elements` : short(element.name, 'element')
}

function short(name: string, without: string): string {
  const trimmed = name.trim()
  if (trimmed === '') return without
  const letters = Array.from(trimmed)
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : trimmed
}
