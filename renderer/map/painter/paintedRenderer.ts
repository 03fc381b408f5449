/** Draws the pictures of a big layer, the sharp one and the coarse one around it, in the canvas that it shares with the other layers, and when it is its turn among them: for a page, which is put together from canvases. */
import type { FrameState } from 'ol/Map.js'
import CanvasLayerRenderer from 'ol/renderer/canvas/Layer.js'
import type Layer from 'ol/layer/Layer.js'
import type VectorSource from 'ol/source/Vector.js'
import type { PaintedLayer, Picture } from './paintedLayer.ts'
import { fills, type Frame, isLike, placeOf } from './frame.ts'
import { viewFrame } from './viewFrame.ts'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export class PaintedRenderer extends CanvasLayerRenderer<Layer<VectorSource>> {
  readonly #painted: PaintedLayer
  #view: Frame | null = null
  #opacity = 1

  constructor(layer: PaintedLayer) {
    super(layer)
    this.#painted = layer
  }

  override prepareFrame(frameState: FrameState): boolean {
    const view = viewFrame(frameState)
    if (view === null) return false
    this.#view = view
    this.#opacity = frameState.layerStatesArray[frameState.layerIndex]?.opacity ?? 1
    // The map is not complete before this is true.
    this.ready = this.#painted.prepare(view, frameState)
    return true
  }

  override renderFrame(frameState: FrameState, target: HTMLElement): HTMLElement {
    this.prepareContainer(frameState, target)
    if (frameState.declutter === null || frameState.declutter === undefined) this.#draw()
    return this.getContainerElement()
  }

  /** With labels on the map, all layers are drawn after their labels were placed. */
  override renderDeferredInternal(): void {
    this.#draw()
  }

  #draw(): void {
    const { context } = this
    const view = this.#view
    if (context === null || view === null) return
    const { fine, wide } = this.#painted
    context.save()
    context.globalAlpha = this.#opacity
    if (wide !== null && wide.bitmap !== null && !(fine !== null && fills(fine.frame, view))) {
      context.save()
      if (fine !== null) clipOutside(context, fine, view)
      put(context, wide, view)
      context.restore()
    }
    if (fine !== null) put(context, fine, view)
    context.restore()
  }
}

function put(context: Context, { frame, bitmap }: Picture, view: Frame): void {
  if (bitmap === null) return
  const { x, y, scale } = placeOf(frame, view)
  if (isLike(frame, view)) {
    // On whole pixels it stays as sharp as it was painted.
    context.imageSmoothingEnabled = false
    context.drawImage(bitmap, Math.round(x), Math.round(y))
  } else {
    context.imageSmoothingEnabled = true
    context.drawImage(bitmap, x, y, frame.width * scale, frame.height * scale)
  }
}

/** Where both pictures were drawn, what shines through would shine through twice. */
function clipOutside(context: Context, { frame }: Picture, view: Frame): void {
  const { x, y, scale } = placeOf(frame, view)
  context.beginPath()
  context.rect(0, 0, view.width, view.height)
  context.rect(Math.round(x), Math.round(y), Math.round(frame.width * scale), Math.round(frame.height * scale))
  context.clip('evenodd')
}
