/**
 * Shows the pictures of a big layer, the sharp one and the coarse one around it, in canvases of their own. Each is filled once; while the map moves, the screen's compositor lays it
 * elsewhere, and nothing is drawn. They stand between the canvases of the layers under and over this one.
 */
import type { FrameState } from 'ol/Map.js'
import LayerRenderer from 'ol/renderer/Layer.js'
import type Layer from 'ol/layer/Layer.js'
import type VectorSource from 'ol/source/Vector.js'
import type { PaintedLayer, Picture } from './paintedLayer.ts'
import { fills, type Frame, holeIn, matrixOn } from './frame.ts'
import { viewFrame } from './viewFrame.ts'

export class MovedRenderer extends LayerRenderer<Layer<VectorSource>> {
  readonly #painted: PaintedLayer
  readonly #element = document.createElement('div')
  readonly #fine = canvasIn(this.#element)
  readonly #wide = canvasIn(this.#element)
  #view: Frame | null = null
  /** What the canvases were filled with: the wide one has a hole where the sharp one was then. */
  #filled: { fine: Picture | null; wide: Picture | null; around: Picture | null } = { fine: null, wide: null, around: null }

  constructor(layer: PaintedLayer) {
    super(layer)
    this.#painted = layer
    this.#element.className = 'painted-layer'
    Object.assign(this.#element.style, { position: 'absolute', width: '100%', height: '100%', overflow: 'hidden', pointerEvents: 'none' })
  }

  /** @returns false where there is nothing: the layers over it then share the canvas of those under it */
  override prepareFrame(frameState: FrameState): boolean {
    const view = viewFrame(frameState)
    if (view === null) return false
    this.#view = view
    // The map is not complete before this is true.
    this.ready = this.#painted.prepare(view, frameState)
    const { fine, wide } = this.#painted
    return hasInk(fine) || hasInk(wide)
  }

  override renderFrame({ layerStatesArray, layerIndex, size }: FrameState): HTMLElement {
    const { fine, wide } = this.#painted
    const view = this.#view
    if (view !== null && size !== null) {
      this.#element.style.opacity = String(layerStatesArray[layerIndex]?.opacity ?? 1)
      const isWideSeen = hasInk(wide) && !(fine !== null && fills(fine.frame, view))
      if (hasInk(fine)) this.#fillFine(fine)
      if (isWideSeen) this.#fillWide(wide, fine)
      place(this.#fine, hasInk(fine) ? fine.frame : null, view, size)
      place(this.#wide, isWideSeen ? wide.frame : null, view, size)
    }
    return this.#element
  }

  override disposeInternal(): void {
    this.#element.remove()
    // Gives their memory back at once.
    for (const canvas of [this.#fine, this.#wide]) canvas.width = 0
    super.disposeInternal()
  }

  /** The picture becomes the canvas: it is not copied. */
  #fillFine(fine: Inked): void {
    if (this.#filled.fine === fine) return
    this.#filled.fine = fine
    setSize(this.#fine, fine.frame)
    this.#fine.getContext('bitmaprenderer')?.transferFromImageBitmap(fine.bitmap)
  }

  /** Where both pictures were drawn, what shines through would shine through twice. */
  #fillWide(wide: Inked, fine: Picture | null): void {
    if (this.#filled.wide === wide && this.#filled.around === fine) return
    this.#filled.wide = wide
    this.#filled.around = fine
    setSize(this.#wide, wide.frame)
    const context = this.#wide.getContext('2d', { willReadFrequently: true })
    if (context === null) return
    context.clearRect(0, 0, wide.frame.width, wide.frame.height)
    context.drawImage(wide.bitmap, 0, 0)
    if (fine !== null) context.clearRect(...holeIn(wide.frame, fine.frame))
  }
}

type Inked = Picture & { bitmap: ImageBitmap }

const hasInk = (picture: Picture | null): picture is Inked => picture !== null && picture.bitmap !== null

function canvasIn(element: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  // A layer of the compositor's own: moving it paints nothing.
  Object.assign(canvas.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    transformOrigin: '0 0',
    willChange: 'transform',
    display: 'none',
  })
  element.prepend(canvas)
  return canvas
}

/** Setting a size clears a canvas, and takes new memory. */
function setSize(canvas: HTMLCanvasElement, { width, height }: Frame): void {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** @param frame of the picture in the canvas; null: it is not seen */
function place({ style }: HTMLCanvasElement, frame: Frame | null, view: Frame, size: readonly number[]): void {
  style.display = frame === null ? 'none' : 'block'
  if (frame !== null) style.transform = `matrix(${matrixOn(view, size, frame).join(', ')})`
}
