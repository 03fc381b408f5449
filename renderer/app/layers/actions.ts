/** What can be done to a layer or group from its row, the menu bar and the command palette. Each takes the node's id. */
import type { BoundingBox } from '../../../electron/contract/document.ts'
import { call } from '../../bridge/index.ts'
import { groupLayers, moveNode, relocateLayer, removeNodes, setVisible, ungroup } from '../../document/commands.ts'
import { findGroup, findLayer, findNode, type Place, placeOf } from '../../document/layers.ts'
import { unionOfBoxes } from '../../document/newLayer.ts'
import { currentDocument, expandGroup, keepInPart, runCommand } from '../../store/documentStore.ts'
import { notify } from '../../store/noticeStore.ts'
import { openDialog, panelStore, setPanels, startRenaming, startStyling } from '../../store/panelStore.ts'
import { selectionStore, selectNode } from '../../store/selectionStore.ts'
import { knowSources, readSource, rereadSource, sourceOf, sourceStore, statusOf, wantInPart } from '../../store/sourceStore.ts'
import { report } from '../files.ts'
import { reload } from '../reload.ts'
import { theMap } from '../theMap.ts'
import { announce } from './announcements.ts'
import { placeInWords, stepTo } from './moves.ts'
import { neighbourOf, visibleRows } from './rows.ts'
import { howMany } from './words.ts'

export function zoomToLayer(id: string): void {
  const node = findNode(currentDocument(), id)
  if (node === null) return
  const box = unionOfBoxes((node.type === 'group' ? node.layers : [node]).map(({ path }) => boxOf(path)))
  if (box === null) notify(`${node.name} has nothing to zoom to.`)
  else theMap()?.zoomTo(box)
}

/** Lets the user type another name where the name stands. */
export function renameLayer(id: string): void {
  const place = placeOf(currentDocument(), id)
  if (place === null) return
  setPanels({ layersOpen: true })
  if (place.group !== null) expandGroup(place.group, true)
  selectNode(id)
  startRenaming(id)
}

/** The file stays open in the engine: undo brings the layer back, and then it is there at once. */
export function removeNode(id: string): void {
  const document = currentDocument()
  const node = findNode(document, id)
  if (node === null) return
  const gone = new Set([id, ...(node.type === 'group' ? node.layers.map((layer) => layer.id) : [])])
  const { styling, renaming } = panelStore.getState()
  if (styling !== null && gone.has(styling)) startStyling(null)
  if (renaming !== null && gone.has(renaming)) startRenaming(null)
  const { nodeId } = selectionStore.getState()
  if (nodeId !== null && gone.has(nodeId)) selectNode(neighbourOf(visibleRows(document.layers), id))
  runCommand(removeNodes(document, [id]))
  const inside = node.type === 'group' && node.layers.length > 0 ? ` and its ${howMany(node.layers.length, 'layer')}` : ''
  notify(`${node.name}${inside} removed.`, 'Undo brings it back.')
}

export const moveUp = (id: string): void => step(id, 'up')
export const moveDown = (id: string): void => step(id, 'down')

export function moveTo(id: string, place: Place): void {
  runCommand(moveNode(currentDocument(), id, place))
  announce(placeInWords(currentDocument(), id))
}

/** Puts a layer into a new group, and lets the user name the group. */
export function groupNode(id: string): void {
  const document = currentDocument()
  if (findLayer(document, id) === null) return
  const group = { id: crypto.randomUUID(), name: 'New group' }
  runCommand(groupLayers(document, [id], group))
  renameLayer(group.id)
}

/** Takes a group away and leaves its layers where they are. */
export function ungroupNode(id: string): void {
  const document = currentDocument()
  const group = findGroup(document, id)
  if (group === null) return
  if (selectionStore.getState().nodeId === group.id) selectNode(group.layers[0]?.id ?? neighbourOf(visibleRows(document.layers), group.id))
  runCommand(ungroup(document, group.id))
}

export function toggleVisible(id: string): void {
  const node = findNode(currentDocument(), id)
  if (node !== null) runCommand(setVisible(currentDocument(), [id], !node.visible))
}

/** Reads the layer's file again; a group's layers all. */
export function reloadLayer(id: string): void {
  const node = findNode(currentDocument(), id)
  if (node === null) return
  for (const { path } of node.type === 'group' ? node.layers : [node]) {
    const source = sourceOf(path)
    if (source !== null) void reload(source, true)
  }
}

/** Of a layer whose file is broken, shows what comes before the break. */
export async function openPartOf(id: string): Promise<void> {
  const layer = findLayer(currentDocument(), id)
  const source = layer === null ? null : sourceOf(layer.path)
  if (source === null) return
  wantInPart(source)
  keepInPart(id)
  await reload(source, true)
}

/** Lets the user point a layer whose file is missing to another one. */
export async function locateLayer(id: string): Promise<void> {
  const layer = findLayer(currentDocument(), id)
  const source = layer === null ? null : sourceOf(layer.path)
  if (source === null) return
  await report(async () => {
    const found = await call('layers.locate', { source: source.id })
    if (found === null) return
    knowSources([found])
    runCommand(relocateLayer(currentDocument(), id, found.path))
    await (found.id === source.id ? rereadSource(found) : readSource(found))
  })
}

export function showProblems(id: string): void {
  if (findLayer(currentDocument(), id) !== null) openDialog({ kind: 'problems', layerId: id })
}

export function editFilter(id: string): void {
  if (findLayer(currentDocument(), id) !== null) openDialog({ kind: 'filter', layerId: id })
}

/** Lets the user choose what of a layer goes into a file, and in what format. */
export function exportLayer(id: string): void {
  if (findLayer(currentDocument(), id) !== null) openDialog({ kind: 'exportLayer', layerId: id })
}

export function revealLayer(id: string): void {
  const layer = findLayer(currentDocument(), id)
  if (layer !== null) void report(async () => void (await call('file.reveal', { path: layer.path })))
}

function step(id: string, direction: 'up' | 'down'): void {
  const place = stepTo(currentDocument(), id, direction)
  if (place === null) announce(`${findNode(currentDocument(), id)?.name ?? ''} is ${direction === 'up' ? 'topmost' : 'lowest'} already.`)
  else moveTo(id, place)
}

function boxOf(path: string): BoundingBox | null {
  const status = statusOf(sourceStore.getState(), path)
  return status?.state === 'ready' ? status.summary.boundingBox : null
}
