/**
 * The annotations of the window, as one picture over all layers. It is painted once, with a margin, and kept: when the map moves, the picture moves, and now and
 * then its new edges are painted; when an annotation changes, its place in the picture is painted anew. So the thousands that stay as they are cost nothing. What takes longer than a
 * part of a frame is painted a slice at a time, behind the picture that is there.
 */
import type { FrameState } from 'ol/Map.js'
import Layer from 'ol/layer/Layer.js'
import type VectorSource from 'ol/source/Vector.js'
import type { Annotation } from '../../../../electron/contract/annotation.ts'
import type { Placement } from '../../labels/placement.ts'
import { AnnotationFeatures, type Changes, type Shown } from '../annotationFeatures.ts'
import { annotationsZIndex } from '../annotationLayer.ts'
import { DrawnAnnotations } from './drawnAnnotations.ts'
import { obstaclesIn } from './obstacles.ts'
import { Painting } from './painting.ts'
import {
  areaOf,
  boxOfWindow,
  type GridBox,
  grown,
  holds,
  isOneGrid,
  isSameWindow,
  joined,
  meet,
  type PictureWindow,
  placeOn,
  uncovered,
  windowAround,
} from './pictureWindow.ts'

type Sheet = { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D; window: PictureWindow }

/** Around what is seen: until the map has moved so far, the picture only lies elsewhere on the screen. A canvas of this size costs more than a frame. */
const marginPx = 160
/** A part of a frame: the rest of it belongs to everything else. */
const sliceMs = 6
/** So few are painted at once. */
const fewEnough = 250
/** Shares of the picture that are painted at once when they changed. */
const smallShare = 0.12

export type AnnotationPictureOptions = {
  /** Where the name of a point goes; null when there is no room. */
  placementOf: (key: string, resolution: number) => Placement | null
  /** Sees to it that the names of what has changed have their places. */
  placeNames: (changes: Changes) => void
  /** Is told of work that will change the picture when it is done. */
  busy: (work: Promise<void>) => void
}

export class AnnotationPicture extends Layer<VectorSource> {
  readonly features = new AnnotationFeatures()
  readonly #drawn: DrawnAnnotations
  readonly #element = document.createElement('div')
  readonly #placeNames: (changes: Changes) => void
  readonly #busy: (work: Promise<void>) => void
  #hidden: ReadonlySet<string> = new Set()
  /** What is seen. */
  #front: Sheet | null = null
  /** The view that is wanted. */
  #view: PictureWindow | null = null
  #isMoving = false
  /** The picture of another view, or all of it anew, on its way. */
  #next: { sheet: Sheet; painting: Painting; done: () => void } | null = null
  /** New edges of the picture that is seen, on their way. */
  #edges: { painting: Painting; done: () => void } | null = null
  /** Boxes that changed and wait for their frame. */
  #dirty: GridBox[] = []
  #isAsked = false

  constructor({ placementOf, placeNames, busy }: AnnotationPictureOptions) {
    super({ zIndex: annotationsZIndex })
    this.#placeNames = placeNames
    this.#busy = busy
    this.#drawn = new DrawnAnnotations(this.features, placementOf, (ids) => this.redraw(ids))
    Object.assign(this.#element.style, { position: 'absolute', inset: '0', overflow: 'hidden', pointerEvents: 'none' })
    this.#element.className = 'annotation-picture'
  }

  /** @param annotations bottom first */
  show(annotations: readonly Annotation[]): void {
    const changes = this.features.show(annotations)
    const changed = [...changes.drawn, ...changes.gone]
    if (changed.length > 0) this.#placeNames(changes)
    this.redraw(changed)
    if (changes.reordered) this.#redrawAll()
    // There is a picture only where there is something in it.
    if (this.#front === null || this.features.count === 0) this.changed()
  }

  /** Names have been placed anew: those that stand elsewhere are drawn there. */
  moveNames(): void {
    if (this.#front !== null) this.redraw(this.#drawn.misplaced())
  }

  /** Leaves some out, as long as they are shown elsewhere. */
  hide(ids: Iterable<string>): void {
    const before = this.#hidden
    this.#hidden = new Set(ids)
    this.redraw([...before, ...this.#hidden])
  }

  /**
   * What may be found at a place of the view, bottom first. Null when that is not known, as while the map is zoomed.
   *
   * @param pixel CSS pixels from the upper left corner
   * @param marginPx around it
   */
  near([x, y]: readonly [number, number], marginPx: number): Annotation[] | null {
    const [front, view] = [this.#front, this.#view]
    if (front === null || view === null || !isOneGrid(front.window, view)) return null
    const [left, top, margin] = [view.x + x * view.pixelRatio, view.y + y * view.pixelRatio, marginPx * view.pixelRatio]
    const box = { left: left - margin, top: top - margin, right: left + margin, bottom: top + margin }
    return this.#drawn.touching([box]).map(({ annotation }) => annotation)
  }

  /** Something about the looks of these is different. */
  redraw(ids: readonly string[]): void {
    if (ids.length === 0) return
    const boxes = ids.flatMap((id) => {
      const before = this.#drawn.forget(id)
      const now = this.#front === null ? null : this.#drawn.boxOf(id)
      return [before, now].filter((box) => box !== null)
    })
    // What was never painted, and is not to be seen, is no change.
    this.#touch(boxes.flatMap((box) => this.#turnsOf(box)))
  }

  /** Everything is drawn otherwise: fonts have come, for instance. */
  restyle(): void {
    if (this.#front !== null) this.#drawn.use(this.#front.window)
    this.#redrawAll()
  }

  override getDeclutter(): string {
    return 'true'
  }

  /** The names of the basemap and of the layers make room for what the analyst wrote. */
  override renderDeclutter(frameState: FrameState): void {
    obstaclesIn(frameState, this.#shown(), (id) => this.#drawn.placementOf(id))
  }

  /** @returns null where there is nothing: the layers over it then share the canvas of those under it */
  override render(frameState: FrameState): HTMLElement | null {
    const { size, pixelRatio, viewHints, viewState } = frameState
    const [x = 0, y = 0] = viewState.center
    const [width = 1, height = 1] = size ?? []
    this.#view = windowAround([x, y], [width, height], { resolution: viewState.resolution, rotation: viewState.rotation, pixelRatio })
    this.#isMoving = viewHints.some((hint) => hint > 0)
    this.rendered = true
    if (this.features.count === 0) {
      this.#clear()
      return null
    }
    this.#follow(this.#view)
    return this.#element
  }

  override disposeInternal(): void {
    this.#end()
    this.#element.remove()
    super.disposeInternal()
  }

  /** Without annotations, moving the map costs nothing here. */
  #clear(): void {
    this.#end()
    this.#front = null
    this.#element.replaceChildren()
  }

  #follow(view: PictureWindow): void {
    const front = this.#front
    if (front !== null && isOneGrid(front.window, view)) {
      if (!holds(front.window, view)) this.#moveTo(grown(view, marginPx), front)
      if (this.#front !== null) place(this.#front, view)
      return
    }
    if (front !== null) place(front, view)
    this.#wantAll(view)
  }

  /** The same picture, of another window: only its new edges are painted. */
  #moveTo(window: PictureWindow, front: Sheet): void {
    this.#finishEdges()
    this.#paintDirty()
    const moved = blank(window)
    moved.context.drawImage(front.canvas, front.window.x - window.x, front.window.y - window.y)
    this.#put(moved)
    this.#endNext()
    const boxes = uncovered(window, front.window)
    if (boxes.length === 0) return
    const painting = new Painting(moved.context, window, boxes, this.#drawn, this.#shown())
    if (painting.goOn(this.#isFew(boxes, window) ? Infinity : sliceMs)) return
    this.#edges = { painting, done: this.#begin() }
    later(() => this.#goOn())
  }

  #wantAll(view: PictureWindow): void {
    if (this.#next !== null && holds(this.#next.sheet.window, view)) return
    this.#endNext()
    const isFew = this.features.count <= fewEnough
    // While the map is zoomed or turned, the picture that is there is stretched.
    if (this.#isMoving && !isFew && this.#front !== null) return
    this.#endEdges()
    const window = grown(view, marginPx)
    this.#drawn.use(window)
    this.#dirty = []
    const sheet = blank(window)
    const painting = new Painting(sheet.context, window, [boxOfWindow(window)], this.#drawn, this.#shown())
    if (painting.goOn(isFew ? Infinity : sliceMs)) {
      this.#put(sheet)
      place(sheet, view)
      return
    }
    this.#next = { sheet, painting, done: this.#begin() }
    later(() => this.#goOn())
  }

  #redrawAll(): void {
    if (this.#front !== null) this.#touch([boxOfWindow(this.#front.window)])
  }

  /** A slice of what is on its way. */
  #goOn(): void {
    if (this.#edges !== null) {
      if (!this.#edges.painting.goOn(sliceMs)) return later(() => this.#goOn())
      this.#endEdges()
      this.#ask()
    }
    const next = this.#next
    if (next === null) return undefined
    if (!next.painting.goOn(sliceMs)) return later(() => this.#goOn())
    this.#put(next.sheet)
    this.#endNext()
    // What changed meanwhile may have been painted as it was before.
    this.#ask()
    if (this.#view !== null) this.#follow(this.#view)
    return undefined
  }

  #touch(boxes: readonly GridBox[]): void {
    if (boxes.length === 0) return
    this.#dirty.push(...boxes)
    this.#ask()
  }

  #ask(): void {
    if (this.#isAsked || this.#dirty.length === 0) return
    this.#isAsked = true
    requestAnimationFrame(() => {
      this.#isAsked = false
      this.#paintDirty()
    })
  }

  #paintDirty(): void {
    const front = this.#front
    if (front === null || this.#dirty.length === 0) return
    const boxes = joined(this.#dirty, front.window)
    // Edges that are not whole yet, and a picture that is on its way, come first.
    if (this.#next !== null && isOneGrid(this.#next.sheet.window, front.window)) return
    if (this.#edges !== null && boxes.some((box) => this.#edges?.painting.boxes.some((edge) => meet(edge, box)))) return
    this.#dirty = []
    if (boxes.length === 0) return
    if (!this.#isFew(boxes, front.window)) {
      this.#wantAnew(front.window)
      return
    }
    new Painting(front.context, front.window, boxes, this.#drawn, this.#seen(this.#drawn.touching(boxes))).goOn(Infinity)
  }

  /** The same view, painted whole behind the one that is seen. */
  #wantAnew(window: PictureWindow): void {
    this.#endEdges()
    this.#endNext()
    const sheet = blank(window)
    const painting = new Painting(sheet.context, window, [boxOfWindow(window)], this.#drawn, this.#shown())
    this.#next = { sheet, painting, done: this.#begin() }
    later(() => this.#goOn())
  }

  /** Few enough to be painted in one frame. */
  #isFew(boxes: readonly GridBox[], { width, height }: PictureWindow): boolean {
    return this.features.count <= fewEnough || areaOf(boxes) <= smallShare * width * height
  }

  #shown(): readonly Shown[] {
    return this.#seen(this.features.all())
  }

  /** Without those that are shown elsewhere. */
  #seen(some: readonly Shown[]): readonly Shown[] {
    return this.#hidden.size === 0 ? some : some.filter(({ annotation }) => !this.#hidden.has(annotation.id))
  }

  /** A box in all turns of the world that are to be seen. */
  #turnsOf(box: GridBox): GridBox[] {
    const { window } = this.#front ?? {}
    return window === undefined ? [] : this.#drawn.turnsOf(box, boxOfWindow(window))
  }

  #put(sheet: Sheet): void {
    this.#front = sheet
    this.#element.replaceChildren(sheet.canvas)
    if (this.#view !== null) place(sheet, this.#view)
  }

  /** @returns what is to be called when the work is over */
  #begin(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#busy(promise)
    return resolve
  }

  #finishEdges(): void {
    this.#edges?.painting.goOn(Infinity)
    this.#endEdges()
  }

  #endEdges(): void {
    this.#edges?.done()
    this.#edges = null
  }

  #endNext(): void {
    this.#next?.done()
    this.#next = null
  }

  #end(): void {
    this.#endEdges()
    this.#endNext()
    this.#dirty = []
  }
}

function blank(window: PictureWindow): Sheet {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, window.width)
  canvas.height = Math.max(1, window.height)
  const { style } = canvas
  // A layer of its own: moving it on the screen paints nothing.
  Object.assign(style, { position: 'absolute', left: '0', top: '0', transformOrigin: '0 0', willChange: 'transform' })
  style.width = `${window.width / window.pixelRatio}px`
  style.height = `${window.height / window.pixelRatio}px`
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('The window has no memory left to draw the annotations in.')
  return { canvas, context, window }
}

function place({ canvas, window }: Sheet, view: PictureWindow): void {
  canvas.style.transform = isSameWindow(window, view) ? '' : `matrix(${placeOn(view, window).join(', ')})`
}

const later = (work: () => void): void => void setTimeout(work, 0)
