/** Where the box of a callout may stand when nobody put it anywhere, and what is covered where it stands. Lengths in CSS pixels. */
import type { Annotation } from '../../../electron/contract/annotation.ts'
import { calloutHomeMm } from '../../document/annotations/calloutHome.ts'
import type { Placement } from '../labels/placement.ts'
import type { CoverPx } from '../labels/pointLabels.ts'
import { mmToPx } from '../style/millimetres.ts'
import { type BoxLayout, leaderEnd } from './calloutBox.ts'
import { layoutOf } from './calloutStyle.ts'

/** Of the box's near corner from the place, in millimetres: steep, flat, and farther away. */
const cornersMm = [calloutHomeMm.map(Math.abs), [14, 4], [18, 20], [34, 8], [6, 32]] as [number, number][]
/** To the right and up before to the left and down. */
const quarters = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const
/** On a page the program finds a place for the box of a callout that nobody moved. */
export const givesWay = ({ properties: { kind, labelOffsetMm } }: Annotation): boolean => kind === 'callout' && labelOffsetMm === null

/** The box of a text or a callout on a page. @param placement that was found; null when there is no room, and so no box */
export function boxOnPage(annotation: Annotation, placement: Placement | null): BoxLayout | null {
  if (!givesWay(annotation)) return layoutOf(annotation)
  return placement === null ? null : layoutAt(layoutOf(annotation), placement)
}

/** The usual place first, then those that are near to it. */
export function boxPlaces({ height }: Pick<BoxLayout, 'height'>): Placement[] {
  return cornersMm.flatMap(([x, y]) =>
    quarters.map(([toX, toY]): Placement => ({
      align: toX > 0 ? 'left' : 'right',
      offsetX: toX * mmToPx(x),
      offsetY: toY * (mmToPx(y) + height / 2),
    })),
  )
}

/** The same box in another place. */
export function layoutAt(layout: BoxLayout, { align, offsetX, offsetY }: Placement): BoxLayout {
  const { width, height } = layout
  return { ...layout, left: offsetX - (align === 'left' ? 0 : align === 'center' ? width / 2 : width), top: offsetY - height / 2 }
}

export const boxCover = ({ left, top, width, height }: BoxLayout): CoverPx => ({ left, top, right: left + width, bottom: top + height })

/** What the leader line runs over, in boxes along it. @param count of boxes; none where there is no leader line */
export function leaderCover(layout: BoxLayout, count: number): CoverPx[] {
  const end = leaderEnd(layout)
  if (end === null) return []
  const [x, y] = end
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index / count, (index + 1) / count]
    return {
      left: Math.min(x * from, x * to),
      top: Math.min(y * from, y * to),
      right: Math.max(x * from, x * to),
      bottom: Math.max(y * from, y * to),
    }
  })
}
