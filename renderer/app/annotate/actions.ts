/** What can be done with the selected annotations, from the record panel, the list, the menu and the keyboard alike. */
import {
  alignAnnotations,
  bringForward,
  bringToFront,
  type Direction,
  distributeAnnotations,
  duplicateAnnotations,
  type Edge,
  middleOf,
  removeAnnotations,
  rotateAnnotations,
  scaleAnnotations,
  sendBackward,
  sendToBack,
  setLocked,
  setVisible,
} from '../../document/annotations/commands.ts'
import type { LonLat, MapDocument } from '../../../electron/contract/document.ts'
import type { Command } from '../../document/history.ts'
import { annotationStore, selectAnnotations } from '../../store/annotationStore.ts'
import { currentDocument, documentStore, runCommand } from '../../store/documentStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { theMap } from '../theMap.ts'
import { extentOf } from './extent.ts'
import { selectedAnnotations } from './selected.ts'

/** How far from its original a copy stands, on the screen. */
const besidePx = 16

/** Copies beside the originals; the copies are selected then. */
export function duplicateSelected(): void {
  const ids = selectedAnnotations().map(({ id }) => id)
  if (ids.length === 0) return
  const copies = ids.map(() => crypto.randomUUID())
  const step = besidePx * viewStore.getState().resolutionM
  runCommand(duplicateAnnotations(currentDocument(), ids, copies, { dxM: step, dyM: -step }))
  selectAnnotations(copies)
}

/** Locked ones stay, and stay selected. */
export function deleteSelected(): void {
  const chosen = selectedAnnotations()
  if (chosen.every(({ properties }) => properties.locked)) return
  doToSelected(removeAnnotations)
  selectAnnotations(chosen.filter(({ properties }) => properties.locked).map(({ id }) => id))
}

/** Locks all, or unlocks all when all are locked. */
export function toggleSelectedLock(): void {
  const chosen = selectedAnnotations()
  const isLocked = chosen.every(({ properties }) => properties.locked)
  if (chosen.length > 0)
    runCommand(
      setLocked(
        currentDocument(),
        chosen.map(({ id }) => id),
        !isLocked,
      ),
    )
}

export const bringSelectedForward = (): void => doToSelected(bringForward)
export const sendSelectedBackward = (): void => doToSelected(sendBackward)
export const bringSelectedToFront = (): void => doToSelected(bringToFront)
export const sendSelectedToBack = (): void => doToSelected(sendToBack)

/** Edges or centres on one line. */
export const alignSelected = (edge: Edge): void => doToSelected((document, ids) => alignAnnotations(document, ids, edge))
export const distributeSelected = (direction: Direction): void =>
  doToSelected((document, ids) => distributeAnnotations(document, ids, direction))

/** About the middle of what is free to move. @param angleDeg clockwise */
export const rotateSelected = (angleDeg: number): void =>
  doAboutMiddle((document, ids, pivot) => rotateAnnotations(document, ids, angleDeg, pivot))
export const scaleSelected = (factor: number): void =>
  doAboutMiddle((document, ids, pivot) => scaleAnnotations(document, ids, factor, pivot))

export const zoomToSelected = (): void => zoomToAnnotations(annotationStore.getState().selected)

export function zoomToAnnotations(ids: readonly string[]): void {
  const wanted = new Set(ids)
  const box = extentOf(documentStore.getState().history.document.annotations.filter(({ id }) => wanted.has(id)))
  if (box !== null) theMap()?.zoomTo(box)
}

export function selectAll(): void {
  selectAnnotations(
    currentDocument()
      .annotations.filter(({ properties }) => properties.visible)
      .map(({ id }) => id),
  )
}

export const showAnnotations = (ids: readonly string[], visible: boolean): void => runCommand(setVisible(currentDocument(), ids, visible))
export const lockAnnotations = (ids: readonly string[], locked: boolean): void => runCommand(setLocked(currentDocument(), ids, locked))

function doAboutMiddle(command: (document: MapDocument, ids: readonly string[], pivot: LonLat) => Command): void {
  const free = selectedAnnotations().filter(({ properties }) => !properties.locked)
  const pivot = middleOf(free)
  if (pivot === null) return
  runCommand(
    command(
      currentDocument(),
      free.map(({ id }) => id),
      pivot,
    ),
  )
}

function doToSelected(command: (document: MapDocument, ids: readonly string[]) => Command): void {
  const ids = selectedAnnotations().map(({ id }) => id)
  if (ids.length > 0) runCommand(command(currentDocument(), ids))
}
