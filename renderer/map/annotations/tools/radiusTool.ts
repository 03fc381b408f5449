/** Circles and range rings: the centre, then a place on the (outermost) rim, or a typed radius. */
import { legBetween } from '../../../document/geodesy/ellipsoid.ts'
import type { PlanePoint } from '../../../document/geodesy/mercator.ts'
import { radiusWords } from './liveText.ts'
import type { Workbench } from './mapTool.ts'
import { drafted, place } from './place.ts'
import { lonLatAt } from './screen.ts'
import { pointShape } from './shapes.ts'
import { TwoPointTool } from './twoPointTool.ts'

const ringCount = 3
/** What a hand can mean; the document takes any radius above zero. */
const leastM = 0.5

export function radiusTool(bench: Workbench, kind: 'circle' | 'rings'): TwoPointTool {
  return new TwoPointTool(bench, {
    make: (from, { at }) => {
      const radiusM = radiusBetween(from, at)
      return radiusM < leastM ? null : drafted(kind, pointShape(from), { radiiM: kind === 'circle' ? [radiusM] : equalRings(radiusM) })
    },
    words: (from, { at }) => radiusWords(radiusBetween(from, at)),
    done: place,
  })
}

/** To a tenth of a metre, finer than any hand. */
export const radiusBetween = (from: PlanePoint, to: PlanePoint): number =>
  Math.round(legBetween(lonLatAt(from), lonLatAt(to)).lengthM * 10) / 10

/** Rings with the same distance from one to the next. */
export const equalRings = (outerM: number, count = ringCount): number[] =>
  Array.from({ length: count }, (_, index) => (index === count - 1 ? outerM : Math.round((outerM * (index + 1) * 10) / count) / 10))
