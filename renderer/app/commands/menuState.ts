/** Which commands can be used and which are on, from the stores; main's native menu and the window's title are kept true to it. */
import { type CommandId, commandIds } from '../../../electron/contract/commands.ts'
import { call } from '../../bridge/index.ts'
import { findAnnotations } from '../../document/annotations/commands.ts'
import { findGroup, findNode } from '../../document/layers.ts'
import { annotationStore } from '../../store/annotationStore.ts'
import { currentDocument, documentStore, isDocumentModified } from '../../store/documentStore.ts'
import { panelStore } from '../../store/panelStore.ts'
import { selectionStore } from '../../store/selectionStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { styleClipboard } from '../../store/styleClipboard.ts'
import { tableStore } from '../../store/tableStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { pageStore, selectedElements, shownPage } from '../page/pageStore.ts'

/** They move the window's map, or draw on it: in page mode it is out of sight. */
const isOfMap = (id: CommandId): boolean =>
  id.startsWith('tool.') || ['view.rectangle', 'view.home', 'view.north', 'view.rotateLeft', 'view.rotateRight'].includes(id)

export type CommandState = { disabled: CommandId[]; checked: CommandId[]; undo: string | null; redo: string | null }

export function commandState(): CommandState {
  const { history, path } = documentStore.getState()
  const { document } = history
  const view = viewStore.getState()
  const undo = history.past.at(-1)?.name ?? null
  const redo = history.future[0]?.name ?? null
  const { tool, snapping, selected } = annotationStore.getState()
  const chosen = findAnnotations(document, selected)
  const free = chosen.filter(({ properties }) => !properties.locked)
  const isLocked = chosen.length > 0 && chosen.every(({ properties }) => properties.locked)
  const { annotations } = document
  const { layersOpen, annotationsOpen } = panelStore.getState().panels
  const { layerId: tableOf } = tableStore.getState()
  const { nodeId } = selectionStore.getState()
  const node = nodeId === null ? null : findNode(document, nodeId)
  const isGroup = node !== null && findGroup(document, node.id) !== null
  const { copied } = styleClipboard.getState()
  const status = node?.type === 'layer' ? statusOf(sourceStore.getState(), node.path) : null

  const { isOpen: isPage } = pageStore.getState()
  const page = isPage ? shownPage() : null
  const elements = selectedElements()
  const onMap = Object.fromEntries(commandIds.filter(isOfMap).map((id) => [id, !isPage]))
  const usable: Partial<Record<CommandId, boolean>> = {
    ...onMap,
    'document.reveal': path !== null,
    'edit.undo': undo !== null,
    'edit.redo': redo !== null,
    'view.back': !isPage && view.canGoBack,
    'view.forward': !isPage && view.canGoForward,
    'view.all': !isPage && document.layers.length > 0,
    'layer.zoom': !isPage && node !== null,
    'layer.rename': node !== null,
    'layer.style': node?.type === 'layer',
    'layer.copyStyle': node?.type === 'layer',
    'layer.pasteStyle': node?.type === 'layer' && copied !== null,
    'layer.resetStyle': status?.state === 'ready',
    'layer.keepStyle': status?.state === 'ready',
    'layer.forgetStyle': status?.state === 'ready',
    'layer.table': node?.type === 'layer' || tableOf !== null,
    'layer.filter': node?.type === 'layer',
    'layer.export': status?.state === 'ready',
    'layer.problems': status?.state === 'ready' && status.summary.problems.count > 0,
    'layer.reload': node !== null,
    'layer.up': node !== null,
    'layer.down': node !== null,
    'layer.group': node?.type === 'layer',
    'layer.ungroup': isGroup,
    'layer.remove': node !== null,
    'annotation.selectAll': annotations.length > 0,
    'annotation.zoom': !isPage && chosen.length > 0,
    'annotation.duplicate': chosen.length > 0,
    'annotation.rotateRight': free.length > 0,
    'annotation.rotateLeft': free.length > 0,
    'annotation.rotateQuarter': free.length > 0,
    'annotation.rotateHalf': free.length > 0,
    'annotation.enlarge': free.length > 0,
    'annotation.reduce': free.length > 0,
    'annotation.double': free.length > 0,
    'annotation.halve': free.length > 0,
    'annotation.alignLeft': chosen.length > 1 && free.length > 0,
    'annotation.alignCentre': chosen.length > 1 && free.length > 0,
    'annotation.alignRight': chosen.length > 1 && free.length > 0,
    'annotation.alignTop': chosen.length > 1 && free.length > 0,
    'annotation.alignMiddle': chosen.length > 1 && free.length > 0,
    'annotation.alignBottom': chosen.length > 1 && free.length > 0,
    'annotation.distributeAcross': chosen.length > 2 && free.length > 0,
    'annotation.distributeDown': chosen.length > 2 && free.length > 0,
    'annotation.lock': chosen.length > 0,
    'annotation.forward': chosen.length > 0,
    'annotation.backward': chosen.length > 0,
    'annotation.front': chosen.length > 0,
    'annotation.back': chosen.length > 0,
    'annotation.delete': chosen.length > 0 && !isLocked,
    'annotations.exportGeoJson': annotations.length > 0,
    'annotations.exportKml': annotations.length > 0,
    'annotations.exportCsv': annotations.length > 0,
    'page.fit': page !== null,
    'page.add': isPage,
    'page.duplicate': page !== null,
    'page.rename': page !== null,
    'page.remove': page !== null,
    'page.next': page !== null && document.pages.length > 1,
    'page.previous': page !== null && document.pages.length > 1,
    'frame.view': page?.elements.some(({ type }) => type === 'mapFrame') ?? false,
    'element.duplicate': elements.length > 0,
    'element.forward': elements.length > 0,
    'element.backward': elements.length > 0,
    'element.front': elements.length > 0,
    'element.back': elements.length > 0,
    'element.delete': elements.some(({ locked }) => !locked),
  }
  return {
    disabled: (Object.keys(usable) as CommandId[]).filter((id) => usable[id] === false),
    checked: [
      `basemap.${document.basemap.style}`,
      `labels.${document.basemap.labels}`,
      ...(tool === null ? [] : ([`tool.${tool}`] as const)),
      ...(isLocked ? (['annotation.lock'] as const) : []),
      ...(layersOpen && annotationsOpen ? (['panel.annotations'] as const) : []),
      ...(isPage ? (['page.toggle'] as const) : []),
      ...(snapping ? (['annotate.snapping'] as const) : []),
      ...(layersOpen ? (['panel.layers'] as const) : []),
    ],
    undo,
    redo,
  }
}

/** Follows the stores from now on. Main is told at most once a frame, and only of what changed. */
export function keepMenuTrue(): void {
  let told = ''
  let asked = false
  const showTitle = (): { title: string; modified: boolean } => {
    const { title } = currentDocument()
    const modified = isDocumentModified(documentStore.getState())
    const shown = `${modified ? '● ' : ''}${title.trim() === '' ? 'Untitled map' : title} — Cartouche`
    if (document.title !== shown) document.title = shown
    return { title, modified }
  }
  const tell = (): void => {
    asked = false
    const { title, modified } = showTitle()
    const state = { ...commandState(), title: title.slice(0, 10_000), modified }
    const text = JSON.stringify(state)
    if (text === told) return
    told = text
    void call('menu.state', state).catch((error: unknown) => console.error('menu', error))
  }
  const soon = (): void => {
    if (asked) return
    asked = true
    // Behind the frame that shows the change.
    requestAnimationFrame(() => {
      showTitle()
      setTimeout(tell)
    })
  }
  documentStore.subscribe(soon)
  selectionStore.subscribe(soon)
  annotationStore.subscribe((state, before) => {
    if (state.tool !== before.tool || state.snapping !== before.snapping || state.selected !== before.selected) soon()
  })
  panelStore.subscribe(soon)
  pageStore.subscribe((state, before) => {
    if (state.isOpen !== before.isOpen || state.pageId !== before.pageId || state.selected !== before.selected) soon()
  })
  sourceStore.subscribe(soon)
  styleClipboard.subscribe(soon)
  tableStore.subscribe((state, before) => {
    if (state.layerId !== before.layerId) soon()
  })
  viewStore.subscribe((state, before) => {
    if (state.canGoBack !== before.canGoBack || state.canGoForward !== before.canGoForward) soon()
  })
  tell()
}
