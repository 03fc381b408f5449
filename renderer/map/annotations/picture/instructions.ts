/** Styled features as instructions for a canvas: made once, carried out as often as a part of the picture is painted. */
import type Feature from 'ol/Feature.js'
import BuilderGroup from 'ol/render/canvas/BuilderGroup.js'
import ExecutorGroup, { ALL } from 'ol/render/canvas/ExecutorGroup.js'
import { getSquaredTolerance, getTolerance, renderFeature } from 'ol/renderer/vector.js'
import type Style from 'ol/style/Style.js'
import { type Grid, matrixFor, type PictureWindow } from './pictureWindow.ts'

/** Nothing is cut off beforehand: a picture may show any part. Metres, wider than all turns of the world that can be seen. */
const everywhere: [number, number, number, number] = [-1e9, -1e9, 1e9, 1e9]

export class Instructions {
  readonly #group: ExecutorGroup

  /**
   * @param onArrival is told when a picture has come that was not there yet: the instructions have to be made anew
   */
  constructor(feature: Feature, styles: readonly Style[], { resolution, pixelRatio }: Grid, onArrival: () => void) {
    const builder = new BuilderGroup(getTolerance(resolution, pixelRatio), everywhere, resolution, pixelRatio)
    const tolerance = getSquaredTolerance(resolution, pixelRatio)
    for (const style of styles) renderFeature(builder, feature, style, tolerance, onArrival, undefined, false, 0)
    // Without a clip, and at once instead of when all layers have had their turn.
    this.#group = new ExecutorGroup(null, resolution, pixelRatio, true, builder.finish(), undefined, false)
  }

  /** @param offsetM of the turn of the world */
  draw(context: CanvasRenderingContext2D, window: PictureWindow, offsetM: number): void {
    const { width, height } = window
    // The turn of the view is in the matrix: letters and marks stay upright by themselves.
    this.#group.execute(context, [width, height], matrixFor(window, offsetM), 0, true, ALL, null)
  }
}
