/** A symbol as the map draws it, in a small picture: a mark, a line or an area, whichever the layer has first. */
import type { ReactNode } from 'react'
import type { SymbolStyle } from '../../../electron/contract/document.ts'
import { mmToPx, symbolPath } from '../../map/index.ts'
import { dashArray } from './dashes.ts'
import type { GeometryKinds } from './geometryKinds.ts'

const side = 22

export function SymbolPicture({ symbol, kinds }: { symbol: SymbolStyle; kinds: GeometryKinds }): ReactNode {
  return (
    <svg width={side} height={side} viewBox={`0 0 ${side} ${side}`} aria-hidden focusable="false">
      {kinds.points ? <Mark symbol={symbol} /> : kinds.areas ? <Area symbol={symbol} /> : <Line symbol={symbol} />}
    </svg>
  )
}

function Mark({ symbol }: { symbol: SymbolStyle }): ReactNode {
  const width = Math.min(3, mmToPx(symbol.outlineWidthMm))
  const radius =
    Math.min(side / 2 - 1.5 - width / 2, Math.max(3, mmToPx(symbol.sizeMm) / 2)) *
    (symbol.point === 'circle' || symbol.point === 'ring' ? 1 : 0.87)
  const path = symbolPath(symbol.point, radius, [side / 2, side / 2])
  return (
    <path
      d={path}
      fill={symbol.color}
      fillRule="evenodd"
      stroke={width > 0 ? symbol.outlineColor : 'none'}
      strokeWidth={width}
      strokeLinejoin="round"
    />
  )
}

function Area({ symbol }: { symbol: SymbolStyle }): ReactNode {
  const width = Math.min(4, mmToPx(symbol.outlineWidthMm))
  const inset = 2 + width / 2
  return (
    <rect
      x={inset}
      y={inset + 1}
      width={side - inset * 2}
      height={side - inset * 2 - 2}
      rx={1}
      fill={symbol.color}
      fillOpacity={symbol.fillOpacity}
      stroke={width > 0 ? symbol.outlineColor : 'none'}
      strokeWidth={width}
      {...dashArray(symbol.dash, width)}
    />
  )
}

function Line({ symbol }: { symbol: SymbolStyle }): ReactNode {
  const width = Math.min(8, Math.max(1, mmToPx(symbol.lineWidthMm)))
  return (
    <line x1={2} y1={side / 2} x2={side - 2} y2={side / 2} stroke={symbol.color} strokeWidth={width} {...dashArray(symbol.dash, width)} />
  )
}
