/** Figures of one field, beside the rows: over all features that the filter lets through. */
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { CategoryValue, Layer } from '../../../electron/contract/document.ts'
import type { LayerSummary } from '../../../electron/contract/layer.ts'
import type { FieldFigures } from '../../../electron/contract/query.ts'
import { CancelledError, type Refusal } from '../../../electron/contract/refusal.ts'
import { refusalOf } from '../../store/sourceStore.ts'
import { askStatistics } from '../../store/tableQueries.ts'
import { showStatistics } from '../../store/tableStore.ts'
import { formatCount } from '../layers/words.ts'
import { IconButton } from '../parts/Button.tsx'
import { figuresInWords } from './figures.ts'
import styles from './StatisticsPane.module.css'

type StatisticsPaneProps = { layer: Layer; summary: LayerSummary; field: string }

type Answer = { key: string; figures: FieldFigures | null; refusal: Refusal | null }

export function StatisticsPane({ layer, summary: { id: source, contentKey }, field }: StatisticsPaneProps): ReactNode {
  const { filter } = layer
  const key = JSON.stringify([source, contentKey, filter, field])
  const [answer, setAnswer] = useState<Answer>({ key: '', figures: null, refusal: null })
  useEffect(() => {
    const asked = askStatistics(source, filter, field)
    asked.answer.then(
      (figures) => setAnswer({ key, figures, refusal: null }),
      (error: unknown) => {
        if (!(error instanceof CancelledError)) setAnswer({ key, figures: null, refusal: refusalOf(error) })
      },
    )
    return asked.cancel
  }, [source, filter, field, key])
  const isPending = answer.key !== key
  return (
    <aside className={styles['pane']} aria-label={`Statistics of ${field}`} aria-busy={isPending}>
      <header className={styles['header']}>
        <h3 className={styles['title']} title={field}>
          <bdi>{field}</bdi>
        </h3>
        <IconButton name="Close statistics" icon={<X />} side="left" onClick={() => showStatistics(null)} />
      </header>
      {answer.refusal === null ? null : (
        <p className={styles['failed']} role="alert">
          {answer.refusal.message} {answer.refusal.advice}
        </p>
      )}
      {answer.figures === null ? (
        answer.refusal === null ? (
          <p className={styles['muted']}>Counting…</p>
        ) : null
      ) : (
        <div className={isPending ? styles['stale'] : undefined}>
          <dl className={`selectable ${styles['figures']}`}>
            {figuresInWords(answer.figures).map(({ name, value }) => (
              <div key={name} className={styles['figure']}>
                <dt>{name}</dt>
                <dd title={value}>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <TopValues figures={answer.figures} />
        </div>
      )}
    </aside>
  )
}

function TopValues({ figures: { top, count } }: { figures: FieldFigures }): ReactNode {
  const most = top[0]?.count ?? 0
  // A list of values that occur once each says nothing.
  if (most < 2) return null
  return (
    <section aria-label="Most frequent values">
      <h4 className={styles['heading']}>Most frequent values</h4>
      <ul>
        {top.slice(0, 10).map(({ value, count: times }) => (
          <li key={`${typeof value} ${String(value)}`} className={styles['top']} title={`${shown(value)}: ${formatCount(times)}`}>
            <bdi className={styles['value']}>{shown(value)}</bdi>
            <span className={styles['times']}>
              {formatCount(times)} · {percent(times, count)}
            </span>
            <span className={styles['track']}>
              <span className={styles['filled']} style={{ width: `${(times / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const shown = (value: CategoryValue): string => (value === '' ? '(empty)' : String(value).slice(0, 200))

function percent(part: number, whole: number): string {
  const share = (part / whole) * 100
  return share >= 9.95 ? `${Math.round(share)} %` : `${share.toFixed(1)} %`
}
