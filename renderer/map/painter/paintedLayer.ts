/** A big layer on the map: its features never come into the window, only pictures of them. Any number of features costs a frame the drawing of two pictures. */
import type { FrameState } from 'ol/Map.js'
import Layer from 'ol/layer/Layer.js'
import type VectorSource from 'ol/source/Vector.js'
import { cutAddress } from '../../../electron/contract/addresses.ts'
import type { Layer as DocumentLayer, LayerStyle } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { CancelledError } from '../../../electron/contract/refusal.ts'
import {
  type Box,
  boxOf,
  contains,
  covers,
  fineFrame,
  type Frame,
  isExact,
  isLike,
  isNearEdge,
  isOfUse,
  shareOf,
  wideFrame,
} from './frame.ts'
import type { PictureOrder } from './messages.ts'
import { MovedRenderer } from './movedRenderer.ts'
import type { PaintedLabels } from './paintedLabels.ts'
import { PaintedRenderer } from './paintedRenderer.ts'
import type { Painter, Urgency } from './painter.ts'
import { extentOf, inkOf } from './subject.ts'

export type Picture = {
  frame: Frame
  /** Null when nothing is to be seen. Once it is shown in a canvas of its own, it is that canvas's. */ bitmap: ImageBitmap | null
  /** Of the layer as it then was. */ edition: number
}

const retryMs = 1_000
const maxTries = 2

/** A first picture that was begun so lately is given up for another view without regret. */
const youngMs = 1_000

/** Of the view: with so much of it sharp, and the rest coarse, a moving map can wait for its rest. */
const enoughShare = 0.4
/** Then, engine, painter and the moving itself have to share them. */
const areProcessorsFew = navigator.hardwareConcurrency <= 4

type Task = { frame: Frame; edition: number; begun: number; abort: AbortController }

/** Canvases of its own, which a moving map only lays elsewhere; or the one that it shares with the layers under and over it. */
export type Surface = 'own' | 'shared'

/** Has no source: there are no features in the window. */
export class PaintedLayer extends Layer<VectorSource> {
  /** Sharp, of the view and a margin around it. */
  fine: Picture | null = null
  /** Coarse, of a wide neighbourhood. */
  wide: Picture | null = null

  /** A layer of its own, over this one. */
  readonly labels: PaintedLabels
  readonly #painter: Painter
  readonly #surface: Surface
  readonly #failed: (message: string) => void
  #summary: LayerSummary
  #style: LayerStyle
  #filter: string
  #only: string | undefined
  /** Counts what the layer looked like so far. */
  #edition = 0
  #extent: Box | null
  #fineTask: Task | null = null
  /** How long the last picture took, and when it was done (`performance.now`). */
  #effortMs = 0
  #endedAt = -Infinity
  #wideTask: Task | null = null
  /** Before it is tried again. */
  #pause: ReturnType<typeof setTimeout> | null = null
  /** The edition that could not be painted, and how often: the engine may only have been started anew. */
  #failures = { edition: -1, count: 0 }

  /** @param failed is told in a sentence what went wrong, once for each state of the layer */
  constructor(
    { painter, surface }: { painter: Painter; surface: Surface },
    labels: PaintedLabels,
    summary: LayerSummary,
    drawn: DocumentLayer,
    failed: (message: string) => void,
  ) {
    super({})
    this.#painter = painter
    this.#surface = surface
    this.#summary = summary
    this.labels = labels
    labels.show(drawn)
    this.#style = drawn.style
    this.#filter = drawn.filter
    this.#extent = extentOf(summary)
    this.#failed = failed
    this.on('change:visible', () => {
      if (!this.getVisible()) this.#rest()
    })
  }

  /** Shows another state of the file, or the same one in another style. The picture there is stays until the new one is painted. */
  show(summary: LayerSummary, drawn: DocumentLayer): void {
    const { style, filter } = drawn
    if (summary === this.#summary && style === this.#style && filter === this.#filter) return
    this.labels.show(drawn)
    const looksTheSame = summary === this.#summary && filter === this.#filter && sameInk(style, this.#style)
    this.#summary = summary
    this.#style = style
    this.#filter = filter
    this.#extent = extentOf(summary)
    if (!looksTheSame) {
      this.#edition += 1
      this.#endPause()
    }
    this.changed()
  }

  /** Shows only some of its features. @param only bits in base64, as in `CutRequest` */
  restrictTo(only: string): void {
    if (only === this.#only) return
    this.#only = only
    this.#edition += 1
    this.#endPause()
    this.changed()
  }

  override createRenderer(): PaintedRenderer | MovedRenderer {
    return this.#surface === 'own' ? new MovedRenderer(this) : new PaintedRenderer(this)
  }

  /**
   * Sees to it that the view is painted. Called for every frame.
   *
   * @returns whether the picture that is shown is the final one
   */
  prepare(view: Frame, { viewHints }: Pick<FrameState, 'viewHints'>): boolean {
    const { fine } = this
    if (this.#hasFailed()) return true
    if (this.#pause !== null) return false
    const isCurrent = fine !== null && fine.edition === this.#edition
    const isMoving = viewHints.some((hint) => hint > 0)
    const isDone = isCurrent && isExact(fine.frame, view)
    // While the map moves, a picture of the right scale is good enough as long as it reaches.
    const isGoodEnough = isDone || (isMoving && isCurrent && isLike(fine.frame, view))
    if (!isGoodEnough || isNearEdge(fine.frame, view)) {
      // While the map moves, painting takes half of the time at most: the other half belongs to the moving. With few processors, all of it does.
      if (isMoving && areProcessorsFew && isCurrent && this.#canWait(view)) return isDone
      if (!isMoving || performance.now() - this.#endedAt > this.#effortMs) this.#wantFine(view, isMoving)
    } else if (isDone && !isMoving) {
      this.#wantWide(view)
      return this.labels.want(fine.frame, this.#summary)
    }
    return isDone
  }

  /** Whether enough is seen of a view that moves. */
  #canWait(view: Frame): boolean {
    const { fine, wide } = this
    if (fine === null || !isOfUse(fine.frame, view) || shareOf(fine.frame, view) < enoughShare) return false
    const isAll = this.#extent !== null && contains(boxOf(fine.frame), this.#extent, 0)
    return covers(fine.frame, view) || isAll || (wide !== null && wide.edition === this.#edition && covers(wide.frame, view))
  }

  /** Lets go of everything. */
  override disposeInternal(): void {
    this.#rest()
    this.#setFine(null)
    super.disposeInternal()
  }

  #wantFine(view: Frame, isMoving: boolean): void {
    const task = this.#fineTask
    if (task !== null) {
      // What is nearly there is better than what is begun; but not when nobody will see it.
      // Once the map rests, only the picture of where it rests is worth the time; unless there is none at all yet.
      const isWanted = isExact(task.frame, view) || isMoving || (this.fine === null && performance.now() - task.begun > youngMs)
      if (task.edition === this.#edition && isOfUse(task.frame, view) && isWanted) return
      task.abort.abort()
    }
    this.#wideTask?.abort.abort()
    this.#wideTask = null
    this.#fineTask = this.#begin(fineFrame(view), 'view', (picture) => this.#setFine(picture))
  }

  /** Only where the layer goes on beyond the sharp picture. */
  #wantWide(view: Frame): void {
    const { fine, wide } = this
    if (this.#wideTask !== null || fine === null || this.#extent === null || contains(boxOf(fine.frame), this.#extent, 0)) return
    const wanted = wideFrame(view)
    if (
      wide !== null &&
      wide.edition === this.#edition &&
      isLike(wide.frame, wanted) &&
      !isNearEdge(wide.frame, { ...view, resolution: wanted.resolution })
    )
      return
    this.#wideTask = this.#begin(wanted, 'surroundings', (picture) => this.#setWide(picture))
  }

  #begin(frame: Frame, urgency: Urgency, keep: (picture: Picture) => void): Task {
    const task: Task = { frame, edition: this.#edition, begun: performance.now(), abort: new AbortController() }
    const isStill = (): boolean => this.#fineTask === task || this.#wideTask === task
    this.#painter.paint(this.#orderFor(frame), urgency, task.abort.signal).then(
      (bitmap) => {
        this.#effortMs = performance.now() - task.begun
        this.#endedAt = performance.now()
        if (isStill()) keep({ frame, bitmap, edition: task.edition })
        else bitmap?.close()
        this.#end(task)
      },
      (error: unknown) => {
        if (isStill() && !(error instanceof CancelledError)) {
          this.#fail(error instanceof Error ? error.message : String(error))
        }
        this.#end(task)
      },
    )
    return task
  }

  /** Tries again after a while; what fails then is told, and waits for another state of the layer. */
  #fail(message: string): void {
    const { edition, count } = this.#failures
    this.#failures = { edition: this.#edition, count: edition === this.#edition ? count + 1 : 1 }
    if (this.#hasFailed()) this.#failed(message)
    else {
      this.#pause = setTimeout(() => {
        this.#pause = null
        this.changed()
      }, retryMs)
    }
  }

  #hasFailed(): boolean {
    return this.#failures.edition === this.#edition && this.#failures.count >= maxTries
  }

  #end(task: Task): void {
    if (this.#fineTask === task) this.#fineTask = null
    else if (this.#wideTask === task) this.#wideTask = null
    else return
    this.changed()
  }

  #orderFor(frame: Frame): PictureOrder {
    const { width, height, pixelRatio, rotation } = frame
    const ink = inkOf(this.#style)
    return {
      address: cutAddress(this.#summary.id),
      ...ink,
      filter: this.#filter,
      only: this.#only,
      box: boxOf(frame),
      width,
      height,
      pixelRatio,
      rotation,
    }
  }

  #setFine(picture: Picture | null): void {
    this.fine?.bitmap?.close()
    this.fine = picture
  }

  #setWide(picture: Picture | null): void {
    this.wide?.bitmap?.close()
    this.wide = picture
  }

  /** Nobody looks: nothing is painted, and the coarse picture is not kept. */
  #rest(): void {
    this.#fineTask?.abort.abort()
    this.#wideTask?.abort.abort()
    this.#fineTask = null
    this.#wideTask = null
    this.#setWide(null)
    this.#endPause()
  }

  #endPause(): void {
    if (this.#pause !== null) clearTimeout(this.#pause)
    this.#pause = null
  }
}

/** Whether two styles differ in their labels at most. */
function sameInk(a: LayerStyle, b: LayerStyle): boolean {
  return JSON.stringify(inkOf(a)) === JSON.stringify(inkOf(b))
}
