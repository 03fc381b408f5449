/** The classes of a layer and how large its sizes are, below its line. */
import { type ReactNode, useEffect, useState } from 'react'
import type { BasemapStyle, Layer, LayerStyle, SymbolStyle } from '../../../electron/contract/document.ts'
import type { LayerSummary, SourceId } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import { type GraduatedStyle, numberText, rangeText } from '../../document/graduated.ts'
import { sampledSymbol, sizeSamples, symbolOfSamples } from '../../document/sizeSamples.ts'
import { inNoRange, useHistogram } from '../styling/useHistogram.ts'
import { type Geometries, SymbolSwatch } from './Swatch.tsx'
import styles from './Legend.module.css'

type CategoryStyle = Extract<LayerStyle, { kind: 'category' }>
type LegendProps = { layer: Layer; ground: BasemapStyle; tabIndex: number }
type Item = { key: string; label: string; symbol: SymbolStyle; isSample?: boolean }

/** More classes than this are shown on demand. */
const few = 8

export function Legend({ layer, ground, tabIndex }: LegendProps): ReactNode {
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  const { style } = layer
  if (status?.state !== 'ready') return null
  const { summary } = status
  const props = { layer, summary, ground, tabIndex }
  if (style.kind === 'category') return <Categories key={summary.contentKey} {...props} style={style} />
  if (style.kind === 'graduated') return <Ranges {...props} style={style} />
  return <Items {...props} classes={[]} />
}

type ClassesProps = LegendProps & { summary: LayerSummary }

function Categories({ style, ...props }: ClassesProps & { style: CategoryStyle }): ReactNode {
  const hasOthers = useOtherValues(props.summary.id, style, props.layer.filter)
  const classes = style.categories.map(({ label, value, symbol }) => ({
    key: `${typeof value} ${String(value)}`,
    label: label === '' ? String(value) : label,
    symbol,
  }))
  return <Items {...props} classes={[...classes, ...(hasOthers ? [otherItem(style)] : [])]} />
}

function Ranges({ style, ...props }: ClassesProps & { style: GraduatedStyle }): ReactNode {
  const { summary, layer } = props
  const histogram = useHistogram(summary.id, style, summary.contentKey, layer.filter)
  const classes = style.classes.map(({ lower, upper, label, symbol }) => ({
    key: String(lower),
    label: label === '' ? rangeText(lower, upper) : label,
    symbol,
  }))
  const hasOthers = histogram !== null && inNoRange(histogram) > 0
  return <Items {...props} classes={[...classes, ...(hasOthers ? [otherItem(style)] : [])]} />
}

const otherItem = ({ other }: CategoryStyle | GraduatedStyle): Item => ({ key: 'other', label: 'Other values', symbol: other })

function Items({ layer, summary, ground, tabIndex, classes }: ClassesProps & { classes: readonly Item[] }): ReactNode {
  const [isWhole, setIsWhole] = useState(false)
  const isCut = classes.length > few && !isWhole
  const samples = samplesOf(layer.style)
  if (classes.length === 0 && samples.length === 0) return null
  return (
    <div className={styles['legend']}>
      {classes.length === 0 ? null : (
        <ul aria-label={`Legend of ${layer.name}`}>
          {(isCut ? classes.slice(0, few - 1) : classes).map((item) => (
            <Line key={item.key} {...{ item, ground }} geometries={summary.geometries} />
          ))}
        </ul>
      )}
      {classes.length > few ? (
        <button type="button" tabIndex={tabIndex} className={styles['all']} onClick={() => setIsWhole(!isWhole)}>
          {isCut ? `Show all ${classes.length} classes` : 'Show fewer'}
        </button>
      ) : null}
      {samples.length === 0 ? null : (
        <bdi className={styles['sizes']} title={layer.style.size?.field} aria-hidden>
          {layer.style.size?.field}
        </bdi>
      )}
      {samples.length === 0 ? null : (
        <ul className={styles['samples']} aria-label={`Sizes of ${layer.name}: ${layer.style.size?.field ?? ''}`}>
          {samples.map((item) => (
            <Line key={item.key} {...{ item, ground }} geometries={summary.geometries} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Line({
  item: { label, symbol, isSample },
  geometries,
  ground,
}: {
  item: Item
  geometries: Geometries
  ground: BasemapStyle
}): ReactNode {
  return (
    <li className={styles['class']} data-sample={isSample}>
      <SymbolSwatch symbol={symbol} geometries={geometries} ground={ground} toScale={isSample ?? false} />
      <span dir="auto" className={styles['label']} title={label}>
        {label}
      </span>
    </li>
  )
}

/** Marks of round values, as large as on the map. */
function samplesOf(style: LayerStyle): Item[] {
  const { size } = style
  if (size === undefined || size === null) return []
  const symbol = symbolOfSamples(style)
  return sizeSamples(size).map((sample) => ({
    key: String(sample.value),
    label: numberText(sample.value),
    symbol: sampledSymbol(symbol, size, sample),
    isSample: true,
  }))
}

/** Whether what the filter lets through has a value that no category stands for. Of n + 1 different values at least one has none. */
function useOtherValues(source: SourceId, { field, categories }: CategoryStyle, filter: string): boolean {
  const [hasOthers, setHasOthers] = useState(false)
  useEffect(() => {
    let isCurrent = true
    const known = new Set(categories.map(({ value }) => value))
    call('layers.values', { source, field, filter, limit: Math.min(1000, categories.length + 1) })
      .then(({ values }) => isCurrent && setHasOthers(values.some(({ value }) => !known.has(value))))
      // A legend that lacks a line is better than a notice that nobody can act on.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [source, field, filter, categories])
  return hasOthers
}
