/** A date as precise as its source. What is not a date yet stays in the field, with a sentence once it is left; the document keeps the last good one. */
import { memo, type ReactNode, useId, useState } from 'react'
import { FieldRow } from './FieldRow.tsx'
import { readDate } from './partialDate.ts'
import { several, type Shared } from './shared.ts'
import styles from './RecordPanel.module.css'

type DateFieldProps = {
  label: string
  value: Shared<string | null>
  onChange: (date: string | null) => void
  /** Said when the date itself is fine. */
  warning?: string | null
}

export const DateField = memo(function DateField({ label, value, onChange, warning = null }: DateFieldProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const kept = value === several ? '' : (value ?? '')
  const type = (text: string): void => {
    const read = readDate(text)
    setProblem(null)
    setTyped('date' in read && (read.date ?? '') === text ? null : text)
    if ('date' in read && (read.date ?? '') === text) onChange(read.date)
  }
  const leave = (): void => {
    if (typed === null) return
    const read = readDate(typed)
    if ('problem' in read) return setProblem(read.problem)
    setTyped(null)
    onChange(read.date)
  }
  const said = problem ?? warning
  return (
    <FieldRow label={label} htmlFor={id} problem={said} problemId={`${id}-problem`}>
      <input
        id={id}
        type="text"
        className={`${styles['text']} ${styles['date']}`}
        inputMode="numeric"
        placeholder={value === several ? 'Several' : 'YYYY-MM-DD'}
        spellCheck={false}
        autoComplete="off"
        maxLength={40}
        value={typed ?? kept}
        {...(typed === null ? { 'data-undo': 'document' } : {})}
        aria-invalid={problem !== null || undefined}
        aria-describedby={said === null ? undefined : `${id}-problem`}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
        onBlur={leave}
      />
    </FieldRow>
  )
})
