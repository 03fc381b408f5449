/** The classes of a layer that is drawn by category, below its line. */
import { type ReactNode, useEffect, useState } from 'react'
import type { BasemapStyle, Layer, LayerStyle } from '../../../electron/contract/document.ts'
import type { LayerSummary, SourceId } from '../../../electron/contract/layer.ts'
import { call } from '../../bridge/index.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import { SymbolSwatch } from './Swatch.tsx'
import styles from './Legend.module.css'

type CategoryStyle = Extract<LayerStyle, { kind: 'category' }>
type LegendProps = { layer: Layer; ground: BasemapStyle; tabIndex: number }

/** More classes than this are shown on demand. */
const few = 8

export function Legend({ layer, ground, tabIndex }: LegendProps): ReactNode {
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  if (layer.style.kind !== 'category' || status?.state !== 'ready') return null
  const { contentKey } = status.summary
  return <Classes key={contentKey} layer={layer} style={layer.style} summary={status.summary} ground={ground} tabIndex={tabIndex} />
}

function Classes({ layer, style, summary, ground, tabIndex }: LegendProps & { style: CategoryStyle; summary: LayerSummary }): ReactNode {
  const [isWhole, setIsWhole] = useState(false)
  const hasOthers = useOtherValues(summary.id, style, layer.filter)
  const { geometries } = summary
  const all = [
    ...style.categories.map(({ label, value, symbol }) => ({
      key: `${typeof value} ${String(value)}`,
      label: label === '' ? String(value) : label,
      symbol,
    })),
    ...(hasOthers ? [{ key: 'other', label: 'Other values', symbol: style.other }] : []),
  ]
  const isCut = all.length > few && !isWhole
  return (
    <div className={styles['legend']}>
      <ul aria-label={`Legend of ${layer.name}`}>
        {(isCut ? all.slice(0, few - 1) : all).map(({ key, label, symbol }) => (
          <li key={key} className={styles['class']}>
            <SymbolSwatch symbol={symbol} geometries={geometries} ground={ground} />
            <span dir="auto" className={styles['label']} title={label}>
              {label}
            </span>
          </li>
        ))}
      </ul>
      {all.length > few ? (
        <button type="button" tabIndex={tabIndex} className={styles['all']} onClick={() => setIsWhole(!isWhole)}>
          {isCut ? `Show all ${all.length} classes` : 'Show fewer'}
        </button>
      ) : null}
    </div>
  )
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
