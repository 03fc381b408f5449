/** Selects and edits: clicks and boxes, moving, handles, vertices. */
import { removeVertexCommand } from './vertexCommands.ts'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { annotationStore, selectAnnotations } from '../../../store/annotationStore.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import type { Placement } from '../../labels/placement.ts'
import { editLabel } from '../tools/labelField.ts'
import type { MapPointer, MapTool, Workbench } from '../tools/mapTool.ts'
import { distancePx, nearWorld, type Pixel, pixelOf } from '../tools/screen.ts'
import { boxBetween, contains, overlaps } from './boxes.ts'
import { DragPreview } from './dragPreview.ts'
import {
  anchorGesture,
  type Gesture,
  labelGesture,
  moveGesture,
  radiusGesture,
  rotateGesture,
  scaleGesture,
  vertexGesture,
} from './gestures.ts'
import { type Handle, handleAt, handlesOf, hasVertices } from './handles.ts'
import { farthestPx, type Target, targetAt } from './hitTest.ts'
import { labelPart } from './parts.ts'
import { middleFromUsual } from '../shapeName.ts'
import {
  boxMark,
  coverOf,
  coverOfAll,
  frameMark,
  handleMarks,
  isFree,
  outlineMarks,
  selectedAnnotations,
  type Shapes,
} from './selection.ts'
import { selectionKey } from './selectionKeys.ts'

/** As long as the slowest setting of systems waits for the second click. */
const doubleClickMs = 700

export class SelectTool implements MapTool {
  readonly cursor = 'default'
  readonly #bench: Workbench
  readonly #placementOf: (id: string) => Placement | null
  #handles: Handle[] = []
  #active: Handle | null = null
  #pressed: { pointer: MapPointer; handle: Handle | null; target: Target | null } | null = null
  #drag: DragPreview | null = null
  /** A click may open the record, and the map moves under the pointer: a second click at once still means the same. */
  #lastClick: { inWindow: Pixel; at: number; target: Target | null } | null = null

  constructor(bench: Workbench, placementOf: (id: string) => Placement | null) {
    this.#bench = bench
    this.#placementOf = placementOf
    this.refresh()
  }

  /** What is dragged by a corner or by a name does not catch. */
  get snaps(): boolean {
    const { handle = null, target = null } = this.#pressed ?? {}
    if (handle !== null) return handle.role !== 'corner' && handle.role !== 'rotate' && handle.role !== 'name'
    return this.#drag !== null && (target?.part === 'anchor' || (target?.part === 'body' && target.annotation.geometry.type === 'Point'))
  }

  press(pointer: MapPointer): boolean {
    const handle = handleAt(this.#handles, pointer.pixel, this.#bench.screen())
    const target = handle === null ? this.#targetAt(pointer.pixel) : null
    this.#pressed = { pointer, handle, target }
    // What is drawn out of the middle of a side is a vertex from then on.
    this.#active = handle?.role === 'vertex' || handle?.role === 'middle' ? { ...handle, role: 'vertex' } : null
    this.#showMarks()
    return true
  }

  drag(pointer: MapPointer): void {
    const pressed = this.#pressed
    if (pressed === null) return
    if (this.#drag === null) {
      const gesture = this.#gestureFor(pressed)
      if (gesture !== null) this.#drag = new DragPreview(this.#bench, gesture, pressed.pointer)
    }
    if (this.#drag !== null) this.#drag.follow(pointer)
    else if (pressed.handle === null && pressed.target === null)
      this.#bench.overlay.marks('box', [boxMark(boxBetween(pressed.pointer.pixel, pointer.pixel), this.#bench.screen())])
  }

  release(pointer: MapPointer): void {
    const [pressed, drag] = [this.#pressed, this.#drag]
    this.#pressed = null
    this.#drag = null
    this.#bench.overlay.marks('box', [])
    if (drag !== null) {
      drag.follow(pointer)
      drag.end(true)
      // Not before: what opens beside the map would move the map under the drag.
      if (!drag.gesture.ids.every((id) => annotationStore.getState().selected.includes(id))) selectAnnotations(drag.gesture.ids)
      this.refresh()
    } else if (pressed !== null && pressed.handle === null && pressed.target === null)
      this.#selectBox(pressed.pointer.pixel, pointer.pixel, pointer.shift)
  }

  click(pointer: MapPointer): void {
    const { pixel, inWindow, shift, alt, timeMs } = pointer
    const pressed = this.#pressed
    this.#pressed = null
    if (pressed === null || this.#isSecondClick(pointer)) return
    if (pressed.handle !== null) {
      if (alt && pressed.handle.role === 'vertex') this.#removeVertex(pressed.handle)
      return
    }
    const target = this.#targetAt(pixel)
    this.#lastClick = { inWindow, at: timeMs, target }
    const { selected } = annotationStore.getState()
    if (target === null) {
      if (!shift && selected.length > 0) selectAnnotations([])
    } else if (shift) {
      const { id } = target.annotation
      selectAnnotations(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
    } else if (selected.length !== 1 || selected[0] !== target.annotation.id) selectAnnotations([target.annotation.id])
  }

  doubleClick(pointer: MapPointer): void {
    const target = this.#isSecondClick(pointer) ? (this.#lastClick?.target ?? null) : this.#targetAt(pointer.pixel)
    if (target === null || target.annotation.properties.locked) return
    if (hasVertices(target.annotation)) this.#editVertices(!annotationStore.getState().editingVertices)
    else if (target.annotation.properties.kind !== 'image') editLabel(this.#bench, target.annotation)
  }

  hover({ pixel }: MapPointer): string {
    const handle = handleAt(this.#handles, pixel, this.#bench.screen())
    if (handle !== null) return handle.cursor
    const target = this.#targetAt(pixel)
    if (target === null) return this.cursor
    return isSelected(target.annotation) && isFree(target.annotation) ? 'move' : 'pointer'
  }

  key(event: KeyboardEvent): boolean {
    if (this.#drag !== null) return false
    const { editingVertices } = annotationStore.getState()
    if (event.key === 'Enter') return this.#toggleVertices()
    // While vertices are edited, it is they that are removed, and never the whole by mistake.
    if ((event.key === 'Delete' || event.key === 'Backspace') && editingVertices) {
      if (this.#active !== null) this.#removeVertex(this.#active)
      return true
    }
    return selectionKey(event, this.#bench.screen())
  }

  cancel(): boolean {
    this.#bench.overlay.marks('box', [])
    if (this.#drag !== null) {
      this.#drag.end(false)
      this.#drag = null
      this.#pressed = null
      this.refresh()
      return true
    }
    const wasPressed = this.#pressed !== null
    this.#pressed = null
    if (annotationStore.getState().editingVertices) {
      this.#editVertices(false)
      return true
    }
    if (annotationStore.getState().selected.length === 0) return wasPressed
    selectAnnotations([])
    return true
  }

  refresh(): void {
    if (this.#drag === null) this.#showMarks()
  }

  dispose(): void {
    this.#drag?.end(false)
    this.#drag = null
    this.#bench.overlay.marks('box', [])
    this.#bench.overlay.marks('selection', outlineMarks(selectedAnnotations(), this.#shapes()))
  }

  #isSecondClick({ inWindow, timeMs }: MapPointer): boolean {
    const last = this.#lastClick
    return last !== null && timeMs - last.at < doubleClickMs && distancePx(last.inWindow, inWindow) < 4
  }

  #shapes(): Shapes {
    return { screen: this.#bench.screen(), shapeOf: (id) => this.#bench.annotations.features.feature(id)?.getGeometry() }
  }

  #targetAt(pixel: Pixel): Target | null {
    return targetAt(this.#bench.annotations.near(pixel, farthestPx) ?? currentDocument().annotations, pixel, {
      ...this.#shapes(),
      placementOf: this.#placementOf,
    })
  }

  #showMarks(): void {
    const shapes = this.#shapes()
    const selected = selectedAnnotations()
    const free = selected.filter(isFree)
    const { editingVertices } = annotationStore.getState()
    const cover = coverOfAll(free, shapes)
    this.#handles = handlesOf(free, cover, shapes.screen, editingVertices, this.#placementOf)
    const isFramed = cover !== null && this.#handles.some(({ role }) => role === 'corner')
    this.#bench.overlay.marks('selection', [
      ...outlineMarks(selected, shapes),
      ...(isFramed ? [frameMark(cover, shapes.screen)] : []),
      ...handleMarks(this.#handles, this.#active),
    ])
  }

  #gestureFor({ pointer, handle, target }: { pointer: MapPointer; handle: Handle | null; target: Target | null }): Gesture | null {
    const taken = target?.annotation
    const selected = selectedAnnotations()
    // What is taken hold of counts as selected from then on; with Shift, beside the others.
    const dragged = taken === undefined || isSelected(taken) ? selected : pointer.shift ? [...selected, taken] : [taken]
    const free = dragged.filter(isFree)
    const [first] = free
    if (first === undefined) return null
    const ids = free.map(({ id }) => id)
    if (handle !== null) return handleGesture(handle, first, ids, pointer, this.#bench, this.#placementOf(first.id))
    if (taken === undefined || !isFree(taken)) return null
    if (free.length === 1 && target !== null) {
      if (target.part === 'box') return labelGesture(taken, [0, 0], pointer)
      if (target.part === 'anchor') return anchorGesture(taken, this.#bench.screen())
      if (target.part === 'label') return labelGesture(taken, this.#labelStart(taken), pointer)
    }
    return moveGesture(free, pointer)
  }

  /** The near end of the name, where it is written now. */
  #labelStart(annotation: Annotation): Pixel {
    const part = labelPart(annotation, this.#placementOf(annotation.id))
    if (part === null) return [0, 0]
    const { left, right, top, bottom } = part.box
    return [left + right < 0 ? Math.min(right, -0.5) : Math.max(left, 0), (top + bottom) / 2]
  }

  #selectBox(from: Pixel, to: Pixel, adds: boolean): void {
    const box = boxBetween(from, to)
    const shapes = this.#shapes()
    const found = currentDocument()
      .annotations.filter((annotation) => isFree(annotation) && isInBox(annotation, shapes, box))
      .map(({ id }) => id)
    const { selected } = annotationStore.getState()
    selectAnnotations(adds ? [...new Set([...selected, ...found])] : found)
  }

  #toggleVertices(): boolean {
    const [only, second] = selectedAnnotations().filter(isFree)
    if (only === undefined || second !== undefined || !hasVertices(only)) return false
    this.#editVertices(!annotationStore.getState().editingVertices)
    return true
  }

  #editVertices(editingVertices: boolean): void {
    this.#active = null
    annotationStore.setState({ editingVertices })
  }

  #removeVertex(handle: Handle): void {
    const first = selectedAnnotations().find(isFree)
    if (first === undefined || handle.role !== 'vertex') return
    this.#active = null
    const command = removeVertexCommand(currentDocument(), first, handle.vertex)
    if (command !== null) runCommand(command)
  }
}

const isSelected = ({ id }: Annotation): boolean => annotationStore.getState().selected.includes(id)

/** Small things with their middle; shapes wholly, as far as they are on the screen. */
function isInBox(annotation: Annotation, shapes: Shapes, box: ReturnType<typeof boxBetween>): boolean {
  const cover = coverOf(annotation, shapes)
  if (cover === null || !overlaps(cover, box)) return false
  const middle: Pixel = [(cover.left + cover.right) / 2, (cover.top + cover.bottom) / 2]
  return contains(box, middle) || (contains(box, [cover.left, cover.top]) && contains(box, [cover.right, cover.bottom]))
}

function handleGesture(
  handle: Handle,
  first: Annotation,
  ids: readonly string[],
  pointer: MapPointer,
  bench: Workbench,
  placement: Placement | null,
): Gesture {
  const { free } = pointer
  switch (handle.role) {
    case 'corner':
      return scaleGesture(ids, handle.pivot, nearWorld(free, handle.pivot[0]), handle.cursor)
    case 'rotate':
      return rotateGesture(ids, handle.pivot, free)
    case 'vertex':
    case 'middle':
      return vertexGesture(first, handle.vertex, handle.role === 'middle')
    case 'radius':
      return radiusGesture(first)
    case 'anchor':
      return anchorGesture(first, bench.screen())
    case 'name':
      return labelGesture(
        first,
        middleFromUsual(first, placement, (at) => pixelOf(bench.screen(), at)),
        pointer,
      )
  }
}
