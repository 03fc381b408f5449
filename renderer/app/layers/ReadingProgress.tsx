/** How far the reading of a file is, once it takes long enough to be worth saying. */
import { type ReactNode, useEffect, useState } from 'react'
import type { SourceRef } from '../../../electron/contract/layer.ts'
import { cancelReading, type Reading } from '../../store/sourceStore.ts'
import { report } from '../files.ts'
import { ProgressBar } from '../parts/ProgressBar.tsx'
import { percentOf } from './words.ts'
import styles from './FileState.module.css'

const patienceMs = 500

type ReadingProgressProps = {
  source: SourceRef
  reading: Reading
  /** What is being read, for the bar's name. */
  what: string
  tabIndex: number
  /** Shown before the bar. */
  children?: ReactNode
}

export function ReadingProgress({ source, reading, what, tabIndex, children }: ReadingProgressProps): ReactNode {
  const isLong = useLasting(reading.since)
  if (!isLong) return null
  return (
    <div className={styles['reading']}>
      {children}
      <div className={styles['progress']}>
        <ProgressBar name={`Reading ${what}`} percent={percentOf(reading.done, reading.total)} thin />
        <button
          type="button"
          tabIndex={tabIndex}
          className={styles['cancel']}
          aria-label={`Cancel reading ${what}`}
          onClick={() => void report(() => cancelReading(source.id))}
        >
          Cancel
        </button>
      </div>
    </div>
  )
}

/** @param since milliseconds since the page began */
function useLasting(since: number): boolean {
  const [lasting, setLasting] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(since), Math.max(0, since + patienceMs - performance.now()))
    return () => clearTimeout(timer)
  }, [since])
  return lasting === since
}
