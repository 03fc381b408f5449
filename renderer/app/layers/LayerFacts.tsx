/** What a layer's line says of its file: how many features, and how many problems. */
import { Funnel, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Layer } from '../../../electron/contract/document.ts'
import { openDialog } from '../../store/panelStore.ts'
import { sourceStore, statusOf } from '../../store/sourceStore.ts'
import { useStore } from '../parts/useStore.ts'
import { showProblems } from './actions.ts'
import { useMatchingCount } from './useMatchingCount.ts'
import { formatCount, howMany } from './words.ts'
import styles from './TreeItem.module.css'

export function FeatureCount({ layer }: { layer: Layer }): ReactNode {
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  const summary = status?.state === 'ready' ? status.summary : null
  const matching = useMatchingCount(layer, summary)
  if (summary === null) return null
  const { features, withoutGeometry } = summary
  const title =
    matching === null
      ? howMany(features, 'feature')
      : `${formatCount(matching)} of ${howMany(features + withoutGeometry, 'feature')} pass the filter`
  return (
    <span className={styles['count']} title={title}>
      {formatCount(matching ?? features)}
    </span>
  )
}

/** A layer of which not everything is shown. */
export function FilterMark({ layer, tabIndex }: { layer: Layer; tabIndex: number }): ReactNode {
  if (layer.filter === '') return null
  return (
    <button
      type="button"
      className={styles['filtered']}
      tabIndex={tabIndex}
      aria-label={`${layer.name} is filtered: ${layer.filter}`}
      title={`Filter: ${layer.filter}`}
      onClick={() => openDialog({ kind: 'filter', layerId: layer.id })}
    >
      <Funnel />
    </button>
  )
}

export function ProblemBadge({ layer, tabIndex }: { layer: Layer; tabIndex: number }): ReactNode {
  const status = useStore(sourceStore, (state) => statusOf(state, layer.path))
  const count = status?.state === 'ready' ? status.summary.problems.count : 0
  if (count === 0) return null
  const name = `${howMany(count, 'problem')} in ${layer.name}`
  return (
    <button
      type="button"
      className={styles['badge']}
      tabIndex={tabIndex}
      aria-label={name}
      title={name}
      onClick={() => showProblems(layer.id)}
    >
      <TriangleAlert />
      {formatCount(count)}
    </button>
  )
}
