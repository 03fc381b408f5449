/** Page mode: which page is shown, what of it is selected, and what is being dragged. The pages themselves are in the document. */
import { useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { Page, PageElement } from '../../../electron/contract/page.ts'
import type { NameOnPage } from '../../export/names.ts'
import type { LayerFacts } from '../../page/context.ts'
import type { PageDrawing } from '../../page/drawing.ts'
import type { Guide } from '../../page/snap.ts'
import { currentDocument, documentStore } from '../../store/documentStore.ts'
import { useStore } from '../parts/useStore.ts'

export type PageState = {
  isOpen: boolean
  /** The page that is shown; another, or none, when it is not there any more. */
  pageId: string | null
  /** Ids of elements, in the order of selection. */
  selected: readonly string[]
  /** Element or page whose name is being typed. */
  renaming: string | null
  /** The page as it would be if the hand let go now; null when nothing is dragged. */
  draft: Page | null
  /** What it rests on. */
  guides: readonly Guide[]
  /** Of the paper: 1 shows a millimetre as a millimetre of 96 dots to the inch. */
  zoom: number | 'fit'
  /** What `fit` comes to. */
  fitZoom: number
  /** What is inside each frame, by its id; null before it was found out. */
  facts: ReadonlyMap<string, readonly LayerFacts[]> | null
  /** As it is shown. */
  drawing: PageDrawing | null
  /** Names of the map that the page that is drawn does not show whole. */
  unseenNames: readonly NameOnPage[]
  /** One of them, whose place is marked on the page. */
  pointedOut: NameOnPage | null
  /** Size of the window's map when page mode was entered, CSS pixels. */
  mapSizePx: { width: number; height: number }
}

export const pageStore = createStore<PageState>(() => ({
  isOpen: false,
  pageId: null,
  selected: [],
  renaming: null,
  draft: null,
  guides: [],
  zoom: 'fit',
  fitZoom: 1,
  facts: null,
  drawing: null,
  unseenNames: [],
  pointedOut: null,
  mapSizePx: { width: 1040, height: 760 },
}))

const pageOf = ({ pages }: MapDocument, id: string | null): Page | null => pages.find((page) => page.id === id) ?? pages[0] ?? null

/** The shown page as it is in the document. */
export const shownPage = (): Page | null => pageOf(currentDocument(), pageStore.getState().pageId)

/** The shown page as it is in the document. It changes when the hand lets go: panels are not drawn anew under a drag. */
export function usePageAtRest(): Page | null {
  const id = useStore(pageStore, (state) => state.pageId)
  return useStore(documentStore, (state) => pageOf(state.history.document, id))
}

/** The shown page, with what is being dragged where it is now. */
export function usePage(): Page | null {
  const draft = useStore(pageStore, (state) => state.draft)
  const page = usePageAtRest()
  return draft !== null && draft.id === page?.id ? draft : page
}

/** Those of the selected elements that are there. */
export function useSelectedElements(page: Page | null): readonly PageElement[] {
  const selected = useStore(pageStore, (state) => state.selected)
  return useMemo(() => page?.elements.filter(({ id }) => selected.includes(id)) ?? [], [page, selected])
}

export const selectedElements = (): PageElement[] => {
  const { isOpen, selected } = pageStore.getState()
  return isOpen ? (shownPage()?.elements.filter(({ id }) => selected.includes(id)) ?? []) : []
}

export const selectElements = (selected: readonly string[]): void => pageStore.setState({ selected })

/** Follows what was drawn. A name that has found its place is pointed out no more. */
export function setNames(names: readonly NameOnPage[]): void {
  const unseen = names.filter(({ state }) => state !== 'placed')
  const { unseenNames, pointedOut } = pageStore.getState()
  const isAsBefore = unseen.length === unseenNames.length && JSON.stringify(unseen) === JSON.stringify(unseenNames)
  if (isAsBefore) return
  pageStore.setState({
    unseenNames: unseen,
    pointedOut: pointedOut === null ? null : (unseen.find((one) => isSameName(one, pointedOut)) ?? null),
  })
}

export const pointOut = (pointedOut: NameOnPage | null): void => pageStore.setState({ pointedOut })

export const isSameName = (a: NameOnPage, b: NameOnPage): boolean => a.frame === b.frame && a.key === b.key

/** CSS pixels of the window to a millimetre of the page. */
export const pxPerMmAt = ({ zoom, fitZoom }: Pick<PageState, 'zoom' | 'fitZoom'>): number => ((zoom === 'fit' ? fitZoom : zoom) * 96) / 25.4

export const [leastZoom, mostZoom] = [0.05, 8]

export function setZoom(zoom: number | 'fit'): void {
  pageStore.setState({ zoom: zoom === 'fit' ? 'fit' : Math.min(mostZoom, Math.max(leastZoom, zoom)) })
}

export function zoomPaperBy(times: number): void {
  const { zoom, fitZoom } = pageStore.getState()
  setZoom((zoom === 'fit' ? fitZoom : zoom) * times)
}
