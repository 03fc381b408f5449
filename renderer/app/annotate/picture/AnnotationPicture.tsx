/** An annotation in small: its symbol, or a sign of its kind in its colours. On a pale ground, as the map is, in the dark window too. */
import { memo, type ReactNode } from 'react'
import type { AnnotationKind, AnnotationStyle, AnnotationSymbol } from '../../../../electron/contract/annotation.ts'
import { dashArray } from '../../styling/dashes.ts'
import { HatchFill, hatchPaint } from './HatchFill.tsx'
import { useSymbolPicture } from './useSymbolPicture.ts'
import styles from './AnnotationPicture.module.css'

type AnnotationPictureProps = {
  kind: AnnotationKind
  style: AnnotationStyle
  symbol: AnnotationSymbol | null
  tapered: boolean
}

const [width, height] = [24, 20]

export const AnnotationPicture = memo(function AnnotationPicture({ kind, style, symbol, tapered }: AnnotationPictureProps): ReactNode {
  return (
    <span className={styles['plate']} aria-hidden="true">
      {kind === 'point' || kind === 'symbol' ? (
        <SymbolPicture symbol={symbol ?? { set: 'mark', name: 'circle' }} color={style.color} />
      ) : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <Sign kind={kind} style={style} tapered={tapered} />
        </svg>
      )}
    </span>
  )
})

function SymbolPicture({ symbol, color }: { symbol: AnnotationSymbol; color: string }): ReactNode {
  const picture = useSymbolPicture(symbol, symbol.set === 'mark' ? 11 : 14, color)
  return picture === undefined || picture === null ? null : <img src={picture.src} alt="" className={styles['symbol']} />
}

function Sign({ kind, style, tapered }: Omit<AnnotationPictureProps, 'symbol'>): ReactNode {
  const { color } = style
  const stroke = { stroke: color, strokeWidth: 1.75, strokeLinejoin: 'round', fill: 'none', ...dashArray(style.dash, 1.6) } as const
  const area = { ...stroke, fill: hatchPaint(style), fillOpacity: style.fill === 'solid' ? Math.max(0.12, style.fillOpacity) : 1 }
  switch (kind) {
    case 'text':
      return <path d="M7 5.5h10M12 5.5v10" stroke={style.textColor} strokeWidth={2} fill="none" />
    case 'callout':
      return <path d="M8 3.5h12v8h-7.5L5 16.5 9.5 11.5H8z" {...stroke} strokeDasharray={undefined} fill={style.boxColor ?? 'none'} />
    case 'line':
      return <path d="M3.5 15.5 9 7l6 5.5 5.5-8" {...stroke} />
    case 'freehand':
      return <path d="M3 14c3-9 6-9 7-4s4 6 5 1 3-6 6-4" {...stroke} />
    case 'arrow':
      return tapered ? (
        <>
          <HatchFill style={style} />
          <path d="M2.5 17.5 12 7.5 10 5.5 20.5 3 18 13.5 16 11.5 8 19z" {...area} strokeWidth={1.25} />
        </>
      ) : (
        <>
          <path d="M3.5 16.5 15 7" {...stroke} />
          <path d="M20.5 2.5 17.5 11 12.5 5z" fill={color} />
        </>
      )
    case 'polygon':
      return <Area style={style} d="M4 8 11 3l9 4-2 9.5H7z" area={area} />
    case 'rectangle':
      return <Area style={style} d="M4 4.5h16v11H4z" area={area} />
    case 'circle':
      return <Area style={style} d="M12 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z" area={area} />
    case 'rings':
      return (
        <path
          d="M12 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM12 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z"
          {...stroke}
          strokeWidth={1.4}
        />
      )
    case 'measure':
      return <path d="M4 15.5 20 4.5M2.5 13l3 5M18.5 2l3 5" {...stroke} strokeDasharray={undefined} strokeWidth={1.5} />
    case 'image':
      return (
        <path
          d="M4 4h16v12H4zM4.5 14l4.5-4.5 3.5 3L15 10l4.5 4.5M15.5 7.2v.1"
          {...stroke}
          stroke="#4d4d4d"
          strokeDasharray={undefined}
          strokeWidth={1.4}
        />
      )
    default:
      return null
  }
}

function Area({ style, d, area }: { style: AnnotationStyle; d: string; area: object }): ReactNode {
  return (
    <>
      <HatchFill style={style} />
      <path d={d} {...area} />
    </>
  )
}
