/** How a layer looks, in small: the marks of the map on a piece of its ground. */
import type { ReactNode } from 'react'
import type { BasemapStyle, LayerStyle, SymbolStyle } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { symbolsOf } from '../../document/layerLook.ts'
import { mmToPx, symbolPath } from '../../map/index.ts'
import styles from './Swatch.module.css'

export type Geometries = LayerSummary['geometries']
type Kind = 'point' | 'line' | 'polygon'

const [width, height] = [24, 18]

/** @param geometries null while the file is not read */
export function LayerSwatch({
  style,
  geometries,
  ground,
}: {
  style: LayerStyle
  geometries: Geometries | null
  ground: BasemapStyle
}): ReactNode {
  if (style.kind === 'single') return <SymbolSwatch symbol={style.symbol} geometries={geometries} ground={ground} />
  const symbols = fewOf(style)
  const each = (width - 6) / symbols.length
  const bars = symbols.map(({ color }, index) => ({ color, x: 3 + index * each }))
  return (
    <Plate ground={ground}>
      {bars.map(({ color, x }) => (
        <rect key={x} x={x} y={4} width={each} height={height - 8} fill={color} />
      ))}
    </Plate>
  )
}

/** At most three; of many classes the first, the middle and the last, so that a ramp shows its ends. */
function fewOf(style: Exclude<LayerStyle, { kind: 'single' }>): SymbolStyle[] {
  const symbols = style.kind === 'graduated' ? style.classes.map(({ symbol }) => symbol) : symbolsOf(style)
  if (style.kind === 'category' || symbols.length <= 3) return (symbols.length === 0 ? [style.other] : symbols).slice(0, 3)
  return [0, Math.floor((symbols.length - 1) / 2), symbols.length - 1].flatMap((at) => symbols[at] ?? [])
}

type SymbolSwatchProps = { symbol: SymbolStyle; geometries: Geometries | null; ground: BasemapStyle }

export function SymbolSwatch({ symbol, geometries, ground }: SymbolSwatchProps): ReactNode {
  const kind = kindOf(geometries)
  return (
    <Plate ground={ground}>
      {kind === 'polygon' ? <Area {...symbol} /> : null}
      {kind === 'line' ? <Line {...symbol} /> : null}
      {kind === 'point' ? <Mark {...symbol} /> : null}
    </Plate>
  )
}

function Plate({ ground, children }: { ground: BasemapStyle; children: ReactNode }): ReactNode {
  return (
    <svg
      className={styles['plate']}
      data-ground={ground}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

/** Sizes are those of the map as far as they fit. */
function Mark({ point, sizeMm, color, outlineColor, outlineWidthMm }: SymbolStyle): ReactNode {
  const radius = Math.min(6.5, Math.max(2, mmToPx(sizeMm) / 2))
  const outline = Math.min(1.5, mmToPx(outlineWidthMm))
  const path = symbolPath(point, radius, [width / 2, height / 2])
  return <path d={path} fill={color} fillRule="evenodd" stroke={outline > 0 ? outlineColor : 'none'} strokeWidth={outline} />
}

function Line(symbol: SymbolStyle): ReactNode {
  const stroke = Math.min(4, Math.max(1, mmToPx(symbol.lineWidthMm)))
  return (
    <path
      d="M3,13L9,6L15,11L21,5"
      fill="none"
      stroke={symbol.color}
      strokeWidth={stroke}
      strokeLinejoin="round"
      {...dash(symbol, stroke)}
    />
  )
}

function Area(symbol: SymbolStyle): ReactNode {
  const outline = Math.min(2.5, mmToPx(symbol.outlineWidthMm))
  return (
    <rect
      x={4}
      y={4}
      width={width - 8}
      height={height - 8}
      fill={symbol.color}
      fillOpacity={symbol.fillOpacity}
      stroke={outline > 0 ? symbol.outlineColor : 'none'}
      strokeWidth={outline}
      {...dash(symbol, outline)}
    />
  )
}

/** Dashes in the proportions of the map, shortened so that one sees more than one of them. */
function dash({ dash }: SymbolStyle, widthPx: number): { strokeDasharray?: string; strokeLinecap?: 'round' } {
  const unit = Math.max(1, widthPx)
  if (dash === 'dashed') return { strokeDasharray: `${unit * 2.5} ${unit * 1.5}` }
  if (dash === 'dotted') return { strokeDasharray: `0.01 ${unit * 2}`, strokeLinecap: 'round' }
  return {}
}

/** What most of the features are. */
function kindOf(geometries: Geometries | null): Kind {
  if (geometries === null) return 'point'
  const sum = (...counts: (number | undefined)[]): number => counts.reduce<number>((total, count) => total + (count ?? 0), 0)
  const polygons = sum(geometries.Polygon, geometries.MultiPolygon, geometries.GeometryCollection)
  const lines = sum(geometries.LineString, geometries.MultiLineString)
  const points = sum(geometries.Point, geometries.MultiPoint)
  if (polygons >= lines && polygons >= points && polygons > 0) return 'polygon'
  return lines > points ? 'line' : 'point'
}
