/** Rectangles with their sides along the edges of the screen. Shift makes a square. */
import type { Workbench } from './mapTool.ts'
import { rectangleWords } from './liveText.ts'
import { drafted, place } from './place.ts'
import { distancePx, lonLatAt, pixelOf } from './screen.ts'
import { polygonShape, rectangleCorners } from './shapes.ts'
import { TwoPointTool } from './twoPointTool.ts'

const leastPx = 3

export function rectangleTool(bench: Workbench): TwoPointTool {
  return new TwoPointTool(bench, {
    make: (from, { at, shift }) => {
      const screen = bench.screen()
      if (distancePx(pixelOf(screen, from), pixelOf(screen, at)) < leastPx) return null
      return drafted('rectangle', polygonShape(rectangleCorners(screen, from, at, shift)))
    },
    words: (from, { at, shift }) => rectangleWords(rectangleCorners(bench.screen(), from, at, shift).map(lonLatAt)),
    done: place,
  })
}
