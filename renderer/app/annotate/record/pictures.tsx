/** Small pictures of hatches and dashes, in the colour of the text around them. */
import type { ReactNode } from 'react'
import type { AnnotationStyle } from '../../../../electron/contract/annotation.ts'
import { dashArray } from '../../styling/dashes.ts'

const lines: Record<AnnotationStyle['fill'], string> = {
  none: '',
  solid: '',
  hatch: 'M1 7 7 1M3 13 15 1M9 13 21 1M15 13 21 7',
  cross: 'M1 7 7 1M3 13 15 1M9 13 21 1M15 13 21 7M21 7 15 1M19 13 7 1M13 13 1 1M7 13 1 7',
  dots: 'M5 4v.01M11 4v.01M17 4v.01M5 10v.01M11 10v.01M17 10v.01M8 7v.01M14 7v.01',
}

export function HatchPicture({ hatch }: { hatch: AnnotationStyle['fill'] }): ReactNode {
  return (
    <svg width={22} height={14} viewBox="0 0 22 14" aria-hidden focusable="false">
      <path d={lines[hatch]} stroke="currentColor" strokeWidth={hatch === 'dots' ? 2 : 1} strokeLinecap="round" />
      <rect
        x={0.75}
        y={0.75}
        width={20.5}
        height={12.5}
        rx={1}
        fill={hatch === 'solid' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.25}
      />
    </svg>
  )
}

export function DashPicture({ dash }: { dash: AnnotationStyle['dash'] }): ReactNode {
  return (
    <svg width={44} height={10} viewBox="0 0 44 10" aria-hidden focusable="false">
      <line x1={2} y1={5} x2={42} y2={5} stroke="currentColor" strokeWidth={2} {...dashArray(dash, 2)} />
    </svg>
  )
}
