/** How far something is, as a bar and in figures. */
import type { ReactNode } from 'react'
import styles from './ProgressBar.module.css'

type ProgressBarProps = {
  /** Its accessible name: 'Writing'. */
  name: string
  /** Of the work, 0 to 100. */
  percent: number
  /** In a line of a list. */
  thin?: boolean
}

export function ProgressBar({ name, percent, thin = false }: ProgressBarProps): ReactNode {
  return (
    <>
      <div
        role="progressbar"
        aria-label={name}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={thin ? styles['thin'] : styles['track']}
      >
        <div className={styles['filled']} style={{ width: `${percent}%` }} />
      </div>
      <span className={styles['percent']}>{percent} %</span>
    </>
  )
}
