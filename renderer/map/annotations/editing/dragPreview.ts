/** A drag as it goes: shown over the map, and done as one command at its end. */
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import { findAnnotations } from '../../../document/annotations/commands.ts'
import { beginHistory, run } from '../../../document/history.ts'
import { currentDocument, runCommand } from '../../../store/documentStore.ts'
import type { MapPointer, Workbench } from '../tools/mapTool.ts'
import type { Gesture } from './gestures.ts'

/** More than this are moved as one picture. */
const maxDrawnAnew = 150

export class DragPreview {
  readonly #bench: Workbench
  readonly gesture: Gesture
  readonly #chosen: readonly Annotation[]
  readonly #from: MapPointer
  #last: MapPointer | null = null

  constructor(bench: Workbench, gesture: Gesture, from: MapPointer) {
    this.#bench = bench
    this.gesture = gesture
    this.#from = from
    this.#chosen = findAnnotations(currentDocument(), gesture.ids)
    bench.ignoreWhenSnapping(gesture.ids)
    bench.annotations.hide(gesture.ids)
    bench.overlay.marks('selection', [])
    bench.overlay.preview(this.#chosen)
  }

  follow(pointer: MapPointer): void {
    this.#last = pointer
    this.#bench.tag.show(this.gesture.words(pointer), pointer.pixel)
    if (this.gesture.moves === true && this.#chosen.length > maxDrawnAnew) {
      const [from, to] = [this.#from.pixel, pointer.pixel]
      this.#bench.overlay.shift([to[0] - from[0], to[1] - from[1]])
      return
    }
    // The command itself, on a document that has only what is dragged: what is seen is what will be.
    const small = { ...currentDocument(), annotations: [...this.#chosen] }
    const command = this.gesture.command(small, pointer)
    if (command !== null) this.#bench.overlay.preview(run(beginHistory(small), command).document.annotations)
  }

  /** @param done false gives the drag up */
  end(done: boolean): void {
    const command = done && this.#last !== null ? this.gesture.command(currentDocument(), this.#last) : null
    if (command !== null) runCommand(command)
    this.#bench.annotations.hide([])
    this.#bench.ignoreWhenSnapping([])
    this.#bench.overlay.shift([0, 0])
    this.#bench.overlay.preview([])
    this.#bench.tag.hide()
  }
}
