/** One line of the form: what it is about at the left, its control at the right. The control carries its own accessible name. */
import type { ReactNode } from 'react'
import styles from './StylePanel.module.css'

export function Row({ label, children, hint }: { label: string; children: ReactNode; hint?: ReactNode }): ReactNode {
  return (
    <div className={styles['row']}>
      <span className={styles['rowLabel']} aria-hidden>
        {label}
      </span>
      <div className={styles['control']}>{children}</div>
      {hint === undefined || hint === null ? null : <p className={styles['hint']}>{hint}</p>}
    </div>
  )
}
