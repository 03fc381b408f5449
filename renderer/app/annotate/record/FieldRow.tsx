/** One line of the record: a label that leads to its field, and a sentence below it where something is wrong. */
import type { ReactNode } from 'react'
import form from '../../styling/StylePanel.module.css'
import styles from './RecordPanel.module.css'

type FieldRowProps = { label: string; htmlFor: string; children: ReactNode; problem?: string | null; problemId?: string; top?: boolean }

export function FieldRow({ label, htmlFor, children, problem = null, problemId, top = false }: FieldRowProps): ReactNode {
  return (
    <div className={`${form['row']} ${top ? styles['topRow'] : ''}`}>
      <label className={form['rowLabel']} htmlFor={htmlFor}>
        {label}
      </label>
      <div className={form['control']}>{children}</div>
      {problem === null ? null : (
        <p id={problemId} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
