/** How far the finding and ordering of the rows is, and the way back to the rows that are shown. */
import type { ReactNode } from 'react'
import type { TableQuery } from '../../../electron/contract/query.ts'
import { changeView } from '../../store/tableStore.ts'
import { percentOf } from '../layers/words.ts'
import { Button } from '../parts/Button.tsx'
import styles from './AttributeTable.module.css'

type TableProgressProps = {
  layerId: string
  /** What is being answered. */
  query: TableQuery
  /** What the rows are of that are seen meanwhile; null when there are none yet. */
  shown: TableQuery | null
  /** Of the work, 0 to 1; null before it is known. */
  share: number | null
}

export function TableProgress({ layerId, query, shown, share }: TableProgressProps): ReactNode {
  const percent = share === null ? null : percentOf(share, 1)
  const what = query.search !== '' && query.search !== shown?.search ? 'Searching' : query.sort === null ? 'Finding rows' : 'Sorting'
  // A filter belongs to the layer: it is taken back where it was set.
  const canCancel = shown !== null && (shown.search !== query.search || shown.sort !== query.sort)
  return (
    <>
      <div
        className={percent === null ? styles['wandering'] : styles['progress']}
        role="progressbar"
        aria-label={`${what} in the attribute table`}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
      >
        {percent === null ? null : <div className={styles['done']} style={{ width: `${percent}%` }} />}
      </div>
      {canCancel ? (
        <div className={styles['cancel']}>
          <span>
            {what}…{percent === null ? '' : ` ${percent}%`}
          </span>
          <Button onClick={() => changeView(layerId, { search: shown.search, sort: shown.sort })}>Cancel</Button>
        </div>
      ) : null}
    </>
  )
}
