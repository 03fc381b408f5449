/** A field for a value of the data: any number, of any size. Counts when it is left or Enter is pressed; what is no number is dropped. */
import { type ReactNode, useState } from 'react'
import styles from './Classes.module.css'

type ValueFieldProps = { name: string; value: number; onChange: (value: number) => void; invalid?: boolean }

export function ValueField({ name, value, onChange, invalid = false }: ValueFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    const number = typed === null ? null : parseValue(typed)
    setTyped(null)
    if (number !== null && number !== value) onChange(number)
  }
  return (
    <input
      className={styles['bound']}
      inputMode="decimal"
      aria-label={name}
      aria-invalid={invalid || (typed !== null && parseValue(typed) === null) || undefined}
      value={typed ?? shownValue(value)}
      title={String(value)}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
    />
  )
}

const shown = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 12 })

/** Without the dust of binary fractions, and with its thousands parted. What was not typed over keeps its full value. */
const shownValue = (value: number): string =>
  Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6) ? String(value) : shown.format(value)

/** @returns null for what is no number. Thousands may be parted by commas or spaces. */
export function parseValue(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
  const digits = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(digits) && Number.isFinite(Number(digits)) ? Number(digits) : null
}
