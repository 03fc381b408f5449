/** A scale, typed as 1:250,000, 250k or 1.5M. What is no scale is dropped with a sentence. */
import { type ReactNode, useId, useState } from 'react'
import { formatScale, parseScale } from '../../../map/index.ts'
import styles from './PagePanel.module.css'

type ScaleFieldProps = { name: string; value: number; disabled?: boolean; onChange: (scale: number) => void }

export function ScaleField({ name, value, disabled = false, onChange }: ScaleFieldProps): ReactNode {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = formatScale(value)
  const read = typed === null ? value : parseScale(typed)
  const isWrong = read === null || read < 10 || read > 1e9
  const commit = (): void => {
    if (typed !== null && typed.trim() !== shown && read !== null && !isWrong) onChange(read)
    setTyped(null)
  }
  return (
    <input
      id={id}
      type="text"
      className={styles['scale']}
      aria-label={name}
      aria-invalid={isWrong || undefined}
      title={isWrong ? 'Write a scale as 1:250,000, 250000, 250k or 1.5M, from 1:10 to 1:1,000,000,000.' : undefined}
      value={typed ?? shown}
      disabled={disabled}
      spellCheck={false}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || typed === null) return
        event.preventDefault()
        event.stopPropagation()
        setTyped(null)
      }}
    />
  )
}
