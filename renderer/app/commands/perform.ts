/** What each command does. The table of commands is in the contract; a command without an entry here does not compile. */
import type { CommandId } from '../../../electron/contract/commands.ts'
import type { BasemapStyle, LabelLanguage } from '../../../electron/contract/document.ts'
import { coordinateFormats } from '../../../electron/contract/session.ts'
import { call } from '../../bridge/index.ts'
import { setBasemap } from '../../document/commands.ts'
import { findLayer } from '../../document/layers.ts'
import { currentDocument, documentStore, redoNext, runCommand, undoLast } from '../../store/documentStore.ts'
import { openDialog, openPalette, panelStore, setPanels, startStyling } from '../../store/panelStore.ts'
import { selectionStore } from '../../store/selectionStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { openTable, tableStore } from '../../store/tableStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { coordinateForClipboard } from '../../map/index.ts'
import {
  alignSelected,
  bringSelectedForward,
  bringSelectedToFront,
  deleteSelected,
  distributeSelected,
  duplicateSelected,
  rotateSelected,
  scaleSelected,
  selectAll,
  sendSelectedBackward,
  sendSelectedToBack,
  toggleSelectedLock,
  zoomToSelected,
} from '../annotate/actions.ts'
import { exportAnnotations, importAnnotations } from '../annotate/files/exchange.ts'
import { takeTool, toggleSnapping } from '../annotate/toolbar/takeTool.ts'
import { chooseDocument, newDocument, openDemo, saveDocument } from '../documents.ts'
import { chooseLayers, extentOfLayers, report } from '../files.ts'
import { copyPicture, exportAgain, exportPage } from '../exporting/actions.ts'
import { clearCache } from '../clearCache.ts'
import { bookmarkThisView } from '../bookmarks/actions.ts'
import {
  editFilter,
  exportLayer,
  groupNode,
  moveDown,
  moveUp,
  reloadLayer,
  removeNode,
  renameLayer,
  showProblems,
  ungroupNode,
  zoomToLayer,
} from '../layers/actions.ts'
import {
  addPresetPage,
  bringForward,
  bringToFront,
  copyElements,
  deleteElements,
  duplicateShownPage,
  removeShownPage,
  sendBackward,
  sendToBack,
  setFrameToMap,
  stepPage,
  togglePage,
} from '../page/actions.ts'
import { pageStore, setZoom, shownPage, zoomPaperBy } from '../page/pageStore.ts'
import { clearDefaultStyle, copyStyle, pasteStyle, resetStyle, saveAsDefaultStyle } from '../styling/actions.ts'
import { copyText } from '../parts/copyText.ts'
import { theMap } from '../theMap.ts'

export function perform(command: CommandId): void {
  actions[command]()
}

const actions: Record<CommandId, () => void> = {
  'document.new': () => void newDocument(),
  'document.open': () => void chooseDocument(),
  'document.demo': () => void openDemo(),
  'document.save': () => void saveDocument(false),
  'document.saveAs': () => void saveDocument(true),
  'document.export': exportPage,
  'document.exportAgain': () => void exportAgain(),
  'document.copyPicture': () => void copyPicture(),
  'document.reveal': () => {
    const { path } = documentStore.getState()
    if (path !== null) void report(async () => void (await call('file.reveal', { path })))
  },
  'layers.add': () => void chooseLayers(),
  'edit.undo': () => (hasOwnUndo() ? void document.execCommand('undo') : undoLast()),
  'edit.redo': () => (hasOwnUndo() ? void document.execCommand('redo') : redoNext()),
  'palette.open': () => openPalette(true),
  'view.zoomIn': () => (pageStore.getState().isOpen ? zoomPaperBy(1.25) : theMap()?.zoomBy(1)),
  'view.zoomOut': () => (pageStore.getState().isOpen ? zoomPaperBy(0.8) : theMap()?.zoomBy(-1)),
  'view.rectangle': () => theMap()?.drawRectangle(),
  'view.home': () => theMap()?.home(),
  'view.all': zoomToAll,
  'view.back': () => theMap()?.back(),
  'view.forward': () => theMap()?.forward(),
  'view.north': () => theMap()?.northUp(),
  'view.rotateLeft': () => theMap()?.rotateBy(-15),
  'view.rotateRight': () => theMap()?.rotateBy(15),
  'bookmark.add': bookmarkThisView,
  'bookmark.show': () => panelStore.setState({ bookmarksOpen: true }),
  'basemap.light': () => showBasemap('light'),
  'basemap.dark': () => showBasemap('dark'),
  'basemap.print': () => showBasemap('print'),
  'basemap.relief': () => showBasemap('relief'),
  'basemap.none': () => showBasemap('none'),
  'labels.english': () => showLabels('english'),
  'labels.local': () => showLabels('local'),
  'labels.both': () => showLabels('both'),
  'panel.layers': () => setPanels({ layersOpen: !panelStore.getState().panels.layersOpen }),
  'coordinates.next': nextCoordinateFormat,
  'coordinates.copy': () =>
    void copyText(coordinateForClipboard(viewStore.getState().center, panelStore.getState().panels.coordinates), 'Coordinates'),
  'layer.zoom': () => withSelected(zoomToLayer),
  'layer.rename': () => withSelected(renameLayer),
  'layer.style': () => withSelected(startStyling),
  'layer.copyStyle': () => withSelected(copyStyle),
  'layer.pasteStyle': () => withSelected(pasteStyle),
  'layer.resetStyle': () => withSelected((id) => void resetStyle(id)),
  'layer.keepStyle': () => withSelected((id) => void saveAsDefaultStyle(id)),
  'layer.forgetStyle': () => withSelected((id) => void clearDefaultStyle(id)),
  'layer.table': toggleTable,
  'layer.filter': () => withSelected(editFilter),
  'layer.export': () => withSelected(exportLayer),
  'layer.problems': () => withSelected(showProblems),
  'layer.reload': () => withSelected(reloadLayer),
  'cache.clear': () => void clearCache(),
  'layer.up': () => withSelected(moveUp),
  'layer.down': () => withSelected(moveDown),
  'layer.group': () => withSelected(groupNode),
  'layer.ungroup': () => withSelected(ungroupNode),
  'layer.remove': () => withSelected(removeNode),
  'tool.select': () => takeTool('select'),
  'tool.point': () => takeTool('point'),
  'tool.symbol': () => takeTool('symbol'),
  'tool.text': () => takeTool('text'),
  'tool.callout': () => takeTool('callout'),
  'tool.line': () => takeTool('line'),
  'tool.arrow': () => takeTool('arrow'),
  'tool.freehand': () => takeTool('freehand'),
  'tool.polygon': () => takeTool('polygon'),
  'tool.rectangle': () => takeTool('rectangle'),
  'tool.circle': () => takeTool('circle'),
  'tool.rings': () => takeTool('rings'),
  'tool.image': () => takeTool('image'),
  'tool.measure': () => takeTool('measure'),
  'annotate.snapping': toggleSnapping,
  'panel.annotations': toggleAnnotationsPanel,
  'annotation.selectAll': selectAll,
  'annotation.zoom': zoomToSelected,
  'annotation.duplicate': duplicateSelected,
  'annotation.rotateRight': () => rotateSelected(15),
  'annotation.rotateLeft': () => rotateSelected(-15),
  'annotation.rotateQuarter': () => rotateSelected(90),
  'annotation.rotateHalf': () => rotateSelected(180),
  'annotation.enlarge': () => scaleSelected(1.1),
  'annotation.reduce': () => scaleSelected(1 / 1.1),
  'annotation.double': () => scaleSelected(2),
  'annotation.halve': () => scaleSelected(0.5),
  'annotation.alignLeft': () => alignSelected('left'),
  'annotation.alignCentre': () => alignSelected('centre'),
  'annotation.alignRight': () => alignSelected('right'),
  'annotation.alignTop': () => alignSelected('top'),
  'annotation.alignMiddle': () => alignSelected('middle'),
  'annotation.alignBottom': () => alignSelected('bottom'),
  'annotation.distributeAcross': () => distributeSelected('across'),
  'annotation.distributeDown': () => distributeSelected('down'),
  'annotation.lock': toggleSelectedLock,
  'annotation.forward': bringSelectedForward,
  'annotation.backward': sendSelectedBackward,
  'annotation.front': bringSelectedToFront,
  'annotation.back': sendSelectedToBack,
  'annotation.delete': deleteSelected,
  'annotations.import': () => void importAnnotations(),
  'annotations.exportGeoJson': () => void exportAnnotations('geojson'),
  'annotations.exportKml': () => void exportAnnotations('kml'),
  'annotations.exportCsv': () => void exportAnnotations('csv'),
  'page.toggle': togglePage,
  'page.fit': () => setZoom('fit'),
  'page.add': () => addPresetPage('map-update'),
  'page.duplicate': duplicateShownPage,
  'page.rename': () => pageStore.setState({ renaming: shownPage()?.id ?? null }),
  'page.remove': removeShownPage,
  'page.next': () => stepPage(1),
  'page.previous': () => stepPage(-1),
  'frame.view': setFrameToMap,
  'element.duplicate': copyElements,
  'element.forward': bringForward,
  'element.backward': sendBackward,
  'element.front': bringToFront,
  'element.back': sendToBack,
  'element.delete': deleteElements,
  'network.show': () => openDialog({ kind: 'network' }),
  'help.shortcuts': () => openDialog({ kind: 'shortcuts' }),
  'help.about': () => openDialog({ kind: 'about' }),
}

export function nextCoordinateFormat(): void {
  const { coordinates } = panelStore.getState().panels
  const next = coordinateFormats[(coordinateFormats.indexOf(coordinates) + 1) % coordinateFormats.length] ?? 'dd'
  setPanels({ coordinates: next })
}

export function showBasemap(style: BasemapStyle): void {
  runCommand(setBasemap({ ...currentDocument().basemap, style }))
}

export function showLabels(labels: LabelLanguage): void {
  runCommand(setBasemap({ ...currentDocument().basemap, labels }))
}

/** The list stands in the left column, which may be closed itself. */
function toggleAnnotationsPanel(): void {
  const { layersOpen, annotationsOpen } = panelStore.getState().panels
  setPanels(layersOpen && annotationsOpen ? { annotationsOpen: false } : { layersOpen: true, annotationsOpen: true })
}

/** Opens the table of the chosen layer; where it is open already, closes it. */
function toggleTable(): void {
  const { nodeId } = selectionStore.getState()
  const layer = nodeId === null ? null : findLayer(currentDocument(), nodeId)
  const { layerId } = tableStore.getState()
  openTable(layer === null || layer.id === layerId ? null : layer.id)
}

function zoomToAll(): void {
  const sources = sourceStore.getState()
  const box = extentOfLayers((path) => {
    const status = statusOf(sources, path)
    return status?.state === 'ready' ? status.summary : null
  })
  if (box !== null) theMap()?.zoomTo(box)
}

function withSelected(action: (id: string) => void): void {
  const { nodeId } = selectionStore.getState()
  if (nodeId !== null) action(nodeId)
}

/** While text is being typed, undo means the typing. Fields that write into the document at every key leave it to the document. */
export function hasOwnUndo(): boolean {
  const focused = document.activeElement
  return isTyping() && !(focused instanceof HTMLElement && focused.dataset['undo'] === 'document')
}

export function isTyping(): boolean {
  const focused = document.activeElement
  return (
    focused instanceof HTMLTextAreaElement ||
    (focused instanceof HTMLInputElement && ['text', 'search', 'number', 'url'].includes(focused.type))
  )
}
