/** A field for one number with its unit. What is typed counts as soon as it is a number in range; what is not is dropped on leaving the field. */
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import styles from './NumberField.module.css'

type NumberFieldProps = {
  /** Its accessible name, unit included: 'Size in millimetres'. */
  name: string
  value: number
  min: number
  max: number
  /** What an arrow key adds; ten times as much with Shift. */
  step: number
  /** Shown behind the number. */
  unit: string
  onChange: (value: number) => void
  disabled?: boolean | undefined
}

export function NumberField({ name, value, min, max, step, unit, onChange, disabled = false }: NumberFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string): void => {
    setTyped(text)
    const number = parseNumber(text)
    if (number !== null && number >= min && number <= max) onChange(number)
  }
  const stepBy = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    setTyped(null)
    onChange(Math.min(max, Math.max(min, roundTo(value + direction * step * (event.shiftKey ? 10 : 1), step))))
  }
  const wrong = typed !== null && !isWithin(parseNumber(typed), min, max)
  return (
    <span className={styles['field']} data-disabled={disabled || undefined}>
      <input
        className={styles['input']}
        role="spinbutton"
        inputMode="decimal"
        aria-label={name}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={`${numberText(value)} ${unit}`}
        aria-invalid={wrong || undefined}
        disabled={disabled}
        value={typed ?? numberText(value)}
        title={wrong ? `From ${numberText(min)} to ${numberText(max)} ${unit}` : undefined}
        onChange={(event) => type(event.target.value)}
        onKeyDown={stepBy}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
      />
      <span className={styles['unit']} aria-hidden>
        {unit}
      </span>
    </span>
  )
}

/** @returns null for what is not a plain decimal number; a comma is taken for the decimal point */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

const isWithin = (number: number | null, min: number, max: number): boolean => number !== null && number >= min && number <= max
const numberText = (value: number): string => String(Math.round(value * 100) / 100)
/** Multiples of the step, without the dust of binary fractions. */
const roundTo = (value: number, step: number): number => Math.round(Math.round(value / step) * step * 1e6) / 1e6
