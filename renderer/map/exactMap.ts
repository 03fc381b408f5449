/** A map whose picture falls on whole pixels: what the browser joins from it is what was drawn, without being blurred by a part of a pixel. */
import OlMap from 'ol/Map.js'
import type View from 'ol/View.js'

export class ExactMap extends OlMap {
  /** OpenLayers rounds the size of its element to CSS pixels: on paper that is up to a pixel and a half of a print. */
  override updateSize(): void {
    const element = this.getTargetElement() as HTMLElement | null
    if (element === null) return super.updateSize()
    const size = [Number.parseFloat(element.style.width), Number.parseFloat(element.style.height)]
    const before = this.getSize()
    if (before !== undefined && before[0] === size[0] && before[1] === size[1]) return
    // It is given its element before its view, which then asks for the size.
    const view = this.getView() as View | undefined
    view?.setViewportSize(size)
    this.setSize(size)
  }

  /** Call after each drawing: OpenLayers lays a canvas around the middle of its map, a canvas of whole pixels in a map that has none. */
  alignCanvases(pixelRatio: number): void {
    for (const canvas of this.getTargetElement()?.querySelectorAll('canvas') ?? []) {
      const { a, b, c, d, e, f } = new DOMMatrix(canvas.style.transform)
      // A canvas that is turned falls on no pixels; one that is stretched is being dragged.
      if (b !== 0 || c !== 0 || !isOne(a * pixelRatio) || !isOne(d * pixelRatio)) continue
      const [left, top] = [Math.round(e * pixelRatio), Math.round(f * pixelRatio)]
      canvas.style.transform = `scale(${1 / pixelRatio}) translate(${left}px, ${top}px)`
    }
  }
}

/** As far as the numbers go that CSS keeps. */
const isOne = (scale: number): boolean => Math.abs(scale - 1) < 1e-4
