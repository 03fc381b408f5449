/** The tool in hand, and all that it works with. Follows the stores; what the user does becomes commands. */
import type OlMap from 'ol/Map.js'
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js'
import DragPan from 'ol/interaction/DragPan.js'
import { unByKey } from 'ol/Observable.js'
import type VectorSource from 'ol/source/Vector.js'
import type { SourceId } from '../../../../electron/contract/layer.ts'
import type { Outlines, OutlinesRequest } from '../../../../electron/contract/outlines.ts'
import { findAnnotations } from '../../../document/annotations/commands.ts'
import { annotationStore, chooseTool, selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, documentStore } from '../../../store/documentStore.ts'
import type { Placement } from '../../labels/placement.ts'
import type { AnnotationPicture } from '../picture/annotationPicture.ts'
import { outOfSightPx } from '../../outOfSight.ts'
import { listenToClipboard } from '../editing/clipboard.ts'
import { farthestPx, targetAt } from '../editing/hitTest.ts'
import { outlineMarks, selectedAnnotations } from '../editing/selection.ts'
import { removalKey } from '../editing/selectionKeys.ts'
import { SelectTool } from '../editing/selectTool.ts'
import { CaughtMark } from './caughtMark.ts'
import { type CutLayer, CutOutlines } from './cutOutlines.ts'
import { isField, listenToMapKeys } from './keyInput.ts'
import { LiveTag } from './liveTag.ts'
import type { MapPointer, MapTool, Workbench } from './mapTool.ts'
import { Overlay } from './overlay.ts'
import { PointerInput } from './pointerInput.ts'
import { type Pixel, pointAt, type Screen } from './screen.ts'
import { catchAt } from './snapSources.ts'
import { TextField } from './textField.ts'
import { drawingTool } from './toolFor.ts'
import './tools.css'

const snapPx = 10

/** What of an event of the mouse or pointer counts; made up for the keyboard. */
type Happening = Pick<MouseEvent, 'shiftKey' | 'altKey' | 'timeStamp' | 'clientX' | 'clientY'>

export type AnnotationToolsOptions = {
  map: OlMap
  /** Has the keyboard focus. */
  element: HTMLElement
  annotations: AnnotationPicture
  /** Features to catch on. */
  visibleSources: () => VectorSource[]
  /** Layers whose features are in the engine. */
  cutLayers: () => readonly CutLayer[]
  outlinesIn: (source: SourceId, request: OutlinesRequest) => Promise<Outlines>
  placementOf: (key: string, resolution: number) => Placement | null
}

export type AnnotationTools = {
  /** No tool is in hand: a click on an annotation selects it. @returns false when there is none */
  selectAt(pixel: readonly number[]): boolean
  destroy(): void
}

export function createAnnotationTools({
  map,
  element,
  annotations,
  visibleSources,
  placementOf,
  cutLayers,
  outlinesIn,
}: AnnotationToolsOptions): AnnotationTools {
  const view = map.getView()
  const viewport = map.getViewport() ?? element
  const overlay = new Overlay(map, placementOf)
  const caughtMark = new CaughtMark(overlay)
  let tool: MapTool | null = null
  let ignored: ReadonlySet<string> = new Set()
  let wasPanned = false

  const screen = (): Screen => {
    const [widthPx = 1, heightPx = 1] = map.getSize() ?? []
    const [x = 0, y = 0] = view.getCenter() ?? []
    return { widthPx, heightPx, center: [x, y], resolution: view.getResolution() ?? 1, rotation: view.getRotation() }
  }
  const pointerAt = (pixel: Pixel, event: Happening): MapPointer => {
    const { shiftKey, altKey, timeStamp, clientX, clientY } = event
    const now = screen()
    const free = pointAt(now, pixel)
    const catches = tool?.snaps === true && annotationStore.getState().snapping && !altKey
    const found = catches
      ? catchAt({ annotations: annotations.features, layers: visibleSources(), cut, ignored }, free, snapPx * now.resolution)
      : null
    caughtMark.show(found?.at ?? null)
    return {
      pixel,
      inWindow: [clientX, clientY],
      at: found?.at ?? free,
      free,
      caught: found !== null,
      timeMs: timeStamp,
      shift: shiftKey,
      alt: altKey,
    }
  }
  const tag = new LiveTag(element, viewport, (entry) => tool?.enter?.(entry) ?? false)
  const bench: Workbench = {
    annotations,
    overlay,
    tag,
    textField: new TextField(element, viewport),
    screen,
    outOfSightPx: () => outOfSightPx(element),
    ignoreWhenSnapping: (ids) => (ignored = new Set(ids)),
  }
  const placement = (id: string): Placement | null => placementOf(`annotation ${id}`, view.getResolution() ?? 1)
  const pointer = new PointerInput(map, () => tool, pointerAt)
  const cut = new CutOutlines(cutLayers, outlinesIn, () => pointer.again())

  const crosshair = document.createElement('div')
  crosshair.className = 'annotation-crosshair'
  crosshair.hidden = true
  viewport.append(crosshair)
  const middle = (): MapPointer => {
    const { widthPx, heightPx } = screen()
    return pointerAt([widthPx / 2, heightPx / 2], { shiftKey: false, altKey: true, timeStamp: performance.now(), clientX: 0, clientY: 0 })
  }
  const isDrawing = (): boolean => tool !== null && annotationStore.getState().tool !== 'select'
  const hideCrosshair = (): void => void (crosshair.hidden = true)
  viewport.addEventListener('pointermove', hideCrosshair)
  viewport.addEventListener('pointerleave', () => caughtMark.show(null))

  const middlePan = new DragPan({ condition: ({ originalEvent }) => (originalEvent as PointerEvent).button === 1 })
  map.addInteraction(middlePan)
  const doubleClickZoom = map
    .getInteractions()
    .getArray()
    .find((one) => one instanceof DoubleClickZoom)

  function takeTool(): void {
    const wanted = annotationStore.getState().tool
    pointer.forget()
    bench.textField.close()
    tag.closeEntry()
    tool?.dispose()
    caughtMark.show(null)
    hideCrosshair()
    tool = wanted === null ? null : wanted === 'select' ? new SelectTool(bench, placement) : drawingTool(wanted, bench)
    doubleClickZoom?.setActive(tool === null)
    viewport.style.cursor = tool?.cursor ?? ''
    refresh()
  }

  function refresh(): void {
    tool?.refresh?.()
    if (tool instanceof SelectTool) return
    overlay.marks(
      'selection',
      outlineMarks(selectedAnnotations(), { screen: screen(), shapeOf: (id) => annotations.features.feature(id)?.getGeometry() }),
    )
  }

  const stopKeys = listenToMapKeys(element, {
    tool: () => tool,
    isDrawing,
    openEntry: (first) => tag.openEntry(first, pointer.pixel ?? middle().pixel),
    clickMiddle: () => {
      crosshair.hidden = false
      tool?.click?.(middle())
    },
    showMiddle: () => void (crosshair.hidden = false),
    hold: (space) => {
      if (space) wasPanned = false
      pointer.panning = space
      viewport.style.cursor = space ? 'grab' : (tool?.cursor ?? '')
    },
    wasPanned: () => wasPanned,
    cancel: () => {
      pointer.forget()
      return tool?.cancel() ?? false
    },
    rest: removalKey,
  })
  const stopClipboard = listenToClipboard(() => {
    const focused = document.activeElement
    return !isField(focused) && (focused === document.body || element.contains(focused))
  }, screen)
  const onPan = map.on('movestart', () => void (wasPanned = true))
  const follow = (): void => {
    refresh()
    if (bench.textField.isOpen()) bench.textField.follow()
  }
  // The panel of the record opens beside the map, and the map becomes narrower.
  const onSize = map.on('change:size', follow)
  const onView = view.on(['change:center', 'change:resolution', 'change:rotation'], () => {
    follow()
    // The crosshair stands still and the map moves under it.
    if (!crosshair.hidden) tool?.hover?.(middle())
  })

  const stopStore = annotationStore.subscribe((state, before) => {
    if (state.tool !== before.tool) takeTool()
    else if (state.selected !== before.selected || state.editingVertices !== before.editingVertices) refresh()
  })
  const stopDocument = documentStore.subscribe((state, before) => {
    if (state.generation !== before.generation) {
      tool?.cancel()
      selectAnnotations([])
    }
    if (state.history.document.annotations === before.history.document.annotations) return
    keepSelectionTrue()
    // Handles stand on the shapes as they are now, whoever hears of the change first.
    annotations.show(state.history.document.annotations)
    refresh()
  })
  takeTool()

  return {
    selectAt: (pixel) => {
      const at: Pixel = [pixel[0] ?? 0, pixel[1] ?? 0]
      const target = targetAt(annotations.near(at, farthestPx) ?? currentDocument().annotations, at, {
        screen: screen(),
        shapeOf: (id) => annotations.features.feature(id)?.getGeometry(),
        placementOf: placement,
      })
      selectAnnotations(target === null ? [] : [target.annotation.id])
      return target !== null
    },
    destroy: () => {
      stopStore()
      stopDocument()
      stopKeys()
      stopClipboard()
      tool?.dispose()
      pointer.dispose()
      bench.textField.dispose()
      tag.dispose()
      overlay.dispose()
      crosshair.remove()
      chooseTool(null)
      unByKey(onPan)
      unByKey(onView)
      unByKey(onSize)
    },
  }
}

/** What is gone, by undo or by hand, is not selected any more. */
function keepSelectionTrue(): void {
  const { selected } = annotationStore.getState()
  if (selected.length === 0) return
  const there = findAnnotations(currentDocument(), selected)
  if (there.length === selected.length) return
  const ids = new Set(there.map(({ id }) => id))
  selectAnnotations(selected.filter((id) => ids.has(id)))
}
