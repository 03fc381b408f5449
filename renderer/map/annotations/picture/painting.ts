/** Paints annotations into some boxes of a canvas, a slice of time after another: marks, lines and areas from the bottom up, then all names. */
import type { Shown } from '../annotationFeatures.ts'
import type { DrawnAnnotations } from './drawnAnnotations.ts'
import type { GridBox, PictureWindow } from './pictureWindow.ts'

export class Painting {
  readonly window: PictureWindow
  readonly boxes: readonly GridBox[]
  readonly #context: CanvasRenderingContext2D
  readonly #drawn: DrawnAnnotations
  readonly #all: readonly Shown[]
  readonly #named: { shown: Shown; offsets: number[] }[] = []
  #bodies = 0
  #names = 0

  /**
   * @param boxes in whole pixels, without overlap; they are cleared first
   * @param all what there is to paint, bottom first
   */
  constructor(
    context: CanvasRenderingContext2D,
    window: PictureWindow,
    boxes: readonly GridBox[],
    drawn: DrawnAnnotations,
    all: readonly Shown[],
  ) {
    this.window = window
    this.boxes = boxes
    this.#context = context
    this.#drawn = drawn
    this.#all = all
    for (const box of boxes) context.clearRect(...rectOf(box, window))
  }

  /** Goes on until it is done, or for so long. @returns whether it is done */
  goOn(forMs: number): boolean {
    const context = this.#context
    const until = performance.now() + forMs
    context.save()
    context.beginPath()
    for (const box of this.boxes) context.rect(...rectOf(box, this.window))
    context.clip()
    try {
      while (this.#bodies < this.#all.length) {
        const shown = this.#all[this.#bodies]
        this.#bodies += 1
        if (shown !== undefined) this.#paintBody(shown)
        if (isTimeUp(this.#bodies, until)) return false
      }
      while (this.#names < this.#named.length) {
        const { shown, offsets = [] } = this.#named[this.#names] ?? {}
        this.#names += 1
        if (shown !== undefined) for (const offset of offsets) this.#drawn.name(shown)?.draw(context, this.window, offset)
        if (isTimeUp(this.#names, until)) return false
      }
      return true
    } finally {
      context.restore()
      // Makes the canvas paint now what it was told, instead of all of it at its end.
      if (Number.isFinite(forMs)) context.getImageData(0, 0, 1, 1)
    }
  }

  #paintBody(shown: Shown): void {
    const offsets = this.#drawn.copiesIn(shown, this.boxes)
    if (offsets.length === 0) return
    const body = this.#drawn.body(shown)
    for (const offset of offsets) body.draw(this.#context, this.window, offset)
    if (this.#drawn.name(shown) !== null) this.#named.push({ shown, offsets })
  }
}

/** The clock is asked now and then. */
const isTimeUp = (count: number, until: number): boolean => count % 8 === 0 && performance.now() > until

const rectOf = ({ left, top, right, bottom }: GridBox, { x, y }: PictureWindow): [number, number, number, number] => [
  left - x,
  top - y,
  right - left,
  bottom - top,
]
