/** Callouts: the place, then where the box stands; then its text is written there. */
import type { Workbench } from './mapTool.ts'
import { editNewLabel } from './labelField.ts'
import { offsetMmBetween } from './offsets.ts'
import { drafted, place } from './place.ts'
import { distancePx, pixelOf } from './screen.ts'
import { pointShape } from './shapes.ts'
import { TwoPointTool } from './twoPointTool.ts'

/** Nearer than this, the box has its usual place. */
const leastPx = 12

export function calloutTool(bench: Workbench): TwoPointTool {
  return new TwoPointTool(bench, {
    secondIsFree: true,
    make: (from, { at }) => {
      const screen = bench.screen()
      const isNear = distancePx(pixelOf(screen, from), pixelOf(screen, at)) < leastPx
      return drafted('callout', pointShape(from), isNear ? {} : { labelOffsetMm: offsetMmBetween(screen, from, at) })
    },
    words: () => '',
    done: (annotation) => {
      place(annotation, `drawing ${annotation.id}`)
      editNewLabel(bench, annotation)
    },
  })
}
