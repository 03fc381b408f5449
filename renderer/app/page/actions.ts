/** What is done to pages and their elements from menu, palette, keyboard and panel. Each is one entry of the history. */
import type { MapDocument } from '../../../electron/contract/document.ts'
import type { ElementType, FrameView, MapFrame, Page, PageBox } from '../../../electron/contract/page.ts'
import { namedSizes, turned } from '../../../electron/contract/pageSizes.ts'
import type { Command } from '../../document/history.ts'
import {
  addElements,
  addPage,
  bringElementsForward,
  bringElementsToFront,
  duplicateElements,
  duplicatePage,
  type ElementChange,
  maxElements,
  maxPages,
  removeElements,
  removePage,
  replaceElements,
  sendElementsBackward,
  sendElementsToBack,
  setBoxes,
  setElements,
} from '../../document/pages/commands.ts'
import { createMeasure } from '../../export/letters.ts'
import type { PageContext } from '../../page/context.ts'
import { changedBoxes, dragged, nudged } from '../../page/dragging.ts'
import { groundOfMap } from '../../page/frameMoves.ts'
import { framesOf } from '../../page/mapView.ts'
import { addedElement } from '../../page/placing.ts'
import { type PresetContent, type PresetId, presetPage, presets } from '../../page/presets/index.ts'
import { type Alignment, aligned, distributed } from '../../page/snap.ts'
import { chooseTool, selectAnnotations } from '../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../store/documentStore.ts'
import { notify } from '../../store/noticeStore.ts'
import { startStyling } from '../../store/panelStore.ts'
import { clearIdentified } from '../../store/selectionStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { pageStore, selectedElements, selectElements, shownPage } from './pageStore.ts'

/** One for all pages: it knows the widths of words. */
let measure: PageContext['measure'] | null = null
export const theMeasure = (): PageContext['measure'] => (measure ??= createMeasure())

/** A map without a page is given one when page mode is entered. */
export function togglePage(): void {
  if (pageStore.getState().isOpen) {
    pageStore.setState({ isOpen: false, draft: null, guides: [] })
    return
  }
  const map = document.querySelector('section[aria-label="Map"]')
  if (map !== null && map.clientWidth > 0) pageStore.setState({ mapSizePx: { width: map.clientWidth, height: map.clientHeight } })
  // What these panels speak of stays with the map.
  chooseTool(null)
  selectAnnotations([])
  clearIdentified()
  startStyling(null)
  pageStore.setState({ isOpen: true, selected: [], draft: null, guides: [], zoom: 'fit' })
  if (currentDocument().pages.length === 0) addPresetPage('map-update')
}

const context = (): PageContext => ({ document: currentDocument(), frames: pageStore.getState().facts ?? new Map(), measure: theMeasure() })

/** The ground that the map showed last. */
export function presentView(): FrameView {
  const { center, resolutionM } = viewStore.getState()
  return { kind: 'box', box: groundOfMap(center, resolutionM, pageStore.getState().mapSizePx) }
}

export function addPresetPage(preset: PresetId): void {
  if (!hasRoomForPage()) return
  const { pages } = currentDocument()
  const { name, size } = presets.find(({ id }) => id === preset) ?? presets[0]
  const paper = turned(namedSizes.find(({ id }) => id === size)?.size ?? { unit: 'mm', width: 297, height: 210 }, 'landscape')
  const page = presetPage(preset, paper, { ...contentOf(shownPage()), context: { ...context(), frames: new Map() } })
  show(addPage({ ...page, name: freeName(name, pages) }), page.id)
}

/** What a page that is made anew takes over from the one that is shown: its ground, turned as it is, and the text of its fact box. */
function contentOf(page: Page | null): PresetContent {
  const frame = page === null ? undefined : framesOf(page)[0]
  const text = page?.elements.find((element) => element.type === 'text' && element.text.trim() !== '')
  return {
    context: context(),
    view: frame?.view ?? presentView(),
    ...(frame === undefined ? {} : { rotationDeg: frame.rotationDeg }),
    ...(text?.type === 'text' ? { text: text.text } : {}),
  }
}

export function duplicateShownPage(): void {
  const page = shownPage()
  if (page === null || !hasRoomForPage()) return
  const id = crypto.randomUUID()
  show(duplicatePage(currentDocument(), page.id, id), id)
}

export function removeShownPage(): void {
  const page = shownPage()
  if (page === null) return
  const { pages } = currentDocument()
  const at = pages.findIndex(({ id }) => id === page.id)
  const next = pages[at + 1] ?? pages[at - 1]
  show(removePage(currentDocument(), page.id), next?.id ?? null)
}

function hasRoomForPage(): boolean {
  if (currentDocument().pages.length < maxPages) return true
  notify(`A map holds up to ${maxPages} pages.`, 'Remove one before you add another.')
  return false
}

function show(command: Command, pageId: string | null): void {
  runCommand(command)
  showPage(pageId)
}

export const showPage = (pageId: string | null): void =>
  pageStore.setState({ pageId, selected: [], draft: null, guides: [], facts: null, zoom: 'fit' })

/** @param by 1 for the next page, −1 for the one before */
export function stepPage(by: 1 | -1): void {
  const { pages } = currentDocument()
  const at = pages.findIndex(({ id }) => id === shownPage()?.id)
  const page = pages[(at + by + pages.length) % pages.length]
  if (page !== undefined) showPage(page.id)
}

/** Lays the shown page out anew. The map shows what it showed, on the ground that it had, and the text of the fact box is kept. */
export function applyPreset(preset: PresetId): void {
  const page = shownPage()
  if (page === null) return
  const frame = framesOf(page)[0]
  const made = presetPage(preset, page.size, contentOf(page))
  const elements = made.elements.map((element) =>
    element.type === 'mapFrame' && frame !== undefined ? { ...element, basemap: frame.basemap } : element,
  )
  runCommand(replaceElements(currentDocument(), page.id, { ...made, elements }))
  selectElements([])
}

export function addElement(type: ElementType): void {
  const page = shownPage()
  if (page === null) return
  if (page.elements.length >= maxElements) {
    notify(`A page holds up to ${maxElements} elements.`, 'Remove one before you add another.')
    return
  }
  const element = addedElement(page, type, crypto.randomUUID())
  const view = element.type === 'mapFrame' ? { view: framesOf(page)[0]?.view ?? presentView() } : {}
  runCommand(addElements(page.id, [{ ...element, ...view }]))
  selectElements([element.id])
}

export function setFrameToMap(): void {
  const frame = selectedFrame()
  if (frame !== null) change([frame.id], { view: presentView() })
}

/** The selected map frame, or the first of the page. */
export function selectedFrame(): MapFrame | null {
  const selected = selectedElements().find((element) => element.type === 'mapFrame')
  const page = shownPage()
  return selected ?? (page === null ? null : (framesOf(page)[0] ?? null))
}

/** @param gesture as that of a run of keystrokes */
export function change(ids: readonly string[], fields: ElementChange, gesture?: string): void {
  const page = shownPage()
  if (page !== null) runCommand(setElements(currentDocument(), page.id, ids, fields, gesture))
}

export function nudge(dx: number, dy: number, gesture: string): void {
  const page = shownPage()
  if (page === null) return
  const boxes = nudged(page, pageStore.getState().selected, [dx, dy])
  if (boxes.size > 0) runCommand(setBoxes(currentDocument(), page.id, boxes, 'move of', gesture))
}

/** Pulls the lower right corner of what is selected, as a hand would. */
export function stretch(dx: number, dy: number, gesture: string): void {
  const page = shownPage()
  const [only, another] = selectedElements()
  if (page === null || only === undefined || another !== undefined || only.locked) return
  const pulled = dragged({ kind: 'resize', page, id: only.id, handle: 'se', from: [0, 0] }, [dx, dy], {
    toleranceMm: 0,
    isHeld: false,
  }).page
  const boxes = changedBoxes(page, pulled)
  if (boxes.size > 0) runCommand(setBoxes(currentDocument(), page.id, boxes, 'size of', gesture))
}

export const align = (to: Alignment): void => arrange((boxes, page) => aligned(boxes, to, page))
export const distribute = (axis: 'x' | 'y'): void => arrange((boxes) => distributed(boxes, axis))

function arrange(move: (boxes: Map<string, PageBox>, page: Page) => Map<string, PageBox>): void {
  const page = shownPage()
  const chosen = selectedElements().filter(({ locked }) => !locked)
  if (page === null || chosen.length === 0) return
  runCommand(setBoxes(currentDocument(), page.id, move(new Map(chosen.map(({ id, box }) => [id, box])), page), 'move of'))
}

export function deleteElements(): void {
  withSelected(removeElements)
  selectElements(selectedElements().map(({ id }) => id))
}

export function copyElements(): void {
  const ids = selectedElements().map(({ id }) => id)
  const page = shownPage()
  if (page === null || ids.length === 0) return
  const newIds = ids.map(() => crypto.randomUUID())
  runCommand(duplicateElements(currentDocument(), page.id, ids, newIds))
  selectElements(newIds)
}

export const bringForward = (): void => withSelected(bringElementsForward)
export const sendBackward = (): void => withSelected(sendElementsBackward)
export const bringToFront = (): void => withSelected(bringElementsToFront)
export const sendToBack = (): void => withSelected(sendElementsToBack)

function withSelected(command: (map: MapDocument, pageId: string, ids: readonly string[]) => Command): void {
  const page = shownPage()
  const ids = selectedElements().map(({ id }) => id)
  if (page !== null && ids.length > 0) runCommand(command(currentDocument(), page.id, ids))
}

/** 'Map update', 'Map update 2', …: exports are told which page by its name. */
function freeName(name: string, pages: readonly Page[]): string {
  const taken = new Set(pages.map((page) => page.name.toLowerCase()))
  if (!taken.has(name.toLowerCase())) return name
  let number = 2
  while (taken.has(`${name} ${number}`.toLowerCase())) number += 1
  return `${name} ${number}`
}
