/** A few choices side by side, of which one holds: words (segments) or pictures. A radio group to the keyboard and to screen readers. */
import { type ReactNode, useId } from 'react'
import styles from './Choices.module.css'

export type Choice<T extends string> = {
  value: T
  /** Its accessible name, and what is shown when there is no picture. */
  name: string
  picture?: ReactNode
  disabled?: boolean
}

type ChoicesProps<T extends string> = {
  name: string
  /** Null when several things with different values are edited at once. */
  value: T | null
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  /** Columns of a grid of pictures; all in one row when left out. */
  columns?: number
}

export function Choices<T extends string>({ name, value, choices, onChange, columns }: ChoicesProps<T>): ReactNode {
  const group = useId()
  return (
    <div
      role="radiogroup"
      aria-label={name}
      className={styles['choices']}
      style={{ gridTemplateColumns: `repeat(${columns ?? choices.length}, minmax(0, 1fr))` }}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={styles['choice']} title={choice.picture === undefined ? undefined : choice.name}>
          <input
            type="radio"
            name={group}
            className={styles['radio']}
            aria-label={choice.name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled ?? false}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles['face']}>{choice.picture ?? choice.name}</span>
        </label>
      ))}
    </div>
  )
}
