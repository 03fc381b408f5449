/** The hatches of the map as SVG patterns, for pictures in the window. */
import type { ReactNode } from 'react'
import type { AnnotationStyle } from '../../../../electron/contract/annotation.ts'

type Hatched = Pick<AnnotationStyle, 'fill' | 'color'>

/** Patterns are found by name in the whole page: one that looks the same may stand there twice. */
const idOf = ({ fill, color }: Hatched): string => `hatch-${fill}-${color.slice(1)}`

/** What a shape is filled with, when `HatchFill` stands beside it. */
export const hatchPaint = (style: Hatched): string =>
  style.fill === 'none' ? 'none' : style.fill === 'solid' ? style.color : `url(#${idOf(style)})`

export function HatchFill({ style }: { style: Hatched }): ReactNode {
  const { fill, color } = style
  if (fill === 'none' || fill === 'solid') return null
  const stroke = { stroke: color, strokeWidth: 0.9 }
  return (
    <pattern id={idOf(style)} width={4.5} height={4.5} patternUnits="userSpaceOnUse">
      {fill === 'dots' ? (
        <circle cx={2.25} cy={2.25} r={0.95} fill={color} />
      ) : (
        <>
          <path d="M-1 1 1 -1M0 4.5 4.5 0M3.5 5.5 5.5 3.5" {...stroke} />
          {fill === 'cross' ? <path d="M3.5 -1 5.5 1M0 0 4.5 4.5M-1 3.5 1 5.5" {...stroke} /> : null}
        </>
      )}
    </pattern>
  )
}
