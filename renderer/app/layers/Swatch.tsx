/** How a layer looks, in small: the marks of the map on a piece of its ground. */
import { type ReactNode, useId } from 'react'
import {
  type BasemapStyle,
  type CompleteSymbol,
  completeSymbol,
  type LayerStyle,
  type SymbolStyle,
} from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import { symbolsOf } from '../../document/layerLook.ts'
import { mmToPx, symbolPath } from '../../map/index.ts'
import { useSymbolPicture } from '../annotate/picture/useSymbolPicture.ts'
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

type SymbolSwatchProps = {
  symbol: SymbolStyle
  geometries: Geometries | null
  ground: BasemapStyle
  /** As large as on the map, and not as it fits. */
  toScale?: boolean
}

export function SymbolSwatch({ symbol: document, geometries, ground, toScale = false }: SymbolSwatchProps): ReactNode {
  const symbol = completeSymbol(document)
  if (toScale) return hasPoints(geometries) ? <LargeMark {...symbol} /> : <ThickLine {...symbol} />
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
function Mark(symbol: CompleteSymbol): ReactNode {
  return <MarkAt symbol={symbol} radius={Math.min(6.5, Math.max(2, mmToPx(symbol.sizeMm) / 2))} center={[width / 2, height / 2]} />
}

/** Its own size, however large; what is beyond all measure is cut. */
function LargeMark(symbol: CompleteSymbol): ReactNode {
  const radius = Math.min(60, mmToPx(symbol.sizeMm) / 2)
  const side = Math.ceil(2 * radius * 1.25 + 4)
  return (
    <svg
      className={styles['sample']}
      width={Math.max(width, side)}
      height={side}
      viewBox={`0 0 ${Math.max(width, side)} ${side}`}
      aria-hidden="true"
    >
      <MarkAt symbol={symbol} radius={radius} center={[Math.max(width, side) / 2, side / 2]} />
    </svg>
  )
}

/** Straight and as thick as on the map. */
function ThickLine({ color, lineWidthMm }: CompleteSymbol): ReactNode {
  const thick = Math.min(40, mmToPx(lineWidthMm))
  const tall = Math.ceil(thick) + 4
  return (
    <svg className={styles['sample']} width={width} height={tall} viewBox={`0 0 ${width} ${tall}`} aria-hidden="true">
      <path d={`M2,${tall / 2}H${width - 2}`} stroke={color} strokeWidth={thick} />
    </svg>
  )
}

function MarkAt({ symbol, radius, center }: { symbol: CompleteSymbol; radius: number; center: [number, number] }): ReactNode {
  const { point, icon, color, outlineColor, outlineWidthMm, haloColor } = symbol
  const picture = useSymbolPicture(icon, radius * 2, color)
  const outline = Math.min(1.5, mmToPx(outlineWidthMm))
  if (icon !== null)
    return picture === null || picture === undefined ? null : (
      <image
        href={picture.src}
        x={center[0] - picture.widthPx / 2}
        y={center[1] - picture.heightPx / 2}
        width={picture.widthPx}
        height={picture.heightPx}
      />
    )
  const path = symbolPath(point, radius, center)
  return (
    <>
      {haloColor === null ? null : <path d={path} fill={haloColor} stroke={haloColor} strokeWidth={outline + 2} strokeLinejoin="round" />}
      <path d={path} fill={color} fillRule="evenodd" stroke={outline > 0 ? outlineColor : 'none'} strokeWidth={outline} />
    </>
  )
}

function Line(symbol: CompleteSymbol): ReactNode {
  const stroke = Math.min(4, Math.max(1, mmToPx(symbol.lineWidthMm)))
  const course = { d: 'M3,13L9,6L15,11L21,5', fill: 'none', strokeLinejoin: 'round' } as const
  return (
    <>
      {symbol.haloColor === null ? null : <path {...course} stroke={symbol.haloColor} strokeWidth={stroke + 2.5} />}
      <path {...course} stroke={symbol.color} strokeWidth={stroke} {...dash(symbol.dash, stroke)} />
    </>
  )
}

function Area(symbol: CompleteSymbol): ReactNode {
  const pattern = useId()
  const outline = Math.min(2.5, mmToPx(symbol.outlineWidthMm))
  const isHatched = symbol.fill !== 'solid' && symbol.fill !== 'none'
  return (
    <>
      {isHatched ? (
        <pattern id={pattern} width={5} height={5} patternUnits="userSpaceOnUse">
          <path
            d={hatchPaths[symbol.fill as keyof typeof hatchPaths]}
            stroke={symbol.color}
            strokeWidth={symbol.fill === 'dots' ? 1.8 : 1}
            strokeLinecap="round"
          />
        </pattern>
      ) : null}
      <rect
        x={4}
        y={4}
        width={width - 8}
        height={height - 8}
        fill={isHatched ? `url(#${pattern})` : symbol.fill === 'none' ? 'none' : symbol.color}
        fillOpacity={symbol.fillOpacity}
        stroke={outline > 0 ? symbol.outlineColor : 'none'}
        strokeWidth={outline}
        {...dash(symbol.outlineDash, outline)}
      />
    </>
  )
}

const hatchPaths = {
  hatch: 'M-1 1 1 -1M-1 6 6 -1M4 6 6 4',
  cross: 'M-1 1 1 -1M-1 6 6 -1M4 6 6 4M-1 4 1 6M-1 -1 6 6M4 -1 6 1',
  dots: 'M2.5 2.5v.01',
}

/** Dashes in the proportions of the map, shortened so that one sees more than one of them. */
function dash(dash: SymbolStyle['dash'], widthPx: number): { strokeDasharray?: string; strokeLinecap?: 'round' } {
  const unit = Math.max(1, widthPx)
  if (dash === 'dashed') return { strokeDasharray: `${unit * 2.5} ${unit * 1.5}` }
  if (dash === 'dotted') return { strokeDasharray: `0.01 ${unit * 2}`, strokeLinecap: 'round' }
  return {}
}

/** Sizes are of marks, and where there are none, of lines. */
const hasPoints = (geometries: Geometries | null): boolean =>
  geometries === null || (geometries.Point ?? 0) + (geometries.MultiPoint ?? 0) + (geometries.GeometryCollection ?? 0) > 0

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
